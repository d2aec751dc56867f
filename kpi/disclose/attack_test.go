package disclose_test

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// An attacker has nothing but the JSON of the published editions and the definitions. Everything
// that is printed becomes a known number, everything marked x an unknown whole number of 0 or
// more, and every definition an equation. The attack narrows the unknowns and, where that leaves
// more than one value, searches for two solutions. An unknown with one value left is recovered.

// attacker is one system of unknowns.
type attacker struct {
	names []string
	at    map[string]int
	low   []int
	high  []int
	lines []line // Σ sign × unknown = 0
	open  map[int]bool
}

type line struct {
	cells []int
	signs []int
}

// attacked is how many ledgers are attacked.
const attacked = 20

// most is larger than any number of people in the ledgers of the test.
const most = 200

func newAttacker() *attacker { return &attacker{at: map[string]int{}, open: map[int]bool{}} }

func (a *attacker) cell(name string) int {
	if i, ok := a.at[name]; ok {
		return i
	}
	a.at[name] = len(a.names)
	a.names, a.low, a.high = append(a.names, name), append(a.low, 0), append(a.high, most)
	return len(a.names) - 1
}

// know takes in a printed number; hidden takes in a mark.
func (a *attacker) know(name string, v any) {
	i := a.cell(name)
	if x, ok := v.(float64); ok {
		a.low[i], a.high[i] = int(x+0.5), int(x+0.5)
	} else {
		a.open[i] = true
	}
}

// equal says whole = Σ parts; within says inner ≤ outer, by an unknown rest.
func (a *attacker) equal(whole string, parts ...string) {
	l := line{[]int{a.cell(whole)}, []int{-1}}
	for _, p := range parts {
		l.cells, l.signs = append(l.cells, a.cell(p)), append(l.signs, 1)
	}
	a.lines = append(a.lines, l)
}

func (a *attacker) within(inner, outer string) {
	_, ok := a.at[inner]
	_, there := a.at[outer]
	if ok && there {
		a.equal(outer, inner, outer+" without "+inner)
	}
}

func (a *attacker) same(x, y string) {
	_, ok := a.at[x]
	_, there := a.at[y]
	if ok && there {
		a.equal(x, y)
	}
}

// narrow tightens bounds until nothing moves; false: there is no solution.
func (a *attacker) narrow(low, high []int) bool {
	for moved := true; moved; {
		moved = false
		for _, l := range a.lines {
			least, greatest := 0, 0
			for j, c := range l.cells {
				x, y := ends(l.signs[j], low[c], high[c])
				least, greatest = least+x, greatest+y
			}
			for j, c := range l.cells {
				x, y := ends(l.signs[j], low[c], high[c])
				from, to := -(greatest - y), -(least - x)
				if l.signs[j] < 0 {
					from, to = -to, -from
				}
				if from > low[c] {
					low[c], moved = from, true
				}
				if to < high[c] {
					high[c], moved = to, true
				}
				if low[c] > high[c] {
					return false
				}
				x2, y2 := ends(l.signs[j], low[c], high[c])
				least, greatest = least-x+x2, greatest-y+y2
			}
		}
	}
	return true
}

func ends(sign, low, high int) (int, int) {
	if sign < 0 {
		return -high, -low
	}
	return low, high
}

// solve searches for one solution within the bounds; steps bounds the search. It returns nil
// where there is none, and gives up with nil and steps below 0.
func (a *attacker) solve(low, high []int, steps *int) []int {
	if *steps--; *steps < 0 || !a.narrow(low, high) {
		return nil
	}
	pick, width := -1, most+1
	for i := range low {
		if w := high[i] - low[i]; w > 0 && w < width {
			pick, width = i, w
		}
	}
	if pick < 0 {
		return low
	}
	middle := (low[pick] + high[pick]) / 2
	for _, half := range [][2]int{{low[pick], middle}, {middle + 1, high[pick]}} {
		l, h := slices.Clone(low), slices.Clone(high)
		l[pick], h[pick] = half[0], half[1]
		if found := a.solve(l, h, steps); found != nil {
			return found
		}
	}
	return nil
}

