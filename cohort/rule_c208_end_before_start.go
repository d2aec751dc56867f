package cohort

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

var ruleC208 = Rule{
	Code: "C208", Severity: finding.Error,
	Title: text("終わりの日が始まりの日より前", "End before start"),
	Long: text(
		"案件の終了日が開始日より前、または参加者の離脱日が開始日より前になっています。期間の長さが負になり、継続月数を計算できないため、その行は集計から外します。"+
			"年度をまたぐ契約で終了日の年を書き間違えていることがよくあります。",
		"A contract ends before it starts, or a participant leaves before starting. Its length would be negative, so "+
			"the row is left out. "+
			"Often the year of the end date is wrong.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		fix := text("2つの日付のどちらかを直してください。年の書き間違いがよくあります。", "Correct one of the two dates; often the year is wrong.")
		for _, r := range all.Contracts.Every() {
			if backwards(r.StartDate, r.EndDate) {
				report(about(r, r.EndDate, say("終了日 %s が開始日 %s より前です。", "Ends on %s, before it starts on %s.", day(r.EndDate),
					day(r.StartDate)),
					fix, placeOf(r, r.StartDate)), r.Row)
			}
		}
		for _, r := range all.Participants.Every() {
			if backwards(r.StartDate, r.ExitDate) {
				report(about(r, r.ExitDate, say("離脱日 %s が開始日 %s より前です。", "Left on %s, before the start on %s.", day(r.ExitDate),
					day(r.StartDate)),
					fix, placeOf(r, r.StartDate)), r.Row)
			}
		}
	},
}

// backwards reports a term that ends before it starts.
func backwards(start, end Field[cell.Day]) bool {
	return start.Known && end.Known && end.Value < start.Value
}
