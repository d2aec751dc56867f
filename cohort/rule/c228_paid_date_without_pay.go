package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC228 = Rule{
	Code: "C228", Severity: finding.Warning,
	Title: lang.Say("支払日があるのに金額がない", "Payment date without an amount"),
	Long: lang.Say(
		"支払日が書かれていますが、報酬も支払額も空欄か0です。このままでは収入として数えません。"+
			"金額を書くか、支払いがなければ支払日を空欄にしてください。",
		"There is a payment date but neither pay nor a paid amount; it does not count as income. "+
			"Write the amount, or clear the date if nothing was paid.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		nothing := func(f record.Field[float64]) bool { return record.Blank(f) || f.Known && f.Value == 0 }
		for _, p := range all.Payments.Every() {
			if p.PaidDate.Known && p.Amount.Known && p.Amount.Value == 0 {
				report(record.About(p, p.Amount,
					lang.Sayf("支払日 %s がありますが、支払額が0円です。", "Paid on %s, but the amount is 0 yen.", record.DateText(p.PaidDate)),
					lang.Say("支払った額を書くか、支払いがなければ支払日を空欄にしてください。", "Write the amount, or clear the payment date."),
					record.PlaceOf(p, p.PaidDate)))
			}
		}
		if !all.Tasks.Has("pay") {
			return
		}
		for _, r := range all.Tasks.Every() {
			if !r.PaidDate.Known || !nothing(r.Pay) || !nothing(r.Paid) {
				continue
			}
			report(record.About(r, r.Pay,
				lang.Sayf("支払日 %s がありますが、報酬が書かれていません。", "Paid on %s, but no pay is written.", record.DateText(r.PaidDate)),
				lang.Say("報酬の額を書くか、支払いがなければ支払日を空欄にしてください。", "Write the pay, or clear the payment date."),
				record.PlaceOf(r, r.PaidDate)))
		}
	},
}
