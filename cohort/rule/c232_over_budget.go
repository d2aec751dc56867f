package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC232 = Rule{
	Code: "C232", Severity: finding.Warning,
	Title: lang.Say("執行額が予算額を超えている", "Spent more than planned"),
	Long: lang.Say(
		"同じ年度の、同じ費目・財源の執行額の合計が、予算額の合計を超えています。流用や補正があったなら予算額を書き直し、桁の打ち間違いなら直してください。"+
			"予算額がどこにも書かれていない費目は確かめません。",
		"What was spent on an item of one fund in one year exceeds what was planned. After a transfer or supplementary "+
			"budget, update the plan; else correct the amount. "+
			"Items without any planned amount are not checked.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		type line struct {
			item, fund string
			year       int
		}
		lines := map[line][]*record.Budget{}
		var order []line
		several := len(yearsOf(all, run)) > 1
		for _, r := range all.Budget.Every() {
			k := line{item: r.Item.Value, fund: r.Fund.Value}
			if several {
				k.year = r.Year()
			}
			if lines[k] == nil {
				order = append(order, k)
			}
			lines[k] = append(lines[k], r)
		}
		for _, k := range order {
			checkBudget(lines[k], report)
		}
	},
}

// checkBudget reports one budget line at its last row with spending.
func checkBudget(rows []*record.Budget, report reporter) {
	planned, spent := 0.0, 0.0
	var last *record.Budget
	known := false
	for _, r := range rows {
		if r.Planned.Known {
			planned += r.Planned.Value
			known = true
		}
		if r.Spent.Known {
			spent += r.Spent.Value
			last = r
		}
	}
	if !known || last == nil || spent <= planned {
		return
	}
	var related []finding.Place
	for _, r := range rows {
		if r != last && r.Spent.Known {
			related = append(related, record.PlaceOf(r, r.Spent))
		}
		if r.Planned.Known {
			related = append(related, record.PlaceOf(r, r.Planned))
		}
	}
	report(record.About(last, last.Spent,
		lang.Sayf("費目「%s」の執行額 %s円が、予算額 %s円を超えています。", "“%s”: %s yen spent, more than the %s yen planned.",
			lang.Quote(last.Item.Value),
			lang.Yen(spent), lang.Yen(planned)),
		lang.Say("金額を確かめてください。流用や補正があれば、予算額を書き直します。", "Check the amounts; after a transfer, update the plan."),
		related...))
}