// knowledge is what the attack has worked out: each solution found shows values that a cell may
// have.
type knowledge struct {
	*attacker
	least, greatest []int // over the solutions found so far
	bottom, top     []int // bounds
	gaveUp          int
}

func (a *attacker) attack(t *testing.T) *knowledge {
	t.Helper()
	k := &knowledge{attacker: a, bottom: slices.Clone(a.low), top: slices.Clone(a.high)}
	if !a.narrow(k.bottom, k.top) {
		t.Fatal("the attacker's equations contradict the edition")
	}
	k.least, k.greatest = slices.Clone(k.top), slices.Clone(k.bottom)
	return k
}

// may reports whether the cell may have a value in [from, to]. A search that is given up counts as
// yes, and is counted.
func (k *knowledge) may(i, from, to int) bool {
	if from <= k.least[i] && k.least[i] <= to || from <= k.greatest[i] && k.greatest[i] <= to {
		return true
	}
	from, to = max(from, k.bottom[i]), min(to, k.top[i])
	if from > to {
		return false
	}
	low, high := slices.Clone(k.bottom), slices.Clone(k.top)
	low[i], high[i] = from, to
	steps := 2000
	found := k.solve(low, high, &steps)
	for j := range found {
		k.least[j], k.greatest[j] = min(k.least[j], found[j]), max(k.greatest[j], found[j])
	}
	if steps < 0 {
		k.gaveUp++
	}
	return found != nil || steps < 0
}

// recovered returns the marked cells, and the small ones that no edition prints, that can have no
// value but the real one.
func (k *knowledge) recovered(real map[string]int) []string {
	var names []string
	for i, name := range k.names {
		if n, ok := real[name]; ok && (k.open[i] || 0 < n && n < 5) && !k.may(i, 0, n-1) && !k.may(i, n+1, most) {
			names = append(names, name)
		}
	}
	return names
}

// small returns the cells of 1 to 4 that can be seen to be under 5.
func (k *knowledge) small(real map[string]int) []string {
	var names []string
	for i, name := range k.names {
		if n := real[name]; 0 < n && n < 5 && !k.may(i, 5, most) {
			names = append(names, name)
		}
	}
	return names
}

// printed is the part of the JSON that an attacker reads.
type printed struct {
	Figures []struct {
		ID                               string
		Unit                             string
		Value, Numerator, Denominator, N any
		Excluded                         any
		Parts                            map[string]any
		Suppressed                       bool
		Interval                         []float64
	}
	Funnel []struct {
		Stage string
		Count any
	}
	Phases []struct {
		Phase              string
		Entered, Left, Now any
		Moved              any `json:"moved_on"`
	}
	Leak *struct {
		From, To   string
		Reached    any `json:"n"`
		Lost       any
		Suppressed bool
	}
}

