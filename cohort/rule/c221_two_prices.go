package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC221 = Rule{
	Code: "C221", Severity: finding.Warning,
	Title: lang.Say("月額と契約額の両方がある案件", "Contract with two prices"),
	Long: lang.Say(
		"月額と契約額の両方が書かれている案件は、月額で売上を計算し、契約額は使いません。"+
			"契約額が正しいときは月額を空欄にしてください。",
		"With both a monthly price and an amount, revenue is computed from the monthly price and the amount is not "+
			"used. "+
			"Clear the monthly price if the amount is right.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Contracts.Every() {
			if !r.Monthly.Known || !r.Amount.Known || r.Monthly.Value == 0 || r.Amount.Value == 0 {
				continue
			}
			report(record.About(r, r.Amount,
				lang.Sayf("月額 %s円と契約額 %s円の両方があります。売上は月額で計算します。",
					"A monthly price of %s yen and an amount of %s yen; revenue uses the monthly price.", lang.Yen(r.Monthly.Value),
					lang.Yen(r.Amount.Value)),
				lang.Say("使わないほうを空欄にしてください。", "Clear the one that does not apply."),
				record.PlaceOf(r, r.Monthly)))
		}
	},
}
