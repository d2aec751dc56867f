package rollup_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report/rollup"
)

// TestAllianceSample: each town of the hub hands in by its own code, also the one in another prefecture; what they
// and those outside have adds up to the hub, and the three put together are the hub without those outside.
func TestAllianceSample(t *testing.T) {
	day := cell.NewDay(2026, 3, 31)
	c, clock, err := cohort.Load(context.Background(), "../../samples/alliance",
		cohort.LoadOptions{AsOf: &day, Today: day})
	if err != nil {
		t.Fatal(err)
	}
	w := kpi.NewWindow(c, clock)
	hub := result.Compute(catalog.All(), w)
	var sources []rollup.Source
	sums := map[string]float64{}
	ids := []string{"registered_workers", "first_income_residents", "revenue_total", "active_workers", "rule_projects"}
	for _, town := range kpi.Towns(c) {
		r := result.OfTown(catalog.All(), w, town)
		for _, id := range ids {
			sums[id] += value(t, r, id)
		}
		s, err := rollup.Of(w, r, "test")
		if town.Outside {
			if err == nil {
				t.Error("those outside hand in as a municipality")
			}
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", town.Name, err)
		}
		sources = append(sources, rollup.Source{Submission: s, From: town.Name})
	}
	for _, id := range ids {
		if want := value(t, hub, id); sums[id] != want {
			t.Errorf("%s: the towns and those outside have %v, the hub %v", id, sums[id], want)
		}
	}
	r := rollup.Pooled(sources, nil, rollup.Options{By: "prefecture"}, lang.JA)
	if got := value(t, r, "registered_workers"); got != 15 || len(r.Rollup.Groups) != 2 { // 5 + 6 + 4, in two prefectures
		t.Errorf("the three towns have %v registered in %d prefectures, want 15 in 2", got, len(r.Rollup.Groups))
	}
	if f := kpi.Find(r.Figures, "budget_by_class"); f.Value != nil {
		t.Error("the hub's budget is said of the towns")
	}
}

// TestHubAndItsTowns: where a hub hands in one edition of all its towns, theirs are in it and are not counted again, in
// whatever order they come; a town that is expected is not missing then.
func TestHubAndItsTowns(t *testing.T) {
	day := cell.NewDay(2026, 3, 31)
	c, clock, err := cohort.Load(context.Background(), "../../samples/alliance",
		cohort.LoadOptions{AsOf: &day, Today: day})
	if err != nil {
		t.Fatal(err)
	}
	w := kpi.NewWindow(c, clock)
	whole := result.Compute(catalog.All(), w)
	results := []*result.Result{whole}
	for _, town := range kpi.Towns(c) {
		if !town.Outside {
			results = append(results, result.OfTown(catalog.All(), w, town))
		}
	}
	names := map[string]bool{}
	var sources []rollup.Source
	for _, r := range results {
		s, err := rollup.Of(w, r, "test")
		if err != nil {
			t.Fatal(err)
		}
		names[s.FileName()] = true
		sources = append(sources, rollup.Source{Submission: s})
	}
	if len(names) != 4 {
		t.Fatalf("files %v: want one of the hub and three of towns", names)
	}
	seaside := []rollup.Municipality{{Code: "156914", Name: "うみべ市"}}
	for range 2 {
		r := rollup.Pooled(sources, nil, rollup.Options{Expected: seaside}, lang.JA)
		if got, want := value(t, r, "registered_workers"), value(t, whole, "registered_workers"); got != want ||
			len(r.Rollup.Reported) != 1 || len(r.Rollup.Within) != 3 || len(r.Rollup.Missing) != 0 {
			t.Errorf("%v registered of %v, %d counted, %d within, missing %v", got, want, len(r.Rollup.Reported),
				len(r.Rollup.Within), r.Rollup.Missing)
		}
		slices.Reverse(sources)
	}
	sources[0].Definitions = "other" // the hub's does not count: the towns' own do
	r := rollup.Pooled(sources, nil, rollup.Options{}, lang.JA)
	if len(r.Rollup.Reported) != 3 || len(r.Rollup.Within) != 0 {
		t.Errorf("%d counted, %d within, want the three towns", len(r.Rollup.Reported), len(r.Rollup.Within))
	}
}

// TestThreeYearsSample: revenue by year by hand. 2023: Y1 from 3 July, 29 of 31 days of 100,000 yen and 8 months,
// and Y2: 93,548 + 800,000 + 300,000. 2024: 12 × 100,000 and 9 × 180,000. 2025: 12 × (100,000 + 180,000 + 220,000).
// Of the grant, 5 + 6 + 8 first incomes are the target of all years, and 5 + 6 + 6 are there.
func TestThreeYearsSample(t *testing.T) {
	day := cell.NewDay(2026, 3, 31)
	sources, unread, err := rollup.Collect(context.Background(), []string{"../../samples/three-years"}, rollup.Reading{
		Tool: "test", Workers: 1, Years: true, Load: cohort.LoadOptions{AsOf: &day, Today: day}, Lang: lang.JA})
	if err != nil || len(unread) != 0 || len(sources) != 3 {
		t.Fatalf("%d sources, unread %v, %v; want 3 years", len(sources), unread, err)
	}
	r := rollup.Pooled(sources, nil, rollup.Options{By: "year"}, lang.JA)
	want := map[string][2]float64{"2023": {5, 1193548}, "2024": {6, 2820000}, "2025": {6, 6000000}}
	if len(r.Rollup.Groups) != 3 {
		t.Fatalf("%d years", len(r.Rollup.Groups))
	}
	for _, g := range r.Rollup.Groups {
		for _, f := range g.Figures {
			switch {
			case f.ID == "first_income_residents" && *f.Value != want[g.Key][0],
				f.ID == "revenue_total" && *f.Value != want[g.Key][1]:
				t.Errorf("%s: %s is %v, want %v", g.Title, f.ID, *f.Value, want[g.Key])
			}
		}
	}
	// of first incomes: targets 5, 5 + 6, 5 + 6 + 8, and 5, 5 + 6, 5 + 6 + 6 are there
	for i, goal := range [][2]float64{{5, 5}, {11, 11}, {19, 17}} {
		if goals := r.Rollup.Groups[i].Goals; len(goals) != 3 || *goals[0].Target != goal[0] || *goals[0].Actual != goal[1] {
			t.Errorf("grants of %s: %+v, want %v", r.Rollup.Groups[i].Title, goals, goal)
		}
	}
	// 1,193,548, 2,820,000 and 6,000,000 yen: 1.0, 2.36 and 5.03 times
	text := textOf(rollup.Paper(r, lang.JA, "test"))
	for _, want := range []string{"1.0倍", "2.4倍", "5.0倍", "2024 | 11 | 11 | 100.0%", "2025 | 19 | 17 | 89.5%"} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper does not say %s:\n%s", want, text)
		}
	}
	if goals := r.Rollup.Goals; len(goals) != 3 || *goals[0].Target != 19 || *goals[0].Actual != 17 {
		t.Errorf("grants %+v", goals)
	}
}