// read takes in one edition; the names of its cells begin with tag.
func (a *attacker) read(t *testing.T, tag string, edition []byte) {
	t.Helper()
	var p printed
	if err := json.Unmarshal(edition, &p); err != nil {
		t.Fatal(err)
	}
	for _, f := range p.Figures {
		id := tag + f.ID
		switch f.ID {
		case "by_gender", "by_age_band", "by_situation":
			a.table(tag, f.ID, f.Parts["groups"])
		case "first_income_residents", "registered_workers", "active_workers", "rule_candidates", "leaders",
			"second_challenge", "below_reference_workers":
			if f.Value == nil && !f.Suppressed {
				continue
			}
			a.know(id, f.Value)
			a.know(id+".n", f.N)
			a.within(id, id+".n")
		case "training_completion_ratio", "ojt_transition_ratio", "retention_ratio", "recurring_connection_ratio",
			"first_income_within_cycle_ratio",
			"active_ratio", "migrant_earners", "student_participation_ratio", "local_retention_ratio", "nda_coverage",
			"w_check_ratio", "rework_ratio":
			if f.Value == nil && !f.Suppressed {
				continue
			}
			hit := f.Numerator
			if v, ok := f.Value.(float64); ok && f.N != nil {
				hit = v * f.N.(float64) // ratio × denominator
			}
			a.know(id, hit)
			a.know(id+".n", f.N)
			a.within(id, id+".n")
		case "worker_continuation_months", "days_to_first_income":
			a.know(id+".n", f.N)
			if f.Parts["events"] != nil {
				a.know(id+".events", f.Parts["events"])
				a.know(id+".censored", f.Parts["censored"])
				a.equal(id+".n", id+".events", id+".censored")
			}
		case "worker_survival_180", "worker_survival_365":
			if f.Parts["events"] != nil {
				a.know(id+".n", f.N)
				a.know(id+".events", f.Parts["events"])
				a.know(id+".censored", f.Parts["censored"])
				a.know(id+".at_risk_n", f.Parts["at_risk_n"])
				a.equal(id+".n", id+".events", id+".censored", id+".at_risk_n")
			}
		case "monthly_income":
			a.months(tag, f.N, f.Parts)
		}
		if now, ok := f.Parts["registered_now"]; ok && f.ID == "registered_workers" {
			a.know(tag+"registered_now", now)
			a.within(tag+"registered_now", id)
		}
	}
	a.flow(tag, p)
	a.ties(tag)
}

// months are those of pay: of all, some are unknown; of the known some have 0 yen, and n the rest.
func (a *attacker) months(tag string, n any, parts map[string]any) {
	bands, ok := parts["bands"].([]any)
	if !ok {
		return
	}
	at := tag + "monthly_income."
	a.know(at+"n", n)
	a.know(at+"known", parts["known"])
	a.know(at+"of", parts["of"])
	var paid []string
	for _, g := range bands {
		band := g.(map[string]any)
		name := at + band["key"].(string)
		a.know(name, band["count"])
		if band["key"] != "zero" {
			paid = append(paid, name)
		}
	}
	a.equal(at+"n", paid...)
	a.equal(at+"known", at+"n", at+"zero")
	a.equal(at+"of", at+"known", at+"unknown")
}

func (a *attacker) table(tag, id string, groups any) {
	lines, _ := groups.([]any)
	columns := map[string][]string{}
	for _, g := range lines {
		group := g.(map[string]any)
		at := tag + id + "." + group["key"].(string) + "."
		for _, c := range []string{"registered", "active", "first_income_residents"} {
			if v, ok := group[c]; ok && v != nil {
				a.know(at+c, v)
				columns[c] = append(columns[c], at+c)
			}
		}
		a.within(at+"active", at+"registered")
		a.within(at+"first_income_residents", at+"registered")
	}
	totals := map[string]string{"registered": "registered_workers", "active": "active_workers",
		"first_income_residents": "first_income_residents"}
	for _, c := range slices.Sorted(maps.Keys(columns)) {
		if id != "by_situation" {
			a.equal(tag+totals[c], columns[c]...)
			continue
		}
		a.equal(tag+totals[c]+" and those counted twice", columns[c]...)
		a.within(tag+totals[c], tag+totals[c]+" and those counted twice")
		for _, cell := range columns[c] {
			a.within(cell, tag+totals[c])
		}
	}
}

