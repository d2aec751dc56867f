package cohort

import "pilot90/cohort/finding"

var ruleC237 = Rule{
	Code: "C237", Severity: finding.Warning,
	Title: text("支払額があるのに支払日がない", "Amount paid without a payment date"),
	Long: text(
		"支払額が書かれていますが、支払日が空欄です。支払日が空欄の報酬は「まだ支払っていない」と数えるため、初めて収入を得た人の数や支払までの日数から外れます。支払った日を書いてください。",
		"An amount was paid but has no payment date. Pay without one counts as not yet paid, so first income and "+
			"payment days miss it. Write the date.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		if !all.Tasks.Has("paid_date") {
			return
		}
		for _, r := range all.Tasks.Every() {
			if !r.Paid.Known || r.Paid.Value <= 0 || !blank(r.PaidDate) {
				continue
			}
			report(about(r, r.PaidDate,
				say("支払額 %s円がありますが、支払日が空欄です。", "%s yen paid, but no payment date.", yen(r.Paid.Value)),
				text("支払った日を書いてください。", "Write the day of the payment."),
				placeOf(r, r.Paid)))
		}
	},
}
