package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC266 = Rule{
	Code: "C266", Severity: finding.Error,
	Title: lang.Say("いつからの案件かわからない", "Contract of which nobody knows since when"),
	Long: lang.Say(
		"開始日が空欄で、この案件の作業も請求も記録にありません。いつからの案件かわからないため、集計から外します。",
		"The start is blank, and there is neither work nor an invoice on the contract. As nobody knows since when it runs, "+
			"it is left out.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, k := range all.Contracts.Every() {
			if !record.Blank(k.StartDate) || record.Filled(k) < 2 {
				continue
			}
			report(record.About(k, k.StartDate,
				lang.Say("開始日が空欄で、作業も請求もないため、いつからの案件かわかりません。",
					"The start is blank, and there is neither work nor an invoice that tells since when it runs."),
				lang.Say("契約の開始日を書いてください。まだ始まっていない案件なら、行を削除してください。",
					"Write the first day of the contract, or delete the row if it has not begun.")), k.Row)
		}
	},
}
