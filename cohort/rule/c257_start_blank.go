package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC257 = Rule{
	Code: "C257", Severity: finding.Warning,
	Title: lang.Say("開始日が空欄の参加者", "Participant without a start"),
	Long: lang.Say(
		"開始日のない参加者は、サイクルの何日目にいるかわかりません。参加者や登録者としては数え、サイクルの数字（修了率、定着率、90日以内の初収入など）には入れません。"+
			"期の全員が同じ日に始めたなら、pilot.toml に [cohort.\"第1期\"] と start = 2025-04-07 のように1度だけ書くこともできます。",
		"Without a start nobody knows on which day of the cycle a participant is. The person counts as a participant and as "+
			"registered, and is in no figure of the cycle. Where a whole cohort began on one day, pilot.toml can say it once: "+
			"[cohort.\"第1期\"] with start = 2025-04-07.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, p := range all.Participants.Every() {
			if p.StartDate.Col == 0 || !record.Blank(p.StartDate) || record.Filled(p) < 2 {
				continue
			}
			report(record.About(p, p.StartDate,
				lang.Say("開始日が空欄です。サイクルの数字には入れません。", "The start is blank; figures of the cycle leave this person out."),
				lang.Say("開始日を書いてください。期の全員が同じ日に始めたなら、pilot.toml の [cohort.\"期の名前\"] に start を1度書けば足ります。",
					"Write the start. Where a whole cohort began on one day, write it once in pilot.toml: [cohort.\"name\"] start.")))
		}
	},
}
