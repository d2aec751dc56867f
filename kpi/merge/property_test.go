package merge_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/merge"
)

// handedIn are the parts of a ledger, written as JSON and read back.
func handedIn(t *testing.T, text string) []merge.Part {
	t.Helper()
	w := kpi.NewWindow(cohorttest.Load(t, text))
	data, err := json.Marshal(merge.Parts(catalog.All(), w, kpi.Run(catalog.All(), w)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []merge.Part
	if err := json.Unmarshal(data, &parts); err != nil {
		t.Fatal(err)
	}
	return parts
}

// TestPoolingEqualsTheJoinedLedgers puts the parts of random towns together and computes the same figures on one
// ledger with the rows of all. Counts, yen and their ratios are equal; sums of hours, which no binary number holds,
// and durations to 1e-9 of the value; medians of pay to one bin.
func TestPoolingEqualsTheJoinedLedgers(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	valued, tabled := map[string]int{}, map[string]int{}
	for seed := range rounds {
		m := maker{rand.New(rand.NewPCG(18, uint64(seed)))}
		write := ledger
		if seed%4 == 3 { // every fourth hub pays by the month
			write = byMonth
		}
		var towns []town
		handed := map[string][]*merge.Part{}
		for i := range 2 + m.IntN(3) {
			towns = append(towns, m.town(string(rune('A'+i))))
			m.money(towns[i])
			for _, p := range handedIn(t, write(towns[i])) {
				handed[p.ID] = append(handed[p.ID], &p)
			}
		}
		w := kpi.NewWindow(cohorttest.Load(t, write(towns...)))
		joined := kpi.Run(catalog.All(), w)
		for _, d := range kpi.Expanded(catalog.All(), w) {
			if d.Law.Kind == kpi.Apart || unpaid(d.ID, handed) || unused[d.ID] && slices.ContainsFunc(handed[d.ID], lacks) {
				continue
			}
			got, want := merge.Pool(d, handed[d.ID]), kpi.Find(joined, d.ID)
			if d.ID == "population_share" { // the joined ledger has the inhabitants of one town, all have as many
				want = &kpi.Figure{Value: new(*want.Value / float64(len(towns))), N: want.N, Unit: want.Unit}
			}
			if problem := differs(d.Law, &got, want); problem != "" {
				t.Errorf("seed %d, %s: %s", seed, d.ID, problem)
			}
			if want.Value != nil {
				valued[d.ID]++
			}
			if tableOf(d.Law, want) {
				tabled[d.ID]++
			}
		}
		if t.Failed() {
			return
		}
	}
	for _, d := range catalog.All() {
		id := d.ID
		if d.Expand != nil {
			id = "metric.EC売上"
		}
		if d.Law.Kind != kpi.Apart && valued[id] < rounds/5 {
			t.Errorf("%s had a value in %d of %d rounds: too few to try it", id, valued[id], rounds)
		}
		if g := d.Law.Groups; g != nil && !g.Free && tabled[id] < rounds/5 {
			t.Errorf("the table of %s had two groups or more in %d of %d rounds: too few to try it", id, tabled[id], rounds)
		}
	}
}

// tableOf reports whether a figure has the table that its law puts together, of two groups or more.
func tableOf(law kpi.Law, f *kpi.Figure) bool {
	if law.Groups == nil {
		return false
	}
	for _, p := range f.Parts {
		if groups, ok := p.Value.([]kpi.Group); ok && p.Key == law.Groups.Part {
			return len(groups) > 1
		}
	}
	return false
}

// differs says in what the pooled figure is not that of all rows; "" where it is.
func differs(law kpi.Law, got, want *kpi.Figure) string {
	bin := 0.0
	if law.Kind == kpi.Distributed && law.Bin > 1 {
		bin = law.Bin
	}
	switch {
	case (got.Value == nil) != (want.Value == nil):
		return fmt.Sprintf("value %s, of all rows %s (%s)", show(got.Value), show(want.Value), want.Reason.EN+got.Reason.EN)
	case got.Value == nil:
		return ""
	case !near(*got.Value, *want.Value, bin):
		return fmt.Sprintf("value %v, of all rows %v", *got.Value, *want.Value)
	case got.N != want.N:
		return fmt.Sprintf("n %d, of all rows %d", got.N, want.N)
	case got.Excluded != want.Excluded:
		return fmt.Sprintf("excluded %d, of all rows %d", got.Excluded, want.Excluded)
	case got.Unit != want.Unit:
		return fmt.Sprintf("unit %s, of all rows %s", got.Unit, want.Unit)
	case !same(got.Interval, want.Interval):
		return fmt.Sprintf("interval %v, of all rows %v", got.Interval, want.Interval)
	}
	return differentParts(got.Parts, want.Parts, law)
}

// differentParts compares the parts that the law puts together: each of the figure's own must be among them, or be
// named here as one that does not travel.
func differentParts(got, want kpi.Parts, law kpi.Law) string {
	bin := law.Bin
	for _, w := range want {
		if stays[w.Key] || law.Groups != nil && law.Groups.Free {
			continue
		}
		at := -1
		for i, g := range got {
			if g.Key == w.Key {
				at = i
			}
		}
		if at < 0 {
			return "has no part " + w.Key
		}
		switch v := w.Value.(type) {
		case float64:
			if x, ok := got[at].Value.(float64); !ok || !near(x, v, 0) && !(w.Key == "median_monthly_income" &&
				near(x, v, bin)) {
				return fmt.Sprintf("part %s %v, of all rows %v", w.Key, got[at].Value, v)
			}
		case []kpi.Group:
			if problem := differentGroups(got[at].Value, v, law); problem != "" {
				return w.Key + ": " + problem
			}
		default:
			a, _ := json.Marshal(got[at].Value)
			b, _ := json.Marshal(v)
			if !bytes.Equal(a, b) {
				return fmt.Sprintf("part %s %s, of all rows %s", w.Key, a, b)
			}
		}
	}
	return ""
}

func differentGroups(value any, want []kpi.Group, law kpi.Law) string {
	got, _ := value.([]kpi.Group)
	got, want = slices.DeleteFunc(slices.Clone(got), untold), slices.DeleteFunc(slices.Clone(want), untold)
	if len(got) != len(want) {
		return fmt.Sprintf("%d groups, of all rows %d", len(got), len(want))
	}
	for i, g := range want {
		if got[i].Key != g.Key || got[i].Title != g.Title {
			return fmt.Sprintf("group %d is %s, of all rows %s", i, got[i].Key, g.Key)
		}
		if problem := differentParts(got[i].Parts, g.Parts, law); problem != "" {
			return g.Key + ": " + problem
		}
	}
	return ""
}

// untold reports a year with contracts of unknown revenue alone: a town that knows of no revenue has no years; see
// stays.
func untold(g kpi.Group) bool {
	unknown, none := false, false
	for _, p := range g.Parts {
		n, _ := p.Value.(float64)
		unknown, none = unknown || p.Key == "unknown" && n > 0, none || p.Key == "contracts" && n == 0
	}
	return unknown && none
}

// unused are the figures for which a column that nobody fills in is no data; in the joined ledger a town's blanks in it
// are "no" once another town fills it in.
var unused = map[string]bool{"nda_coverage": true, "security_coverage": true}

// unpaid reports that a town knows of no pay for any hour of its own: then it tells of nobody whether they are under
// the minimum wage, and in the joined ledger, where others' pay is known, all its hours are unpaid.
func unpaid(id string, handed map[string][]*merge.Part) bool {
	return (id == "below_reference_workers" || id == "effective_hourly_pay") &&
		slices.ContainsFunc(handed["below_reference_workers"], func(p *merge.Part) bool { return p.Missing == merge.NoCase })
}

func lacks(p *merge.Part) bool { return p.Terms == nil }

// stays are the parts that no municipality hands in, of one person or task; and the number of contracts of unknown
// revenue by year, which one without any known revenue does not tell: it has no data.
var stays = map[string]bool{"heaviest_staff_week": true, "oldest_unpaid": true, "longest": true, "unknown": true}

// near holds sums to the last bits of a number, and to one bin where one is given.
func near(got, want, bin float64) bool {
	return got == want || math.Abs(got-want) <= 1e-9*math.Abs(want) || math.Abs(got-want) < bin
}

func same(a, b *[2]float64) bool {
	if a == nil || b == nil {
		return a == b
	}
	return near(a[0], b[0], 0) && near(a[1], b[1], 0)
}

func show(v *float64) string {
	if v == nil {
		return "none"
	}
	return fmt.Sprint(*v)
}
