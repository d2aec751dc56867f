package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC317 = Rule{
	Code: "C317", Severity: finding.Info,
	Title: lang.Say("使わなかったシート", "Sheet not used"),
	Long: lang.Say(
		"どの表にも当てはまらないシートなので使いませんでした。使うはずのシートなら、シート名と見出しを確かめるか、読み取りの設定（pilot90 read --set、または読み取りのページ）でどの表かを決めてください。",
		"The sheet matches no table and was not used. If it should be, check its name and headings, or say which "+
			"table it is in the settings of reading (pilot90 read --set, or the page of reading).",
	),
}
