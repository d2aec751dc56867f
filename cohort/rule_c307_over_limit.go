package cohort

import "pilot90/cohort/finding"

var ruleC307 = Rule{
	Code: "C307", Severity: finding.Error,
	Title: text("大きさや時間の上限を超えた", "Over a limit"),
	Long: text(
		"行数・列数・ファイルの大きさなどが上限を超えたため、読み込みを止めました。一部だけ読んで結果を出すことはしません。使っていない行・シート・画像を削除するか、ファイルを分けてください。",
		"The file exceeds a limit on rows, columns, size or time. It is not read in part. Delete unused rows, sheets "+
			"and pictures, or split the file.",
	),
}
