package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC265 = Rule{
	Code: "C265", Severity: finding.Error,
	Title: lang.Say("支払日が参加の開始日と作業日の両方より前", "Paid before the participant began, and before the work"),
	Long: lang.Say(
		"支払日が、参加者の開始日よりも、その作業の日よりも前です。年や月の書き間違いとみて、その行を集計から外します。"+
			"そのまま数えると、初めて収入を得るまでの日数が0より小さくなります。支払日を直してください。",
		"The payment comes before the participant began and before the work itself. It is taken for a slip of year or "+
			"month, and the row is left out: counted, it would make the days to the first income less than 0. Correct the "+
			"date of payment.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			if !paidBeforeStart(r) {
				continue
			}
			report(record.About(r, r.PaidDate,
				lang.Sayf("支払日 %[1]s が、参加者の開始日 %[2]s と作業日 %[3]s のどちらよりも前です。",
					"Paid on %[1]s, before the participant began on %[2]s and before the work on %[3]s.",
					record.DateText(r.PaidDate), record.DateText(r.Participant.StartDate), record.DateText(r.Date)),
				lang.Say("支払日の年・月・日を確かめて直してください。作業日か参加者の開始日がちがうときは、そちらを直してください。",
					"Check year, month and day of the payment; or correct the day of the work or of the start."),
				record.PlaceOf(r.Participant, r.Participant.StartDate), record.PlaceOf(r, r.Date)), r.At())
		}
	},
}

// paidBeforeStart reports a payment before the participant's start and before the work.
func paidBeforeStart(r *record.Task) bool {
	p := r.Participant
	return p != nil && r.PaidDate.Known && r.Date.Known && p.StartDate.Known && r.PaidDate.Value < r.Date.Value &&
		r.PaidDate.Value < p.StartDate.Value
}
