package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC267 = Rule{
	Code: "C267", Severity: finding.Info,
	Title: lang.Say("開始日を、pilot.toml の期の開始日とした", "Start taken from the cohort in pilot.toml"),
	Long: lang.Say(
		"開始日が空欄の参加者は、pilot.toml の [cohort.\"第1期\"] に書かれた start の日に始めたとみなします。開始日が書かれている人には使いません。",
		"A participant whose start is blank is taken to have begun on the start of the cohort in pilot.toml. A start in the "+
			"sheet goes first.",
	),
}

// StartedByCohort says for each cohort whose start pilot.toml gave.
func StartedByCohort(people []*record.Participant) []finding.Finding {
	var found []finding.Finding
	for _, p := range people {
		f := record.About(p, p.StartDate,
			lang.Sayf("開始日が空欄のため、「%[1]s」の開始日 %[2]s としました。", "The start is blank: it is that of “%[1]s”, %[2]s.",
				lang.Quote(p.Cohort.Text), record.DateText(p.StartDate)),
			lang.Say("このままで構いません。別の日に始めた人には、開始日を書いてください。",
				"Nothing need be done. Write the start of those who began on another day."))
		f.Code, f.Severity = ruleC267.Code, ruleC267.Severity
		found = append(found, f)
	}
	return found
}
