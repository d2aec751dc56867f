package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC268 = Rule{
	Code: "C268", Severity: finding.Warning,
	Title: lang.Say("氏名に（退）などとあるのに離脱日がない", "A name that says the person has left, without an exit date"),
	Long: lang.Say(
		"氏名の後ろに（退）（休）などの印がありますが、離脱日が空欄です。印は氏名の一部とはせず、同じ氏名の記録はこの人のものとして数えます。離脱日がない人は続けているものとして数えるため、離れた人なら離脱日を書いてください。",
		"Behind the name stands a mark such as （退）, and there is no exit date. The mark is no part of the name. People "+
			"without an exit date count as still taking part: write the date if the person has left.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, p := range all.Participants.Every() {
			name := p.Name.Text
			if !p.Name.Known {
				name = p.ID.Text
			}
			if !record.SaysLeft(name) || !record.Blank(p.ExitDate) {
				continue
			}
			report(record.About(p, p.ExitDate,
				lang.Sayf("「%[1]s」とありますが、離脱日が空欄です。続けているものとして数えています。",
					"The name is “%[1]s”, and there is no exit date; the person counts as still taking part.", lang.Quote(name)),
				lang.Say("離れた人なら、離脱日を書いてください。続けている人なら、印を消してください。",
					"Write the exit date, or take the mark away if the person is still taking part.")))
		}
	},
}
