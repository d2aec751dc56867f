package cohort

import "pilot90/cohort/finding"

var ruleC228 = Rule{
	Code: "C228", Severity: finding.Warning,
	Title: text("支払日があるのに金額がない", "Payment date without an amount"),
	Long: text(
		"支払日が書かれていますが、報酬も支払額も空欄か0です。このままでは収入として数えません。"+
			"金額を書くか、支払いがなければ支払日を空欄にしてください。",
		"There is a payment date but neither pay nor a paid amount; it does not count as income. "+
			"Write the amount, or clear the date if nothing was paid.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		if !all.Tasks.Has("pay") {
			return
		}
		nothing := func(f Field[float64]) bool { return blank(f) || f.Known && f.Value == 0 }
		for _, r := range all.Tasks.Every() {
			if !r.PaidDate.Known || !nothing(r.Pay) || !nothing(r.Paid) {
				continue
			}
			report(about(r, r.Pay,
				say("支払日 %s がありますが、報酬が書かれていません。", "Paid on %s, but no pay is written.", day(r.PaidDate)),
				text("報酬の額を書くか、支払いがなければ支払日を空欄にしてください。", "Write the pay, or clear the payment date."),
				placeOf(r, r.PaidDate)))
		}
	},
}
