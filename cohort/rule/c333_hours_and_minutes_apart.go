package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC333 = Rule{
	Code: "C333", Severity: finding.Error,
	Title: lang.Say("時間と分が別の列に分かれている", "Hours and minutes in two columns"),
	Long: lang.Say(
		"「時間」の列のすぐ右に「分」の列があり、時間だけを読むと分が抜け落ちます。1つの列に 1:30 または 1.5 のようにまとめて書くか、時間の列だけで足りるなら読み取りの設定で"+
			"そう決めてください。決まるまでその項目は「データなし」として扱います。"+
			"「分」の列が同じ長さを分で書き直しただけのときは、知らせません。",
		"A column of minutes stands right of the hours; the hours alone would be too few. Write both in one column as "+
			"1:30 or 1.5, or give the column of hours in the settings of reading. Until then the column counts as absent. "+
			"Minutes that only repeat the hours are not reported.",
	),
}
