package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC307 = Rule{
	Code: "C307", Severity: finding.Error,
	Title: lang.Say("大きさや時間の上限を超えた", "Over a limit"),
	Long: lang.Say(
		"行数・列数・ファイルの大きさなどが上限を超えたため、読み込みを止めました。一部だけ読んで結果を出すことはしません。使っていない行・シート・画像を削除するか、ファイルを分けてください。",
		"The file exceeds a limit on rows, columns, size or time. It is not read in part. Delete unused rows, sheets "+
			"and pictures, or split the file.",
	),
}
