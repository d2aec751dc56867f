package cohort

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

var ruleC225 = Rule{
	Code: "C225", Severity: finding.Info,
	Title: text("秘密保持契約やセキュリティ研修の前に最初の作業がある", "First work before the NDA or the security training"),
	Long: text(
		"最初の作業日が、秘密保持契約日またはセキュリティ研修日より前です。点検表の「セキュリティ」の指標に、できていない人として数えます。"+
			"日付の書き間違いなら直してください。事実であれば、このままでかまいません。",
		"The first work is dated before the non-disclosure agreement or the security training. The checklist counts "+
			"the person as not covered. "+
			"Correct a wrong date; leave it if it is so.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		first := map[*Participant]*Task{}
		for _, t := range all.Tasks.Every() {
			if t.Participant == nil || !t.Date.Known {
				continue
			}
			if before := first[t.Participant]; before == nil || t.Date.Value < before.Date.Value {
				first[t.Participant] = t
			}
		}
		for _, p := range all.Participants.Every() {
			t := first[p]
			if t == nil {
				continue
			}
			firstWorkBefore(p, t, p.NDADate, text("秘密保持契約日", "the non-disclosure agreement"), report)
			firstWorkBefore(p, t, p.SecurityDate, text("セキュリティ研修日", "the security training"), report)
		}
	},
}

func firstWorkBefore(p *Participant, t *Task, safeguard Field[cell.Day], name finding.Text, report reporter) {
	if !safeguard.Known || t.Date.Value >= safeguard.Value {
		return
	}
	report(about(p, safeguard,
		text(
			"最初の作業日 "+day(t.Date)+" が"+name.JA+" "+day(safeguard)+" より前です。",
			"The first work on "+day(t.Date)+" is before "+name.EN+" on "+day(safeguard)+".",
		),
		text("日付を確かめてください。事実なら、このままでかまいません。", "Check the dates; leave them if they are right."),
		placeOf(t, t.Date)))
}
