package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC249 = Rule{
	Code: "C249", Severity: finding.Warning,
	Title: lang.Say("参加者の開始日より前の支払", "Paid before the participant's start"),
	Long: lang.Say(
		"参加者の開始日より前の支払か、開始日より前の月の分の支払です。開始日か、支払日・対象月の書き間違いでないか確かめてください。"+
			"初収入までの日数が短く出すぎるおそれがあります。",
		"The payment, or the month that it is for, lies before the start date of the participant. One of the dates may be "+
			"wrong; the days to the first income come out too short.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, p := range all.Payments.Every() {
			if p.Participant == nil || !p.Participant.StartDate.Known {
				continue
			}
			start := p.Participant.StartDate
			field := p.PaidDate
			if !field.Known || field.Value >= start.Value {
				if field = p.Month; !field.Known || field.Value.LastOfMonth() >= start.Value {
					continue
				}
			}
			report(causedBy(record.About(p, field,
				lang.Sayf("「%[1]s」が、参加者 %[2]s の開始日 %[3]s より前です。",
					"“%[1]s” is before the start of participant %[2]s on %[3]s.", lang.Quote(field.Text),
					lang.Quote(p.Participant.ID.Value), record.DateText(start)),
				lang.Say("支払日・対象月か、参加者シートの開始日を直してください。",
					"Correct the payment, or the start date on the participants sheet."),
				record.PlaceOf(p.Participant, start))))
		}
	},
}
