package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC207 = Rule{
	Code: "C207", Severity: finding.Warning,
	Title: lang.Say("作業日が案件の契約期間の外", "Work outside the contract's term"),
	Long: lang.Say(
		"契約が始まる前や終わった後の日付で作業が記録されています。案件IDの取り違えか、契約期間の更新の書き忘れがよくある原因です。"+
			"延長した契約なら終了日を書き直し、別の案件の作業なら案件IDを直してください。",
		"Work is dated before the contract began or after it ended; usual causes are a mixed-up contract id and a "+
			"renewal that was not written down. "+
			"Update the end date, or correct the contract id.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		chains := chainsOf(all, run)
		for _, r := range all.Tasks.Every() {
			k := r.Contract
			if k == nil || !r.Date.Known || backwards(k.StartDate, k.EndDate) ||
				chains[k] != nil && chains[k].Covers(r.Date.Value) {
				continue
			}
			fix := lang.Say("作業日の書き間違いなら作業日を、別の案件の作業なら案件IDを直してください。どちらも正しければ、案件の開始日・終了日を実際の契約期間に直します。",
				"Correct the work date if it is a slip, or the contract id if the work belongs to another contract; if both are "+
					"right, correct the term of the contract.")
			if k.StartDate.Known && r.Date.Value < k.StartDate.Value {
				report(causedBy(record.About(r, r.Date, lang.Sayf("作業日 %s が、案件「%s」の開始日 %s より前です。",
					"Worked on %s, before contract “%s” began on %s.", record.DateText(r.Date), lang.Quote(k.ID.Value),
					record.DateText(k.StartDate)),
					fix, record.PlaceOf(k, k.StartDate))))
			}
			if k.EndDate.Known && r.Date.Value > k.EndDate.Value {
				report(causedBy(record.About(r, r.Date, lang.Sayf("作業日 %s が、案件「%s」の終了日 %s より後です。",
					"Worked on %s, after contract “%s” ended on %s.", record.DateText(r.Date), lang.Quote(k.ID.Value),
					record.DateText(k.EndDate)),
					fix, record.PlaceOf(k, k.EndDate))))
			}
		}
	},
}
