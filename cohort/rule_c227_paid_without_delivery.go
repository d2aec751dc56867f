package cohort

import "pilot90/cohort/finding"

var ruleC227 = Rule{
	Code: "C227", Severity: finding.Warning,
	Title: text("支払日があるのに納品日がない", "Paid without a delivery date"),
	Long: text(
		"ほかの行には納品日があるのに、支払い済みのこの行にはありません。納品から支払までの日数が出せず、「支払日数」の件数から外れます。"+
			"納品を受けた日を書いてください。",
		"Other rows have a delivery date, this paid one has not, so payment days cannot be counted for it. "+
			"Write the day the work was received.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		inUse := map[*Source]bool{}
		for _, r := range all.Tasks.Every() {
			if r.DeliveredDate.Known {
				inUse[r.Source] = true
			}
		}
		for _, r := range all.Tasks.Every() {
			if !r.PaidDate.Known || !blank(r.DeliveredDate) || !inUse[r.Source] {
				continue
			}
			report(about(r, r.DeliveredDate,
				say("%s に支払われていますが、納品日が空欄です。", "Paid on %s, but no delivery date.", day(r.PaidDate)),
				text("納品を受けた日を書いてください。", "Write the day the work was received."),
				placeOf(r, r.PaidDate)))
		}
	},
}
