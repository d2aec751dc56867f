package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC240 = Rule{
	Code: "C240", Severity: finding.Warning,
	Title: lang.Say("単発の案件に月額があり、終了日がない", "One-off contract with a monthly price and no end"),
	Long: lang.Say(
		"単発の案件に月額が書かれ、終了日が空欄です。このままでは毎月の売上が続くものとして計算します。"+
			"毎月続く契約なら種別を定期に、1回きりの契約なら金額を契約額に移すか終了日を書いてください。",
		"A one-off contract has a monthly price and no end date, so its revenue goes on every month. "+
			"Make it recurring if it is; otherwise move the price to the amount or write the end date.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Contracts.Every() {
			if r.Kind.Value != "one_off" || !r.Monthly.Known || r.Monthly.Value <= 0 || !record.Blank(r.EndDate) {
				continue
			}
			report(record.About(r, r.Monthly,
				lang.Sayf("単発の案件に月額 %s円があり、終了日がありません。", "A one-off contract with a monthly price of %s yen and no end date.",
					lang.Yen(r.Monthly.Value)),
				lang.Say("毎月続く契約なら種別を「定期」に直してください。1回きりの契約なら、月額の金額を契約額に移すか、終了日を書きます。",
					"Make the kind 定期 (recurring) if it goes on every month; otherwise move the price to the amount, or write the "+
						"end date."),
				record.PlaceOf(r, r.Kind), record.PlaceOf(r, r.EndDate)))
		}
	},
}
