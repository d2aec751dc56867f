package record

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"pilot90/cohort/cell"
)

// term is a row of 案件 with one client and one title.
func term(from, to cell.Day) *Contract {
	k := &Contract{}
	k.Title = Field[string]{Value: "入力", Known: true}
	k.ClientID = Field[string]{Value: "K1", Known: true}
	k.StartDate = Field[cell.Day]{Value: from, Known: true}
	k.EndDate = Field[cell.Day]{Value: to, Known: to > 0}
	return k
}

// onwards is the rule of Chains as its words say it, looked for among all terms that begin earlier.
func onwards(earlier []*Contract, gone map[*Contract]bool, k *Contract, gap int) *Contract {
	var found *Contract
	for _, before := range earlier {
		between := int(k.StartDate.Value-before.EndDate.Value) - 1
		later := !k.EndDate.Known || k.EndDate.Value > before.EndDate.Value
		switch {
		case gone[before] || !before.EndDate.Known || before.EndDate.Value < before.StartDate.Value:
		case k.StartDate.Value <= before.StartDate.Value || between > gap:
		case between < -1 && (between < -gap-1 || !later):
		case found == nil || before.EndDate.Value >= found.EndDate.Value:
			found = before
		}
	}
	return found
}

// TestOpenTermsAreThoseOfTheRule: series drawn at random, among them terms that end before they begin, or never.
func TestOpenTermsAreThoseOfTheRule(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		gap := []int{0, 1, 5, 31}[round%4]
		var series []*Contract
		for range 1 + r.IntN(30) {
			from := cell.Day(100 + r.IntN(60))
			to := max(from+cell.Day(r.IntN(30)-3), 1)
			if r.IntN(10) == 0 {
				to = 0
			}
			series = append(series, term(from, to))
		}
		slices.SortStableFunc(series, byStart)
		open, gone := newOpenTerms(series), map[*Contract]bool{}
		for i, k := range series {
			got, want := open.before(k, gap), onwards(series[:i], gone, k, gap)
			if gone[want] = true; got != want {
				t.Fatalf("round %d, gap %d, term %d goes on from %v, want %v", round, gap, i, got, want)
			}
		}
	}
}

// work is how much is allocated for n rows in which each renews the one before.
func work(n int, do func(rows []*Contract)) float64 {
	rows := make([]*Contract, n)
	for i := range rows {
		rows[i] = term(cell.Day(i), cell.Day(i))
		rows[i].Title.Value = fmt.Sprint("入力", i, "号")
		if i > 0 {
			rows[i].Renewed = rows[i-1]
		}
	}
	return testing.AllocsPerRun(1, func() { do(rows) })
}

// TestRowsAreLookedAtOnce: twice the contracts are twice the work, where each pair of them was looked at.
func TestRowsAreLookedAtOnce(t *testing.T) {
	for name, do := range map[string]func(rows []*Contract){
		"kindred": func(rows []*Contract) {
			if kin := slices.IndexFunc(rows[:len(rows)/2], Kindred(rows[len(rows)/2+1:])); kin >= 0 {
				t.Errorf("row %d is kin", kin)
			}
		},
		"faults": func(rows []*Contract) {
			fault := RenewalFaults(rows)
			if slices.ContainsFunc(rows, func(k *Contract) bool { return fault(k) != RenewalSound }) {
				t.Error("a sound row has a fault")
			}
		},
		"chains": func(rows []*Contract) { Chains(rows, Renewals{GapDays: 31}) },
	} {
		if one, two := work(1000, do), work(2000, do); two > 3*one {
			t.Errorf("%s: %.0f allocations for 1,000 contracts, %.0f for 2,000", name, one, two)
		}
	}
}

// TestRenewalFaults: rows that lead to a ring are none of it.
func TestRenewalFaults(t *testing.T) {
	rows := []*Contract{term(5, 9), term(6, 9), term(7, 9), term(8, 9), term(4, 9)}
	rows[0].Renewed, rows[1].Renewed, rows[2].Renewed = rows[1], rows[2], rows[1] // 0 → 1 ⇄ 2
	rows[3].Renewed, rows[4].Renewed = rows[3], rows[0]                           // 3 ↺, 4 → 0
	fault := RenewalFaults(rows)
	for i, want := range []RenewalFault{RenewalOfLater, RenewalOfItself, RenewalOfItself, RenewalOfItself,
		RenewalOfLater} {
		if got := fault(rows[i]); got != want {
			t.Errorf("row %d: %d, want %d", i, got, want)
		}
	}
}
