package rule

import (
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC272 = Rule{
	Code: "C272", Severity: finding.Warning,
	Title: lang.Say("支出の日付が年度に合わない", "Expense outside its fiscal year"),
	Long: lang.Say(
		"予算の行の日付が、「年度」に書かれた年度にも、その後の出納整理期間（5月31日まで）にも入っていません。「年度」のとおりに数えています。年度か日付の書き間違いであれば直してください。",
		"The date of the budget line lies neither in the year under 年度 nor in the two months after it, in which its "+
			"books are still open (出納整理期間, to 31 May). It counts in the year that is written. Correct whichever is wrong.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Budget.Every() {
			if !r.FiscalYear.Known || !r.Date.Known {
				continue
			}
			year := r.FiscalYear.Value
			first, _ := record.FiscalDays(year)
			if first <= r.Date.Value && r.Date.Value <= cell.NewDay(year+1, time.May, 31) {
				continue
			}
			report(record.About(r, r.Date,
				lang.Sayf("日付 %[1]s は、%[2]d年度（%[3]s から、出納整理期間の終わる翌年5月31日まで）に入りません。%[2]d年度として数えています。",
					"%[1]s is not in fiscal %[2]d (from %[3]s to 31 May of the year after). It counts in fiscal %[2]d.",
					r.Date.Value, year, first),
				lang.Say("年度か日付を直してください。", "Correct the year or the date."), record.PlaceOf(r, r.FiscalYear)))
		}
	},
}
