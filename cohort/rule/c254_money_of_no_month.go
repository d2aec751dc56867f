package rule

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC254 = Rule{
	Code: "C254", Severity: finding.Error,
	Title: lang.Say("何月の支払・請求か分からない", "A payment or invoice of no month"),
	Long: lang.Say(
		"支払の対象月と支払日、または請求の請求月と請求日が、どちらも空欄です。何月の分か決められないため、集計から外します。どちらかを書いてください。",
		"Neither the month nor the day of a payment, or of an invoice, is written. It cannot be placed in a month and is "+
			"left out. Write one of the two.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, p := range all.Payments.Every() {
			if record.Blank(p.Month) && record.Blank(p.PaidDate) && p.Amount.Known {
				report(noMonth(p, p.Month, p.PaidDate, lang.Say("対象月も支払日も空欄", "month and payment day"),
					lang.Say("対象月（仕事をした月）か支払日", "the month worked or the day of the payment")), p.Row)
			}
		}
		for _, v := range all.Invoices.Every() {
			if record.Blank(v.Month) && record.Blank(v.Date) && v.Amount.Known {
				report(noMonth(v, v.Month, v.Date, lang.Say("請求月も請求日も空欄", "month and date"),
					lang.Say("請求月か請求日", "the month or the date of the invoice")), v.Row)
			}
		}
	},
}

// noMonth is the finding at the month, or at the day where the sheet has no column of months.
func noMonth(r record.Record, month, day record.Field[cell.Day], blank, wanted lang.Text) finding.Finding {
	at := month
	if at.Col == 0 {
		at = day
	}
	return record.About(r, at,
		lang.Sayf("%[1]sのため、何月の分か決められません。", "Both %[2]s are blank: which month it is for cannot be told.", blank.JA,
			blank.EN),
		lang.Sayf("%[1]sを書いてください。", "Write %[2]s.", wanted.JA, wanted.EN))
}
