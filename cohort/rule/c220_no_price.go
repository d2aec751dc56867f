package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC220 = Rule{
	Code: "C220", Severity: finding.Warning,
	Title: lang.Say("月額も契約額もない案件", "Contract without a price"),
	Long: lang.Say(
		"月額と契約額がどちらも空欄の案件は、売上がわからないものとして金額の指標から除き、その件数を示します。0円とは数えません。"+
			"毎月払いなら月額を、全体でいくらなら契約額を書いてください。無償の案件なら契約額に 0 と書きます。",
		"A contract with neither monthly price nor amount has unknown revenue: money figures leave it out and say so; "+
			"it does not count as 0 yen. "+
			"Write the monthly price or the whole amount; for unpaid work write an amount of 0.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Contracts.Every() {
			if !record.Blank(r.Monthly) || !record.Blank(r.Amount) {
				continue
			}
			at, other := r.Monthly, r.Amount
			if r.Kind.Value == "one_off" && other.Col > 0 || at.Col == 0 {
				at, other = r.Amount, r.Monthly
			}
			var related []finding.Place
			if other.Col > 0 {
				related = append(related, record.PlaceOf(r, other))
			}
			report(record.About(r, at,
				lang.Say("月額も契約額も書かれていません。", "Neither a monthly price nor an amount."),
				lang.Say("毎月払いなら月額、まとめての契約なら契約額を円で書いてください。",
					"Write the monthly price, or the amount of the whole contract, in yen."),
				related...))
		}
	},
}
