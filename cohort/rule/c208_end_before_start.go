package rule

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC208 = Rule{
	Code: "C208", Severity: finding.Error,
	Title: lang.Say("終わりの日が始まりの日より前", "End before start"),
	Long: lang.Say(
		"案件の終了日が開始日より前、または参加者の離脱日が開始日より前になっています。期間の長さが負になり、継続月数を計算できないため、その行は集計から外します。"+
			"年度をまたぐ契約で終了日の年を書き間違えていることがよくあります。",
		"A contract ends before it starts, or a participant leaves before starting. Its length would be negative, so "+
			"the row is left out. "+
			"Often the year of the end date is wrong.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		fix := lang.Say("2つの日付のどちらかを直してください。年の書き間違いがよくあります。", "Correct one of the two dates; often the year is wrong.")
		for _, r := range all.Contracts.Every() {
			if backwards(r.StartDate, r.EndDate) {
				report(record.About(r, r.EndDate, lang.Sayf("終了日 %s が開始日 %s より前です。", "Ends on %s, before it starts on %s.",
					record.DateText(r.EndDate),
					record.DateText(r.StartDate)),
					fix, record.PlaceOf(r, r.StartDate)), r.Row)
			}
		}
		for _, r := range all.Participants.Every() {
			if backwards(r.StartDate, r.ExitDate) {
				report(record.About(r, r.ExitDate, lang.Sayf("離脱日 %s が開始日 %s より前です。", "Left on %s, before the start on %s.",
					record.DateText(r.ExitDate),
					record.DateText(r.StartDate)),
					fix, record.PlaceOf(r, r.StartDate)), r.Row)
			}
		}
	},
}

// backwards reports a term that ends before it starts.
func backwards(start, end record.Field[cell.Day]) bool {
	return start.Known && end.Known && end.Value < start.Value
}
