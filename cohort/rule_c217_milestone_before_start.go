package cohort

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

var ruleC217 = Rule{
	Code: "C217", Severity: finding.Warning,
	Title: text("研修修了日や役割就任日が開始日より前", "Training or role before the start"),
	Long: text(
		"研修修了日または役割就任日が、サイクルの開始日より前です。前の期から続けて参加している人でなければ、どちらかの年や月の書き間違いです。"+
			"研修の修了率は「30日目までに修了」で数えるため、このままでは必ず期限内に入ります。",
		"The training was completed, or the role taken, before day 1 of the cycle. Unless the person came from an "+
			"earlier cohort, one of the dates is wrong. "+
			"Such a training always counts as completed in time.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		for _, r := range all.Participants.Every() {
			for _, m := range []struct {
				date Field[cell.Day]
				name finding.Text
			}{
				{r.TrainedDate, text("研修修了日", "The training was completed")},
				{r.RoleDate, text("役割就任日", "The role was taken")},
			} {
				if !m.date.Known || !r.StartDate.Known || m.date.Value >= r.StartDate.Value {
					continue
				}
				report(about(r, m.date,
					text(
						m.name.JA+" "+day(m.date)+" が開始日 "+day(r.StartDate)+" より前です。",
						m.name.EN+" on "+day(m.date)+", before the start on "+day(r.StartDate)+".",
					),
					text("2つの日付を確かめてください。前の期からの参加者なら、このままでかまいません。",
						"Check both dates; leave them if the person came from an earlier cohort."),
					placeOf(r, r.StartDate)))
			}
		}
	},
}
