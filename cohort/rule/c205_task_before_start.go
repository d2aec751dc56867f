package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC205 = Rule{
	Code: "C205", Severity: finding.Error,
	Title: lang.Say("作業日が参加者の開始日より前", "Work before the participant's start"),
	Long: lang.Say(
		"開始日は90日サイクルの1日目です。それより前の作業があると、何日目に初めて働き、収入を得たかが狂います。その作業は集計から外します。"+
			"作業日の年や月の書き間違いか、参加者の開始日の誤りを直してください。",
		"The start date is day 1 of the 90-day cycle; work before it falsifies the days to first work and income, so "+
			"the row is left out. "+
			"Correct the work date (often its year or month) or the participant's start date.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			if !beforeStart(r) {
				continue
			}
			p := r.Participant
			report(causedBy(record.About(r, r.Date,
				lang.Sayf("作業日 %s が、参加者「%s」の開始日 %s より前です。", "Worked on %s, before participant “%s” started on %s.",
					record.DateText(r.Date),
					lang.Quote(p.ID.Value), record.DateText(p.StartDate)),
				lang.Say("作業日か、参加者の開始日のどちらかを直してください。", "Correct the work date or the participant's start date."),
				record.PlaceOf(p, p.StartDate))), r.Row)
		}
	},
}

// beforeStart reports a task dated before its participant's start.
func beforeStart(t *record.Task) bool {
	p := t.Participant
	return p != nil && t.Date.Known && p.StartDate.Known && t.Date.Value < p.StartDate.Value
}
