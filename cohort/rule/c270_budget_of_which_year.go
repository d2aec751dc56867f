package rule

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC270 = Rule{
	Code: "C270", Severity: finding.Error,
	Title: lang.Say("どの年度の予算か分からない", "Budget line of which year?"),
	Long: lang.Say(
		"台帳に2つ以上の年度の記録があるか、同じ費目の予算額が年度つきでほかにあるのに、この予算の行には年度も日付もありません。どちらの年度に数えるかで執行率も1人あたりの費用も変わるため、分かるまで数えません。"+
			"「年度」の列に 2025 や 令和7年度 のように書いてください（列がなければ足します）。",
		"The ledger has records of more than one fiscal year, or another line plans the same item with its year, and this "+
			"budget line has neither a year nor a date. "+
			"Spent ÷ planned and costs depend on which it is, so it does not count until that is told. Write 2025 or "+
			"令和7年度 under 年度 (add the column where there is none).",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		years := yearsOf(all, run)
		for _, r := range all.Budget.Every() {
			if !record.Blank(r.FiscalYear) || !record.Blank(r.Date) {
				continue
			}
			if len(years) < 2 {
				if year, twice := plannedOf(all, r); twice {
					report(record.About(r, cellOfYear(r),
						lang.Sayf("費目「%[1]s」がどの年度の予算か分かりません（同じ費目の %[2]d年度の予算額がほかにあります）。",
							"“%[1]s”: the budget of which fiscal year? Another line plans it for %[2]d.",
							lang.Quote(r.Item.Value), year),
						lang.Sayf("「年度」の列に年度を書いてください（%[1]d年度の追加なら %[1]d、次の年度なら %[2]d）。",
							"Write the year under 年度: %[1]d for more in that year, %[2]d for the next.", year, year+1)), r.Row)
				}
				continue
			}
			report(record.About(r, cellOfYear(r),
				lang.Sayf("費目「%[1]s」がどの年度の予算か分かりません（台帳には %[2]s年度の記録があります）。",
					"“%[1]s”: the budget of which fiscal year? The ledger has records of %[2]s.", lang.Quote(r.Item.Value),
					strings.Join(years, "・")),
				lang.Sayf("「年度」の列に %[1]s のように年度を書いてください。列がなければ足してください。",
					"Write the year, such as %[1]s, under 年度; add the column where there is none.", years[len(years)-1])), r.Row)
		}
	},
}

// plannedOf is the year named by another line that plans the same item of the same class and fund: a line without a
// year beside it, typed in February say, may be of the year to come.
func plannedOf(all *record.Tables, r *record.Budget) (year int, twice bool) {
	for _, other := range all.Budget.Rows {
		if r.Planned.Known && other.Planned.Known && other.FiscalYear.Known && r.Item.Known &&
			lang.Key(other.Item.Value) == lang.Key(r.Item.Value) && other.Class.Value == r.Class.Value &&
			other.Fund.Value == r.Fund.Value {
			return other.FiscalYear.Value, true
		}
	}
	return 0, false
}

// yearsOf are the fiscal years of which the ledger has work, support or budget lines, the earliest first. Work from
// before the ledger begins is that of cycles under way.
func yearsOf(all *record.Tables, run Run) []string {
	seen := map[int]bool{}
	for _, t := range all.Tasks.Rows {
		if t.Date.Known && t.Date.Value >= run.Begins {
			seen[t.Date.Value.FiscalYear()] = true
		}
	}
	for _, s := range all.Support.Rows {
		if s.Date.Known && s.Date.Value >= run.Begins {
			seen[s.Date.Value.FiscalYear()] = true
		}
	}
	for _, b := range all.Budget.Rows {
		seen[b.Year()] = true
	}
	delete(seen, 0) // of a line that does not tell
	var years []string
	for _, y := range slices.Sorted(maps.Keys(seen)) {
		years = append(years, strconv.Itoa(y))
	}
	return years
}

// cellOfYear is where the year of a budget line is to be written: its cell, or where the sheet has no such column, that
// of the item.
func cellOfYear(r *record.Budget) record.Field[string] {
	if r.FiscalYear.Col > 0 {
		return record.Field[string]{Col: r.FiscalYear.Col}
	}
	return r.Item
}
