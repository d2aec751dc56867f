package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC250 = Rule{
	Code: "C250", Severity: finding.Warning,
	Title: lang.Say("入金日が請求より前", "Received before it was invoiced"),
	Long: lang.Say(
		"請求の前に入金されたことになっています。前受けでなければ、入金日か請求日（請求月）の書き間違いです。"+
			"入金日は売上の計算には使いません。",
		"The money came before the invoice. Unless it was paid in advance, one of the dates is wrong. The date of receipt "+
			"is not used for revenue.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, v := range all.Invoices.Every() {
			invoiced := v.Date
			if !invoiced.Known {
				invoiced = v.Month
			}
			if !v.ReceivedDate.Known || !invoiced.Known || v.ReceivedDate.Value >= invoiced.Value {
				continue
			}
			report(record.About(v, v.ReceivedDate,
				lang.Sayf("入金日 %[1]s が、請求（%[2]s）より前です。", "Received on %[1]s, before the invoice (%[2]s).",
					record.DateText(v.ReceivedDate), lang.Quote(invoiced.Text)),
				lang.Say("日付を確かめてください。前もって受け取った額なら、このままでかまいません。",
					"Check the dates. If it was paid in advance, leave it."),
				record.PlaceOf(v, invoiced)))
		}
	},
}
