package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP108 = Rule{
	Code: "P108", Severity: finding.Warning,
	Title: lang.Say("ロゴのファイルが使えない", "pilot.toml: the logo cannot be used"),
	Long: lang.Say(
		"ロゴに使えるのは、2 MB 以下、縦横それぞれ 4000 画素以下の PNG か JPEG です。画像ソフトで保存し直してください。報告書はロゴなしでつくられます。",
		"A logo is a PNG or JPEG of at most 2 MB and 4000 pixels on either side. Save it anew. Reports are made "+
			"without it.",
	),
}
