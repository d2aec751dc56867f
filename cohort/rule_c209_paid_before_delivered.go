package cohort

import "pilot90/cohort/finding"

var ruleC209 = Rule{
	Code: "C209", Severity: finding.Warning,
	Title: text("支払日が納品日より前", "Paid before delivery"),
	Long: text(
		"納品の前に支払われたことになっています。納品日がない行では作業日と比べます。前払いでなければ、支払日か納品日の書き間違いです。"+
			"支払までの日数と、初めて収入を得た日が早く出すぎるおそれがあります。",
		"The payment comes before the delivery (or, without a delivery date, before the work). Unless it was an "+
			"advance, one of the dates is wrong, "+
			"and payment days and the first income date come out too early.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			reference, name := r.DeliveredDate, text("納品日", "the delivery on")
			if blank(reference) {
				reference, name = r.Date, text("作業日", "the work on")
			}
			if !r.PaidDate.Known || !reference.Known || r.PaidDate.Value >= reference.Value {
				continue
			}
			report(about(r, r.PaidDate,
				text(
					"支払日 "+day(r.PaidDate)+" が"+name.JA+" "+day(reference)+" より前です。",
					"Paid on "+day(r.PaidDate)+", before "+name.EN+" "+day(reference)+".",
				),
				text("日付を確かめてください。前払いなら、このままでかまいません。", "Check the dates. If it was an advance, leave it."),
				placeOf(r, reference)))
		}
	},
}
