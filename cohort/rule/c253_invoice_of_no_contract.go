package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC253 = Rule{
	Code: "C253", Severity: finding.Error,
	Title: lang.Say("どの案件の請求か決められない", "An invoice of no contract"),
	Long: lang.Say(
		"請求に案件が書かれておらず、発注者だけではどの案件の分か決められません。その月に案件が1件だけの発注者なら、案件を書かなくても読めます。"+
			"定期か単発か、どの業務の売上かが分からないため、その請求は売上に入れません。案件IDか案件名を書いてください。",
		"The invoice names no contract, and its client has several in that month, or none. Whether the revenue is of a "+
			"recurring or a one-off contract cannot be told, so it is left out. Write the id or the title of the contract.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		if !all.Contracts.Present {
			return
		}
		for _, v := range all.Invoices.Every() {
			if v.Contract != nil || !record.Blank(v.ContractID) || v.ClientID.Known && all.Clients.Present && v.Client == nil {
				continue
			}
			f := record.About(v, v.ContractID,
				lang.Say("案件の記入がなく、どの案件の請求か決められません。", "It names no contract, and which is meant cannot be told."),
				lang.Say("案件IDか案件名を書いてください。", "Write the id or the title of the contract."))
			if v.ContractID.Col == 0 {
				f = record.About(v, v.ClientID, f.Message, f.Fix)
			}
			report(f, v.Row)
		}
	},
}