func (a *attacker) flow(tag string, p printed) {
	for _, s := range p.Funnel {
		a.know(tag+s.Stage, s.Count)
		a.within(tag+s.Stage, tag+"enrolled")
	}
	if l := p.Leak; l != nil && !l.Suppressed {
		a.know(tag+"lost", l.Lost)
		a.know(tag+"lost_of", l.Reached)
		a.within(tag+"lost_of", tag+l.From) // those whose day for the next stage has come
		a.within(tag+"lost", tag+"lost_of")
		a.equal(tag+"enrolled", tag+l.To, tag+"lost", tag+"neither reached "+l.To+" nor lost")
	}
	gone := []string{tag + "registered_now"}
	for i, f := range p.Phases {
		at := tag + "phase." + f.Phase + "."
		for name, v := range map[string]any{"entered": f.Entered, "moved": f.Moved, "left": f.Left, "now": f.Now} {
			a.know(at+name, v)
		}
		a.equal(at+"entered", at+"moved", at+"left", at+"now")
		if i == 0 {
			a.same(at+"entered", tag+"enrolled")
		} else {
			a.same(at+"entered", tag+"phase."+p.Phases[i-1].Phase+".moved")
		}
		gone = append(gone, at+"left")
	}
	if len(gone) > 1 {
		a.equal(tag+"registered_workers", gone...) // nobody leaves before the start in these ledgers
	}
}

// ties are what the definitions say about two figures at once.
func (a *attacker) ties(tag string) {
	for _, s := range [][2]string{
		{"active_workers.n", "registered_workers"}, {"active_workers", "active_ratio"}, {"active_ratio.n", "registered_now"},
		{"retention_ratio", "retained"}, {"retention_ratio.n", "recurring_connection_ratio.n"},
		{"retention_ratio.n", "first_income_within_cycle_ratio.n"},
		{"days_to_first_income.n", "enrolled"}, {"second_challenge.n", "registered_workers"},
		{"worker_survival_180.n", "worker_continuation_months.n"}, {"worker_survival_365.n", "worker_continuation_months.n"},
		{"by_situation.student.registered", "student_participation_ratio.n"},
	} {
		if strings.HasPrefix(s[1], "active_ratio") || a.at[tag+s[0]] == a.at[tag+s[1]] {
			continue // who worked and then left is in one of them only
		}
		a.same(tag+s[0], tag+s[1])
	}
	for _, s := range [][2]string{
		{"enrolled", "registered_workers"}, {"rule_candidates", "registered_workers"}, {"ojt_started", "rule_candidates"},
		{"training_completion_ratio.n", "enrolled"}, {"retention_ratio.n", "training_completion_ratio.n"},
		{"training_completion_ratio", "training_completed"},
		{"ojt_transition_ratio.n", "training_completed"}, {"first_income_within_cycle_ratio", "first_income"},
		{"first_income_residents", "first_income"},
		{"first_delivery", "ojt_started"}, {"first_income", "ojt_started"}, {"recurring", "ojt_started"},
		{"retained", "ojt_started"},
		{"worker_continuation_months.n", "ojt_started"}, {"first_income", "worker_continuation_months.n"},
		{"migrant_earners.n", "registered_workers"}, {"student_participation_ratio.n", "registered_workers"},
		{"local_retention_ratio.n", "student_participation_ratio.n"},
		{"nda_coverage.n", "rule_candidates"}, {"active_workers", "rule_candidates"},
		{"worker_survival_180.events", "worker_survival_365.events"},
		{"worker_survival_365.events", "worker_continuation_months.events"},
		{"worker_survival_365.at_risk_n", "worker_survival_180.at_risk_n"},
		{"worker_survival_180.censored", "worker_survival_365.censored"},
		{"worker_survival_365.censored", "worker_continuation_months.censored"},
		{"worker_continuation_months.censored", "registered_now"},
		{"first_income_within_cycle_ratio", "days_to_first_income.events"}, {"retained", "worker_continuation_months.n"},
		{"student_participation_ratio", "rule_candidates"},
	} {
		a.within(tag+s[0], tag+s[1])
	}
}

// since ties two editions of one ledger: who was counted once is counted ever after.
func (a *attacker) since(earlier, later string) {
	for _, name := range []string{
		"registered_workers", "enrolled", "training_completed", "ojt_started", "first_delivery", "first_income", "recurring",
		"retained", "first_income_residents", "rule_candidates", "retention_ratio.n", "training_completion_ratio.n",
	} {
		a.within(earlier+name, later+name)
	}
	for name := range maps.Clone(a.at) {
		if at, ok := strings.CutPrefix(name, earlier+"by_"); ok && strings.HasSuffix(at, ".registered") &&
			!strings.Contains(at, "without") {
			a.within(name, later+"by_"+at)
		}
	}
}

