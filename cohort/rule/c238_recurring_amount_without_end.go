package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC238 = Rule{
	Code: "C238", Severity: finding.Warning,
	Title: lang.Say("定期案件に契約額だけがあり、終了日がない", "Recurring contract with an amount but no end"),
	Long: lang.Say(
		"月額がなく契約額だけの案件で終了日がないと、契約額の全部を開始日の売上として数えます。定期案件では、月ごとの売上が実際と違ってしまいます。"+
			"毎月払いなら月額に、期間の決まった契約なら終了日を書いてください。",
		"With an amount, no monthly price and no end date, the whole amount counts as revenue of the start date; for "+
			"a recurring contract that is rarely true. "+
			"Write a monthly price, or the end date.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Contracts.Every() {
			if r.Kind.Value != "recurring" || !record.Blank(r.Monthly) || !r.Amount.Known || r.Amount.Value <= 0 ||
				!record.Blank(r.EndDate) {
				continue
			}
			report(record.About(r, r.EndDate,
				lang.Sayf("契約額 %s円だけがあり、月額も終了日もありません。全額を開始日の売上として数えます。",
					"Only an amount of %s yen, no monthly price and no end; all of it counts on the start date.",
					lang.Yen(r.Amount.Value)),
				lang.Say("毎月払いなら月額を、期間が決まっていれば終了日を書いてください。", "Write the monthly price, or the end date."),
				record.PlaceOf(r, r.Amount)))
		}
	},
}
