package rule

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC225 = Rule{
	Code: "C225", Severity: finding.Info,
	Title: lang.Say("秘密保持契約やセキュリティ研修の前に最初の作業がある", "First work before the NDA or the security training"),
	Long: lang.Say(
		"最初の作業日が、秘密保持契約日またはセキュリティ研修日より前です。点検表の「セキュリティ」の指標に、できていない人として数えます。"+
			"日付の書き間違いなら直してください。事実であれば、このままでかまいません。",
		"The first work is dated before the non-disclosure agreement or the security training. The checklist counts "+
			"the person as not covered. "+
			"Correct a wrong date; leave it if it is so.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		first := map[*record.Participant]*record.Task{}
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
			firstWorkBefore(p, t, p.NDADate, lang.Say("秘密保持契約日", "the non-disclosure agreement"), report)
			firstWorkBefore(p, t, p.SecurityDate, lang.Say("セキュリティ研修日", "the security training"), report)
		}
	},
}

func firstWorkBefore(p *record.Participant, t *record.Task, safeguard record.Field[cell.Day], name lang.Text,
	report reporter) {
	if !safeguard.Known || t.Date.Value >= safeguard.Value {
		return
	}
	report(record.About(p, safeguard,
		lang.Say(
			"最初の作業日 "+record.DateText(t.Date)+" が"+name.JA+" "+record.DateText(safeguard)+" より前です。",
			"The first work on "+record.DateText(t.Date)+" is before "+name.EN+" on "+record.DateText(safeguard)+".",
		),
		lang.Say("日付を確かめてください。事実なら、このままでかまいません。", "Check the dates; leave them if they are right."),
		record.PlaceOf(t, t.Date)))
}
