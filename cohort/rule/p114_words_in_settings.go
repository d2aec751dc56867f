package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleP114 = Rule{
	Code: "P114", Severity: finding.Info,
	Title: lang.Say("担当者の文章が pilot.toml にある", "pilot.toml: an officer's own sentence"),
	Long: lang.Say(
		"[words] の文章は使いますが、文章の置き場所は台帳のフォルダーの「文章」です。pilot90 serve の「報告」で、その文の欄に貼り付けて保存し、pilot.toml の行を消してください。"+
			"同じところの文章が両方にあるときは、「文章」のほうを使います。",
		"The sentences of [words] are used, but they have a place beside the ledger, the folder 文章. Paste each at its "+
			"sentence under Reports of pilot90 serve, save, and delete the line of pilot.toml. Where both say something, "+
			"the folder goes first.",
	),
}
