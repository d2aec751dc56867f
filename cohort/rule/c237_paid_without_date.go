package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC237 = Rule{
	Code: "C237", Severity: finding.Warning,
	Title: lang.Say("支払額があるのに支払日がない", "Amount paid without a payment date"),
	Long: lang.Say(
		"支払額が書かれていますが、支払日が空欄です。支払日が空欄の報酬は「まだ支払っていない」と数えるため、初めて収入を得た人の数や支払までの日数から外れます。支払った日を書いてください。",
		"An amount was paid but has no payment date. Pay without one counts as not yet paid, so first income and "+
			"payment days miss it. Write the date.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		if !all.Tasks.Has("paid_date") {
			return
		}
		for _, r := range all.Tasks.Every() {
			if !r.Paid.Known || r.Paid.Value <= 0 || !record.Blank(r.PaidDate) {
				continue
			}
			report(record.About(r, r.PaidDate,
				lang.Sayf("支払額 %s円がありますが、支払日が空欄です。", "%s yen paid, but no payment date.", lang.Yen(r.Paid.Value)),
				lang.Say("支払った日を書いてください。", "Write the day of the payment."),
				record.PlaceOf(r, r.Paid)))
		}
	},
}
