package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/kpi/facts"
	"pilot90/report/content"
)

// threeIncomes tells apart in one line the numbers of first incomes that look alike; "" where fewer than two of them
// can
// be shown, or all are the same.
func (e *Env) threeIncomes() string {
	var parts []string
	var numbers []float64
	add := func(n *float64, ja, en string) {
		if n != nil {
			parts, numbers = append(parts, e.Words(ja+" "+content.Round(*n, 0)+"人", content.Round(*n, 0)+" "+en)),
				append(numbers, *n)
		}
	}
	for _, s := range e.Result.Funnel.Stages {
		if s.Stage == facts.FirstIncome && s.Count != nil {
			add(new(float64(*s.Count)), "対象期間にかかるサイクルの全員のうち初収入のあった人", "of all whose cycle falls into the period")
		}
	}
	if f := e.figure("first_income_residents"); f != nil {
		add(f.Value, "町外の人と過去に収入のあった人を除き、初収入が対象期間に入る人", "residents without prior income, whose first income is in "+
			"the period")
	}
	days := e.Cohort.Pilot.Cycle.Length()
	if f := e.figure("first_income_within_cycle_ratio"); f != nil {
		add(f.Numerator, fmt.Sprintf("サイクルを終えた人のうち%d日目までに初収入のあった人", days),
			fmt.Sprintf("within %d days, of those whose cycle is over", days))
	}
	if len(numbers) < 2 || slices.Min(numbers) == slices.Max(numbers) {
		return ""
	}
	return e.Words("初収入の人数のちがい：", "First incomes differ by whom they count: ") + strings.Join(parts, e.Words("、", "; "))
}
