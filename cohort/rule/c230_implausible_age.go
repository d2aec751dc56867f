package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// Participants are taken to be between 12 (a junior high school's course) and 100 years old.
const (
	youngest = 12
	oldest   = 100
)

var ruleC230 = Rule{
	Code: "C230", Severity: finding.Warning,
	Title: lang.Say("生年から見た年齢が不自然", "Implausible year of birth"),
	Long: lang.Say(
		"開始日の年齢が12歳より若いか、100歳を超えます。生年の打ち間違いか、元号の年（55 など）を西暦の欄に書いたことがよくある原因です。年代別の集計に影響します。",
		"On the start date the person would be under 12 or over 100. Often a digit is wrong, or the year is of a "+
			"Japanese era. Figures by age band depend on it.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Participants.Every() {
			if r.AgeBand.Known && (r.AgeBand.Value < youngest/10*10 || r.AgeBand.Value > oldest) {
				report(record.About(r, r.AgeBand, lang.Sayf("年代「%s」が不自然です。", "The age band “%s” is implausible.",
					lang.Quote(r.AgeBand.Text)),
					lang.Say("30代 のように書いてください。", "Write it as 30代 (thirties).")))
			}
			if !r.BirthYear.Known || !r.StartDate.Known {
				continue
			}
			year, _, _ := r.StartDate.Value.YMD()
			age := year - r.BirthYear.Value
			if age >= youngest && age <= oldest {
				continue
			}
			report(record.About(r, r.BirthYear,
				lang.Sayf("生年 %d年だと、開始日に%d歳になります。", "Born in %d, the person would be %d at the start.", r.BirthYear.Value, age),
				lang.Say("生年を西暦4けた（1985）か、昭和60年のように書いてください。", "Write the year with four digits (1985)."),
				record.PlaceOf(r, r.StartDate)))
		}
	},
}