func editionJSON(t *testing.T, r *result.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteJSON(&b, lang.JA); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func resultOf(t *testing.T, ledger, asOf string) *result.Result {
	t.Helper()
	return result.Compute(catalog.All(), kpi.NewWindow(
		cohorttest.Load(t, "as_of: "+asOf+"\nfrom: 2025-04-01\nto: 2026-03-31\n"+ledger)))
}

// truth are the values of all cells as the hub knows them.
func truth(t *testing.T, tag string, r *result.Result, into map[string]int) {
	t.Helper()
	a := newAttacker()
	a.read(t, tag, editionJSON(t, r))
	if !a.narrow(a.low, a.high) {
		t.Fatal("the attacker's equations do not hold for the ledger itself")
	}
	for i, name := range a.names {
		if a.low[i] == a.high[i] {
			into[name] = a.low[i]
		}
	}
}

// TestAttackOnPublicEditions publishes two editions of each of many small ledgers and attacks each
// and both together. Nothing marked x may be recovered, and in each edition every group of 1 to 4
// must, for all that can be told, still be able to have 5 or more.
func TestAttackOnPublicEditions(t *testing.T) {
	marks, gaveUp := 0, 0
	for seed := range uint64(attacked) {
		ledger, real := randomLedger(seed), map[string]int{}
		before, after := resultOf(t, ledger, "2025-10-31"), resultOf(t, ledger, "2025-12-15")
		truth(t, "1/", before, real)
		truth(t, "2/", after, real)
		first := editionJSON(t, disclose.Apply(before, disclose.Public(5), nil))
		published, err := disclose.ReadPublished(bytes.NewReader(first))
		if err != nil {
			t.Fatal(err)
		}
		second := editionJSON(t, disclose.Apply(after, disclose.Public(5), []disclose.Published{published}))
		one, two, both := newAttacker(), newAttacker(), newAttacker()
		one.read(t, "1/", first)
		two.read(t, "2/", second)
		both.read(t, "1/", first)
		both.read(t, "2/", second)
		both.since("1/", "2/")
		for _, a := range []*attacker{one, two, both} {
			k := a.attack(t)
			for _, name := range k.recovered(real) {
				t.Errorf("ledger %d: %s is not printed and can only be %d", seed, name, real[name])
			}
			if a != both {
				for _, name := range k.small(real) {
					t.Errorf("ledger %d: %s is %d and can be seen to be under 5", seed, name, real[name])
				}
				marks += len(a.open)
			}
			gaveUp += k.gaveUp
		}
		if t.Failed() {
			t.Log(ledger)
			break
		}
	}
	if gaveUp > marks/20 {
		t.Errorf("%d searches given up, for %d marks", gaveUp, marks)
	}
	if marks < 10*attacked {
		t.Errorf("only %d marks in all editions: the ledgers are too easy", marks)
	}
}

// TestAttackHasTeeth holds that the attack recovers cells where only the small ones themselves are
// marked, which is what secondary suppression is against.
func TestAttackHasTeeth(t *testing.T) {
	recovered := 0
	for seed := range uint64(10) {
		a, real := newAttacker(), map[string]int{}
		hub := resultOf(t, randomLedger(seed), "2025-12-15")
		truth(t, "1/", hub, real)
		a.read(t, "1/", editionJSON(t, hub))
		for i := range a.names {
			if a.low[i] == a.high[i] && 0 < a.low[i] && a.low[i] < 5 {
				a.low[i], a.high[i], a.open[i] = 0, most, true
			}
		}
		recovered += len(a.attack(t).recovered(real))
	}
	if recovered < 20 {
		t.Errorf("only %d cells recovered from editions without secondary suppression", recovered)
	}
}
