package rollup

import (
	"testing"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
)

// TestOnePersonOfTwoRows: of first days the earlier counts, whichever row has it; who has left in one ledger only has
// not left, else the later day counts; what is blank is filled in.
func TestOnePersonOfTwoRows(t *testing.T) {
	day := func(month int) record.Field[cell.Day] {
		if month == 0 {
			return record.Field[cell.Day]{}
		}
		return record.Field[cell.Day]{Known: true, Value: cell.NewDay(2025, time.Month(month), 1)}
	}
	for _, tt := range []struct{ start, other, wantStart, exit, otherExit, wantExit int }{
		{6, 5, 5, 9, 8, 9}, {5, 6, 5, 8, 9, 9}, {0, 6, 6, 0, 9, 0}, {6, 0, 6, 9, 0, 0},
	} {
		p := &record.Participant{StartDate: day(tt.start), ExitDate: day(tt.exit)}
		q := &record.Participant{StartDate: day(tt.other), ExitDate: day(tt.otherExit),
			Name: record.Field[string]{Known: true, Value: "花"}}
		becomeOne(p, q)
		if p.StartDate != day(tt.wantStart) || p.ExitDate != day(tt.wantExit) || p.Name.Value != "花" {
			t.Errorf("%+v: start %v, exit %v, %q", tt, p.StartDate, p.ExitDate, p.Name.Value)
		}
	}
}

// TestCohortsWithARest: where the cohorts of a town leave nobody over, or five people as the limit is, they are told;
// where they leave four, not.
func TestCohortsWithARest(t *testing.T) {
	all := &result.Cohorts{Each: []result.CohortOf{{Number: 1}, {Number: 2, Rest: 4}, {Number: 3, Rest: 5}}}
	out := shownCohorts(all, nil, 5)
	if out == nil || len(out.Each) != 2 || out.Each[0].Number != 1 || out.Each[1].Number != 3 || out.LeftOut != 1 {
		t.Errorf("shown %+v", out)
	}
}

// TestKeptBackTogether: a pilot of three is kept back with the next smallest, so that what the sum leaves over is of
// two; pilots of five and more are told.
func TestKeptBackTogether(t *testing.T) {
	whole, _ := (&pool{}).figures(newGathering().definitions())
	for _, tt := range []struct {
		people []float64
		want   int
	}{{[]float64{5, 6, 7}, 0}, {[]float64{3, 20, 30}, 2}, {[]float64{4, 4, 30}, 2}, {[]float64{1, 2, 9, 30}, 3}} {
		var all []result.MunicipalityOf
		for i, n := range tt.people {
			all = append(all, result.MunicipalityOf{Reporter: result.Reporter{Place: result.Place{Code: string(rune('a' + i))}},
				Figures: []result.RollupFigure{{ID: "registered_workers", Value: &n}}})
		}
		if kept := keptBack(all, whole, 5); len(kept) != tt.want {
			t.Errorf("%v: %v are kept back, want %d", tt.people, kept, tt.want)
		}
	}
}

// TestAlliancesApart: who may be in two ledgers is asked of those of one alliance alone.
func TestAlliancesApart(t *testing.T) {
	of := func(code string, allied ...string) Source {
		return Source{Submission: &Submission{Municipality: Municipality{Code: code}, Alliance: &Alliance{Codes: allied}}}
	}
	all := []Source{of("a", "a", "b"), of("b", "a", "b"), of("c", "c", "d")}
	if got := several(all); len(got) != 2 || got[0].Code != "a" || got[1].Code != "b" {
		t.Errorf("several ledgers have %v, want a and b", got)
	}
}

// TestUsualCycle: the cycle of most; of equally many the shorter.
func TestUsualCycle(t *testing.T) {
	for want, lengths := range map[int][]int{60: {90, 60}, 90: {60, 90, 90}, 0: nil} {
		var all []cohortAt
		for _, n := range lengths {
			all = append(all, cohortAt{Cohort: Cohort{Length: n}})
		}
		if got := usual(all); got != want {
			t.Errorf("of %v %d is usual, want %d", lengths, got, want)
		}
	}
}

// TestBasisOfMost: of settings that equally many have, the first by its text counts, and who has the other is named.
func TestBasisOfMost(t *testing.T) {
	d := newGathering().definition("active_workers")
	for _, tt := range []struct {
		bases []string
		want  string
	}{{[]string{"60", "30"}, "30"}, {[]string{"30", "60", "60"}, "60"}} {
		var p pool
		for i, basis := range tt.bases {
			p.add(d, &merge.Part{ID: d.ID, Law: d.Law.Kind, Basis: basis, Value: new(1.0), N: 2},
				&Municipality{Code: string(rune('a' + i))})
		}
		if got, _, others := p.common(d.ID); got != tt.want || len(others) != 1 || others[0].Code != "a" {
			t.Errorf("of %v it is %s, and %v have another; want %s and a", tt.bases, got, others, tt.want)
		}
	}
}

// TestFewInALine: lines of so many people, some of them in the second column. With k of 3, three may be told; two may
// not, nor that all but two are in it.
func TestFewInALine(t *testing.T) {
	few := func(hits, n float64) bool { return n > 0 && (hits < 3 || n-hits < 3) }
	for _, tt := range []struct {
		n, in float64
		want  bool
	}{{2, -1, true}, {3, -1, false}, {6, 3, false}, {6, 2, true}, {6, 4, true}, {0, 0, false}} {
		row := merge.Row{Values: []*float64{&tt.n}}
		if tt.in >= 0 {
			row.Values = append(row.Values, &tt.in)
		}
		if got := fewInRow(row, 3, few); got != tt.want {
			t.Errorf("%v of %v: too few %v, want %v", tt.in, tt.n, got, tt.want)
		}
	}
}

// TestFirstDayOfAll: the period is from the first day of any of them to the last, in whatever order they stand.
func TestFirstDayOfAll(t *testing.T) {
	of := func(from, to string) Source {
		return Source{Submission: &Submission{Period: Period{From: from, To: to, End: to}}}
	}
	c := chosen{asOf: "2026-03-31", counts: []Source{of("2025-06-01", "2026-02-28"), of("2025-04-01", "2025-12-31")}}
	if got := c.clock(); got.From.String() != "2025-04-01" || got.To.String() != "2026-02-28" {
		t.Errorf("from %v to %v, want 2025-04-01 to 2026-02-28", got.From, got.To)
	}
}

// TestMissingOfTheYear: who has handed in another year only has not reported this one.
func TestMissingOfTheYear(t *testing.T) {
	of := func(code string, year int) Source {
		return Source{Submission: &Submission{Municipality: Municipality{Code: code}, FiscalYear: year}}
	}
	got := missing([]Municipality{{Code: "a"}, {Code: "b"}}, []Source{of("a", 2025), of("b", 2024)}, 2025)
	if len(got) != 1 || got[0].Code != "b" {
		t.Errorf("missing are %v, want b", got)
	}
}
