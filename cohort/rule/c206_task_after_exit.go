package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC206 = Rule{
	Code: "C206", Severity: finding.Warning,
	Title: lang.Say("作業日が参加者の離脱日より後", "Work after the participant's exit"),
	Long: lang.Say(
		"離脱した参加者の作業が、離脱日より後に記録されています。離脱日が早すぎると、就業継続月数が短く出ます。"+
			"戻って来た人なら離脱日を空欄に、日付の書き間違いなら作業日か離脱日を直してください。",
		"Work is recorded after the participant left. An exit date that is too early shortens the continuation "+
			"figures. Clear the exit date if the person came back, else correct the work date or the exit date.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			p := r.Participant
			if p == nil || !r.Date.Known || !p.ExitDate.Known || r.Date.Value <= p.ExitDate.Value ||
				backwards(p.StartDate, p.ExitDate) {
				continue
			}
			report(causedBy(record.About(r, r.Date,
				lang.Sayf("作業日 %s が、参加者「%s」の離脱日 %s より後です。", "Worked on %s, after participant “%s” left on %s.",
					record.DateText(r.Date),
					lang.Quote(p.ID.Value), record.DateText(p.ExitDate)),
				lang.Say("作業日か離脱日を確かめてください。戻って来た人なら離脱日を空欄にします。",
					"Check the work date and the exit date; clear the exit date if the person came back."),
				record.PlaceOf(p, p.ExitDate))))
		}
	},
}
