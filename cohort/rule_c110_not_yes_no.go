package cohort

import "pilot90/cohort/finding"

var ruleC110 = Rule{
	Code: "C110", Severity: finding.Error,
	Title: text("はい・いいえとして読めない", "Neither yes nor no"),
	Long: text(
		"○・×・はい・いいえ・有・無・済・未・1・0 などで書く列です。空欄は「いいえ」と数えます。「一部」「確認中」などは、どちらかに決めて書いてください。",
		"Write ○ × はい いいえ 有 無 済 未 1 0 or the like; blank means no. Decide “partly” or “being checked” one way.",
	),
}
