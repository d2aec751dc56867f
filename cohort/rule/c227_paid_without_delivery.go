package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC227 = Rule{
	Code: "C227", Severity: finding.Warning,
	Title: lang.Say("支払日があるのに納品日がない", "Paid without a delivery date"),
	Long: lang.Say(
		"ほかの行には納品日があるのに、支払い済みのこの行にはありません。納品から支払までの日数が出せず、「支払日数」の件数から外れます。"+
			"納品を受けた日を書いてください。",
		"Other rows have a delivery date, this paid one has not, so payment days cannot be counted for it. "+
			"Write the day the work was received.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		inUse := map[*record.Source]bool{}
		for _, r := range all.Tasks.Every() {
			if r.DeliveredDate.Known {
				inUse[r.Source] = true
			}
		}
		for _, r := range all.Tasks.Every() {
			if !r.PaidDate.Known || !record.Blank(r.DeliveredDate) || !inUse[r.Source] {
				continue
			}
			report(record.About(r, r.DeliveredDate,
				lang.Sayf("%s に支払われていますが、納品日が空欄です。", "Paid on %s, but no delivery date.", record.DateText(r.PaidDate)),
				lang.Say("納品を受けた日を書いてください。", "Write the day the work was received."),
				record.PlaceOf(r, r.PaidDate)))
		}
	},
}
