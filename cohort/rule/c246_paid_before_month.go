package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC246 = Rule{
	Code: "C246", Severity: finding.Warning,
	Title: lang.Say("支払日が対象月より前", "Paid before the month that is paid"),
	Long: lang.Say(
		"仕事をした月が始まる前に支払われたことになっています。前払いでなければ、支払日か対象月の書き間違いです（年の間違いがよくあります）。"+
			"初めて収入を得た日が早く出すぎるおそれがあります。",
		"The payment comes before the first day of the month that it is for. Unless it was an advance, the day or the "+
			"month is wrong (often the year), and the first income date comes out too early.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, p := range all.Payments.Every() {
			if !p.PaidDate.Known || !p.Month.Known || p.PaidDate.Value >= p.Month.Value {
				continue
			}
			report(record.About(p, p.PaidDate,
				lang.Sayf("支払日 %[1]s が、対象月（%[2]s）の始まりより前です。", "Paid on %[1]s, before the month worked (%[2]s) begins.",
					record.DateText(p.PaidDate), lang.Quote(p.Month.Text)),
				lang.Say("支払日と対象月を確かめてください。前払いなら、このままでかまいません。",
					"Check the day and the month. If it was an advance, leave it."),
				record.PlaceOf(p, p.Month)))
		}
	},
}
