package rule

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC217 = Rule{
	Code: "C217", Severity: finding.Warning,
	Title: lang.Say("研修修了日や役割就任日が開始日より前", "Training or role before the start"),
	Long: lang.Say(
		"研修修了日または役割就任日が、サイクルの開始日より前です。前の期から続けて参加している人でなければ、どちらかの年や月の書き間違いです。"+
			"研修の修了率は「30日目までに修了」で数えるため、このままでは必ず期限内に入ります。",
		"The training was completed, or the role taken, before day 1 of the cycle. Unless the person came from an "+
			"earlier cohort, one of the dates is wrong. "+
			"Such a training always counts as completed in time.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Participants.Every() {
			for _, m := range []struct {
				date record.Field[cell.Day]
				name lang.Text
			}{
				{r.TrainedDate, lang.Say("研修修了日", "The training was completed")},
				{r.RoleDate, lang.Say("役割就任日", "The role was taken")},
			} {
				if !m.date.Known || !r.StartDate.Known || m.date.Value >= r.StartDate.Value {
					continue
				}
				report(record.About(r, m.date,
					lang.Say(
						m.name.JA+" "+record.DateText(m.date)+" が開始日 "+record.DateText(r.StartDate)+" より前です。",
						m.name.EN+" on "+record.DateText(m.date)+", before the start on "+record.DateText(r.StartDate)+".",
					),
					lang.Say("2つの日付を確かめてください。前の期からの参加者なら、このままでかまいません。",
						"Check both dates; leave them if the person came from an earlier cohort."),
					record.PlaceOf(r, r.StartDate)))
			}
		}
	},
}
