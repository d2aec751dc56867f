package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC231 = Rule{
	Code: "C231", Severity: finding.Warning,
	Title: lang.Say("生年と年代が合わない", "Year of birth and age band disagree"),
	Long: lang.Say(
		"生年から計算した年代と、書かれている年代が違います（誕生日や記入の時期による1歳の違いは見込んでいます）。年代別の集計では生年を使います。どちらかを直してください。",
		"The age band differs from what the year of birth gives, allowing a year for birthdays and time of entry. "+
			"Figures by age band use the year of birth. Correct one of them.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		now, _, _ := run.AsOf.YMD()
		for _, r := range all.Participants.Every() {
			if !r.BirthYear.Known || !r.AgeBand.Known || !r.StartDate.Known {
				continue
			}
			start, _, _ := r.StartDate.Value.YMD()
			youngestAge := min(start, now) - r.BirthYear.Value - 1
			oldestAge := max(start, now) - r.BirthYear.Value
			if r.AgeBand.Value+9 >= youngestAge && r.AgeBand.Value <= oldestAge {
				continue
			}
			report(record.About(r, r.AgeBand,
				lang.Sayf("年代「%s」が、生年 %d年と合いません。", "The age band “%s” does not fit the year of birth %d.",
					lang.Quote(r.AgeBand.Text),
					r.BirthYear.Value),
				lang.Say("生年か年代のどちらかを直してください。", "Correct the year of birth or the age band."),
				record.PlaceOf(r, r.BirthYear)))
		}
	},
}
