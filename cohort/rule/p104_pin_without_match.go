package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP104 = Rule{
	Code: "P104", Severity: finding.Error,
	Title: lang.Say("pilot.toml の指定に当てはまるものがない", "pilot.toml: a pin matches nothing"),
	Long: lang.Say(
		"指定したシート・見出しの行・列が、ファイルの中に見つかりません。指定が無視されて別の列が使われることのないよう、誤りとします。名前の書き間違いや、シート名の変更を確かめてください。",
		"The sheet, heading row or column named does not exist. So that no other column is used instead, this is an "+
			"error. Check for a slip or a renamed sheet.",
	),
}
