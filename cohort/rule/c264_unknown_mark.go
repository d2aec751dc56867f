package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC264 = Rule{
	Code: "C264", Severity: finding.Warning,
	Title: lang.Say("研修の出席簿の印が読めない", "A mark in a register of training is not known"),
	Long: lang.Say(
		"研修の出席簿（人と回の一覧表）では、○・△・出・遅・早などを出席、×・欠・－・空欄を欠席と読みます。修了の列は ○ などの印か修了日です。"+
			"どちらとも読めない印と、修了の印と修了日が合わないところは、数えていません。印を書き直してください。",
		"In a register of training (persons and sessions) ○, △, 出, 遅 and 早 are present, ×, 欠, － and a blank absent; the "+
			"column of completion has a mark or a day. A mark that is neither, and a completion whose mark and day "+
			"disagree, do not count. Correct the mark.",
	),
}
