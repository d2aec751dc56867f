package rule

import (
	"slices"
	"strconv"
	"time"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC271 = Rule{
	Code: "C271", Severity: finding.Warning,
	Title: lang.Say("4月・5月の支出がどちらの年度か分からない", "Expense of April or May: which year?"),
	Long: lang.Say(
		"4月・5月は、前の年度の支払い（出納整理期間）と新しい年度の支払いが重なります。「年度」の列がないか空欄のため、日付どおり新しい年度の支出として数えています。"+
			"前の年度の支出であれば「年度」にその年度を書いてください。新しい年度のものも、書いておくと確かです。台帳に前の年度の記録がないときは確かめません。",
		"In April and May, bills of the year before (出納整理期間) and of the new one are paid side by side. Without "+
			"a year the expense counts by its date, in the new one. Write the year under 年度. Not asked where the "+
			"ledger has nothing of the year before.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		years := yearsOf(all, run)
		for _, r := range all.Budget.Every() {
			if !record.Blank(r.FiscalYear) || !r.Date.Known || !r.Spent.Known {
				continue
			}
			_, month, _ := r.Date.Value.YMD()
			year := r.Date.Value.FiscalYear()
			if month != time.April && month != time.May || !slices.Contains(years, strconv.Itoa(year-1)) {
				continue
			}
			report(record.About(r, cellOfYear(r),
				lang.Sayf("%[1]s の支出「%[2]s」は、%[3]d年度と%[4]d年度のどちらのものですか。%[4]d年度として数えています。",
					"The expense “%[2]s” of %[1]s: of fiscal %[3]d or %[4]d? It counts in %[4]d.", r.Date.Value,
					lang.Quote(r.Item.Value), year-1, year),
				lang.Sayf("「年度」の列に %[1]d か %[2]d を書いてください。", "Write %[1]d or %[2]d under 年度.", year-1, year)))
		}
	},
}
