package rollup_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
	"pilot90/report/rollup"
)

// allied writes two ledgers of one alliance: P1 works in both, with contracts that are both called K1, P2 in the first
// and P3 in the second. In b P1 was paid 700 yen, in a 0: the first income is that of b.
func allied(t *testing.T, shared string) string {
	dir := t.TempDir()
	for i, code := range []string{a, b} {
		text := map[string]string{"pilot.toml": fmt.Sprintf("[program]\nname = \"町%d\"\nmunicipality = \"町%d\"\n"+
			"code = \"%s\"\n[alliance]\n%s\n[alliance.codes]\n\"町0\" = \"%s\"\n\"町1\" = \"%s\"\n", i, i, code, shared, a, b),
			"参加者.csv": fmt.Sprintf("参加者ID,居住区分,開始日,過去のテレワーク収入\nP1,住民,2025-0%d-01,無\nP%d,住民,2025-05-01,無\n", 5+i, 2+i),
			"案件.csv":  fmt.Sprintf("案件ID,発注者ID,案件名,種別,開始日,月額\nK1,B1,業務%d,定期,2025-05-01,1000\n", i),
			"作業ログ.csv": fmt.Sprintf("作業日,参加者ID,案件ID,時間,報酬,納品日,支払日\n2026-03-20,P1,K1,1,%d,2026-03-20,2026-03-25\n"+
				"2026-03-20,P%d,K1,1,500,2026-03-20,2026-03-25\n", 700*i, 2+i)}
		for name, content := range text {
			path := filepath.Join(dir, code, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

func collected(t *testing.T, dir string, o rollup.Reading) []rollup.Source {
	t.Helper()
	day := cell.NewDay(2026, 3, 31)
	o.Tool, o.Workers, o.Load, o.Lang = "test", 2, cohort.LoadOptions{AsOf: &day, Today: day}, lang.JA
	found, err := rollup.Find(context.Background(), []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	sources, unread, err := rollup.Collect(context.Background(), found, o)
	if err != nil || len(unread) != 0 {
		t.Fatal(unread, err)
	}
	return sources
}

// TestAPersonInTwoLedgers: with ids in common P1 is one person, so three are registered, active and have a first
// income; revenue is that of both, 11 months of 1,000 yen each, though both contracts are called K1. Without, and from
// submissions in every case, it is four, and "at most" is said.
func TestAPersonInTwoLedgers(t *testing.T) {
	for _, tt := range []struct {
		shared string
		apart  bool
		people float64
		atMost bool
	}{{"shared_ids = true", false, 3, false}, {"shared_ids = true", true, 4, true}, {"", false, 4, true}} {
		cache := t.TempDir()
		for range 2 { // the second time from the cache
			sources := collected(t, allied(t, tt.shared), rollup.Reading{Apart: tt.apart, Cache: cache})
			r := rollup.Pooled(sources, nil, rollup.Options{}, lang.JA)
			for _, id := range []string{"registered_workers", "active_workers"} {
				if got := value(t, r, id); got != tt.people {
					t.Errorf("%+v: %s %v, want %v", tt, id, got, tt.people)
				}
			}
			// P1 has no income in a: without ids in common the P1 of a is a fourth who has none
			if got := value(t, r, "first_income_residents"); got != 3 {
				t.Errorf("%+v: first incomes %v, want 3", tt, got)
			}
			if got := value(t, r, "revenue_total"); got != 2*11*1000 {
				t.Errorf("%+v: revenue %v, want 22,000", tt, got)
			}
			if said := slices.Contains(r.Rollup.AtMost, "registered_workers"); said != tt.atMost {
				t.Errorf("%+v: at most %v", tt, r.Rollup.AtMost)
			}
			var text strings.Builder
			if err := rollup.WriteText(&text, r, lang.JA); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(text.String(), "最大の数") != tt.atMost {
				t.Errorf("%+v:\n%s", tt, text.String())
			}
			if within := len(r.Rollup.Within); (within == 2) == tt.atMost {
				t.Errorf("%+v: %d are in another", tt, within)
			}
		}
	}
}

// TestHubTakenApart: the three towns of the sample and those outside make the hub, figure by figure (16 registered: 5
// and 6 and 4 and one from outside), and what leaves the office does not take it apart. With a town missing nobody
// knows what is left for those outside.
func TestHubTakenApart(t *testing.T) {
	sources := collected(t, "../../samples/alliance", rollup.Reading{})
	r := rollup.Pooled(sources, nil, rollup.Options{}, lang.JA)
	if len(r.Rollup.Hubs) != 1 || len(r.Rollup.Hubs[0].Towns) != 3 || len(r.Rollup.Hubs[0].Outside) < 5 {
		t.Fatalf("hubs %+v", r.Rollup.Hubs)
	}
	h := r.Rollup.Hubs[0]
	of := func(figures []result.RollupFigure, id string) float64 {
		i := slices.IndexFunc(figures, func(f result.RollupFigure) bool { return f.ID == id })
		return *figures[i].Value
	}
	for id, want := range map[string]float64{"registered_workers": 1, "revenue_total": 0} {
		if got := of(h.Outside, id); got != want {
			t.Errorf("outside: %s %v, want %v", id, got, want)
		}
		sum := of(h.Outside, id)
		for _, town := range h.Towns {
			sum += of(town.Figures, id)
		}
		if sum != of(h.Whole, id) {
			t.Errorf("%s: %v and the hub has %v", id, sum, of(h.Whole, id))
		}
	}
	less := slices.DeleteFunc(slices.Clone(sources), func(s rollup.Source) bool {
		return s.Municipality.Code == h.Towns[0].Code && !s.OfHub()
	})
	apart := rollup.Pooled(less, nil, rollup.Options{}, lang.JA).Rollup.Hubs
	if len(apart) != 1 || len(apart[0].Towns) != 2 || len(apart[0].Outside) != 0 {
		t.Errorf("with a town missing, what is left is told as of those outside: %+v", apart)
	}
	if text := textOf(rollup.Paper(r, lang.JA, "test")); !strings.Contains(text, "町外（どの自治体にも住んでいない人） | 1") {
		t.Errorf("the paper does not take the hub apart:\n%s", text)
	}
	if out := rollup.Shown(r, "council"); out.Rollup.Hubs != nil {
		t.Error("the council's paper takes the hub apart")
	}
}

// withCohorts is a submission with cohorts of so many people, of whom half are retained at day 90.
func withCohorts(code string, year int, people ...int) *rollup.Submission {
	s := handed(code, fmt.Sprintf("%d-03-31", year+1), 20, 2, 200)
	s.FiscalYear, s.Period = year, rollup.Period{From: fmt.Sprintf("%d-04-01", year), To: s.AsOf, End: s.AsOf}
	for i, n := range people {
		c := rollup.Cohort{First: fmt.Sprintf("%d-0%d-01", year, 4+3*i), People: n, Length: 90}
		for _, day := range []int{30, 60, 90} {
			c.Days = append(c.Days, rollup.CohortDay{Day: day, Figures: []rollup.CohortHits{
				{Figure: "retention_ratio", Hits: n / 2, Of: n}, {Figure: "first_income_residents", Hits: n / 3, Of: n}}})
		}
		s.Cohorts = append(s.Cohorts, c)
	}
	return s
}

// TestCohortsSideBySide: of two towns with cohorts of 8 and 6, and of 10, the first cohorts together retain (4 + 5) of
// 18. A cohort that has come to day 60 alone sets the day for all. Over the years a town's cohorts stand in the order
// of their starts, and one that is in two submissions, in the second with those who went on, is the one of all its
// people.
func TestCohortsSideBySide(t *testing.T) {
	towns := from(withCohorts(a, 2025, 8, 6), withCohorts(b, 2025, 10))
	c := rollup.Pooled(towns, nil, rollup.Options{}, lang.JA).Rollup.Cohorts
	if c == nil || c.Day != 90 || len(c.Each) != 3 || len(c.Together) != 2 {
		t.Fatalf("cohorts %+v", c)
	}
	first := c.Together[0]
	retained := first.Figures[len(first.Figures)-1]
	if first.People != 18 || first.Municipalities != 2 || *retained.Numerator != 9 || *retained.Value != 0.5 {
		t.Errorf("the first cohorts: %+v", first)
	}
	towns[1].Cohorts[0].Days = towns[1].Cohorts[0].Days[:2]
	if c := rollup.Pooled(towns, nil, rollup.Options{}, lang.JA).Rollup.Cohorts; c.Day != 60 || len(c.Each) != 3 {
		t.Errorf("one is at day 60: day %d, %d cohorts", c.Day, len(c.Each))
	}
	next := withCohorts(a, 2026, 7)
	next.Cohorts = append([]rollup.Cohort{{First: "2025-07-01", People: 5, Length: 90, Days: next.Cohorts[0].Days}},
		next.Cohorts...)
	c = rollup.Pooled(from(withCohorts(a, 2025, 8, 6), next), nil, rollup.Options{By: "year"}, lang.JA).Rollup.Cohorts
	var got []string
	for _, at := range c.Each {
		got = append(got, fmt.Sprint(at.Number, " ", at.First, " ", at.People))
	}
	if want := "1 2025-04-01 8, 2 2025-07-01 6, 3 2026-04-01 7"; strings.Join(got, ", ") != want {
		t.Errorf("over the years: %q, want %s", got, want)
	}
}

// TestOuterCohorts: a town with two people in no cohort that is told stays out of a paper for others, since what its
// cohorts leave over would be theirs, and so do the sums; a pilot of four stays out as a whole.
func TestOuterCohorts(t *testing.T) {
	rest := withCohorts(a, 2025, 8, 6)
	rest.CohortsRest = 2
	others := []*rollup.Submission{withCohorts(b, 2025, 10, 9), withCohorts(c, 2025, 7, 7)}
	r := rollup.Pooled(from(append(others, rest)...), nil, rollup.Options{}, lang.JA)
	out := rollup.Shown(r, "public").Rollup.Cohorts
	if out == nil || len(out.Each) != 4 || out.Together != nil || slices.ContainsFunc(out.Each,
		func(at result.CohortOf) bool { return at.Code == a }) {
		t.Errorf("shown %+v", out)
	}
}

// TestYearsOfFew: of a first year with four people a paper for others tells how many they are and the revenue, and not
// what became of them; of the second, with five, and the third, with twelve, it does.
func TestYearsOfFew(t *testing.T) {
	var all []*rollup.Submission
	for i, people := range []float64{4, 5, 12} {
		s := handed(a, fmt.Sprintf("%d-03-31", 2024+i), people, 2, 300)
		s.FiscalYear = 2023 + i
		s.Period = rollup.Period{From: fmt.Sprintf("%d-04-01", 2023+i), To: s.AsOf, End: s.AsOf}
		all = append(all, s)
	}
	r := rollup.Shown(rollup.Pooled(from(all...), nil, rollup.Options{By: "year"}, lang.JA), "council")
	told := map[string]bool{}
	for _, g := range r.Rollup.Groups {
		for _, f := range g.Figures {
			told[g.Key+" "+f.ID] = f.Value != nil
		}
	}
	for _, year := range []string{"2023", "2024", "2025"} {
		for _, id := range []string{"registered_workers", "revenue_total", "first_income_residents", "on_time_ratio"} {
			few := year == "2023" && (id == "first_income_residents" || id == "on_time_ratio")
			if got, ok := told[year+" "+id]; !ok || got == few {
				t.Errorf("%s: %s told %v (in the groups: %v)", year, id, got, ok)
			}
		}
	}
}

// TestBridgesAddUp: 2024 a has 300 yen, 200 of them recurring, b 100; 2025 a has 500, 450 recurring, c 50. Of the
// change of 150: +250 recurring, −50 other, +50 new, −100 gone. Where one year does not tell what recurs, the change of
// a is +200 as a whole.
func TestBridgesAddUp(t *testing.T) {
	of := func(code string, year int, yen, recurring float64) *rollup.Submission {
		s := withCohorts(code, year)
		for i := range s.Figures {
			if s.Figures[i].ID == "revenue_total" {
				s.Figures[i].Value = &yen
			}
		}
		s.Figures = append(s.Figures, merge.Part{ID: "recurring_revenue_ratio", Law: kpi.Divided, Unit: kpi.Ratio, N: 1,
			Value: new(recurring / yen), Terms: &merge.Terms{Numerator: recurring, Denominator: yen, Known: []int{1}}})
		return s
	}
	r := rollup.Pooled(from(of(a, 2024, 300, 200), of(b, 2024, 100, 100), of(a, 2025, 500, 450), of(c, 2025, 50, 50)), nil,
		rollup.Options{By: "year"}, lang.JA)
	want := map[string]float64{"recurring": 250, "other": -50, "new": 50, "gone": -100}
	for _, bridge := range r.Rollup.Bridges {
		sum := bridge.Start
		for _, term := range bridge.Terms {
			if sum += term.Value; bridge.Figure == "revenue_total" && term.Value != want[term.Key] {
				t.Errorf("%s %v, want %v", term.Key, term.Value, want[term.Key])
			}
		}
		if math.Abs(sum-bridge.End) > 1e-9 {
			t.Errorf("%s: the terms make %v, the year has %v", bridge.Figure, sum, bridge.End)
		}
	}
	if len(r.Rollup.Bridges) != 2 || r.Rollup.Bridges[0].Start != 400 || r.Rollup.Bridges[0].End != 550 ||
		len(r.Rollup.Bridges[0].Terms) != 4 {
		t.Errorf("bridges %+v", r.Rollup.Bridges)
	}
	for _, untold := range []int{0, 1} { // of one of the years it is not known what recurs
		years := []*rollup.Submission{of(a, 2024, 300, 200), of(a, 2025, 500, 450)}
		last := len(years[untold].Figures) - 1
		years[untold].Figures = years[untold].Figures[:last]
		x := rollup.Pooled(from(years...), nil, rollup.Options{By: "year"}, lang.JA).Rollup.Bridges[0]
		if len(x.Terms) != 1 || x.Terms[0].Key != "same" || x.Terms[0].Value != 200 {
			t.Errorf("without what recurs in one year: %+v", x.Terms)
		}
	}
}

// TestWhoSharesPractice: of five towns four share how they do it; the strongest by the lower end of the interval are
// those of many people, not the one with 2 of 2, and they stand in the order of codes. Who does not share is never
// named, and with two that share nothing is told.
func TestWhoSharesPractice(t *testing.T) {
	town := func(i int, kept, of float64, shares bool) *rollup.Submission {
		s := handed(codeOf(i), "2026-03-31", of, kept, 100)
		s.SharesPractice = shares
		for _, id := range []string{"retention_ratio", "w_check_ratio"} {
			s.Figures = append(s.Figures, merge.Part{ID: id, Law: kpi.Divided, Class: kpi.Accountability, Unit: kpi.Ratio,
				Value: new(kept / of), N: int(of),
				Terms: &merge.Terms{Numerator: kept, Denominator: of, Known: []int{int(of)}, Trials: true}})
		}
		return s
	}
	all := []*rollup.Submission{town(4, 18, 20, true), town(3, 2, 2, true), town(2, 30, 30, false), town(1, 16, 20, true),
		town(0, 19, 20, true)}
	x := rollup.Pooled(from(all...), nil, rollup.Options{}, lang.JA).Rollup.Practice
	if x == nil || x.Sharing != 4 || len(x.Rows) != 2 {
		t.Fatalf("practice %+v", x)
	}
	var codes []string
	for _, p := range x.Towns {
		codes = append(codes, p.Code)
	}
	if want := []string{codeOf(0), codeOf(1), codeOf(4)}; !slices.Equal(codes, want) {
		t.Errorf("strongest %v, want %v", codes, want)
	}
	all[0].SharesPractice, all[1].SharesPractice = false, false
	if x := rollup.Pooled(from(all...), nil, rollup.Options{}, lang.JA).Rollup.Practice; x != nil {
		t.Errorf("two share, and %+v is told", x)
	}
}

// TestLengthsAreGrouped: contracts that ended after 60 and 91 days and one that has gone on for 366: under 3 months
// (91.3 days) two have ended, and from 12 months on (365.25) one goes on.
func TestLengthsAreGrouped(t *testing.T) {
	s := handed(a, "2026-03-31", 10, 5, 100)
	s.Figures = append(s.Figures, merge.Part{ID: "average_continuation_months", Law: kpi.Lasting, Unit: kpi.Months, N: 3,
		Value: new(5.0), Times: []merge.Time{{Days: 60, Events: 1}, {Days: 91, Events: 1}, {Days: 366, Censored: 1}}})
	d := rollup.Pooled(from(s), nil, rollup.Options{}, lang.JA).Rollup.Durations
	if len(d) != 1 || d[0].Groups[0].Ended != 2 || d[0].Groups[3].Going != 1 || d[0].Groups[3].From != 12 {
		t.Errorf("durations %+v", d)
	}
}
