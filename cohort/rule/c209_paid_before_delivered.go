package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC209 = Rule{
	Code: "C209", Severity: finding.Warning,
	Title: lang.Say("支払日が納品日より前", "Paid before delivery"),
	Long: lang.Say(
		"納品の前に支払われたことになっています。納品日がない行では作業日と比べます。前払いでなければ、支払日か納品日の書き間違いです。"+
			"支払までの日数と、初めて収入を得た日が早く出すぎるおそれがあります。",
		"The payment comes before the delivery (or, without a delivery date, before the work). Unless it was an "+
			"advance, one of the dates is wrong, "+
			"and payment days and the first income date come out too early.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			reference, name := r.DeliveredDate, lang.Say("納品日", "the delivery on")
			if record.Blank(reference) {
				reference, name = r.Date, lang.Say("作業日", "the work on")
			}
			if !r.PaidDate.Known || !reference.Known || r.PaidDate.Value >= reference.Value || paidBeforeStart(r) {
				continue
			}
			report(record.About(r, r.PaidDate,
				lang.Say(
					"支払日 "+record.DateText(r.PaidDate)+" が"+name.JA+" "+record.DateText(reference)+" より前です。",
					"Paid on "+record.DateText(r.PaidDate)+", before "+name.EN+" "+record.DateText(reference)+".",
				),
				lang.Say("日付を確かめてください。前払いなら、このままでかまいません。", "Check the dates. If it was an advance, leave it."),
				record.PlaceOf(r, reference)))
		}
	},
}
