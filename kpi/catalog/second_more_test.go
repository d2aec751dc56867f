package catalog

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"testing"
	"time"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/grant"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// follow is a time under observation: did it end, or was it cut off.
type follow struct {
	time  float64
	ended bool
}

// kaplan is the product-limit curve at each time at which something ended.
func kaplan(all []follow) (times, curve []float64) {
	sort.Slice(all, func(i, j int) bool { return all[i].time < all[j].time })
	left := 1.0
	for i := 0; i < len(all); {
		j, ends := i, 0
		for ; j < len(all) && all[j].time == all[i].time; j++ {
			if all[j].ended {
				ends++
			}
		}
		if ends > 0 {
			left *= 1 - float64(ends)/float64(len(all)-i)
			times, curve = append(times, all[i].time), append(curve, left)
		}
		i = j
	}
	return times, curve
}

// half is the time at which the curve crosses one half, the middle of the step where it lies on it; not a number
// where it never does, and NaN ok=false where it stays on it.
func half(all []follow) (v float64, sure bool) {
	times, curve := kaplan(all)
	for i, s := range curve {
		switch {
		case math.Abs(s-0.5) < 1e-12 && i+1 < len(curve):
			return (times[i] + times[i+1]) / 2, true
		case math.Abs(s-0.5) < 1e-12:
			return 0, false
		case s < 0.5:
			return times[i], true
		}
	}
	return math.NaN(), true
}

// share is the curve at a time; not a number where nobody was observed so long and somebody's end is not known.
func share(all []follow, at float64) float64 {
	times, curve := kaplan(all)
	left := 1.0
	for i, t := range times {
		if t <= at {
			left = curve[i]
		}
	}
	if left > 1e-12 && !slices.ContainsFunc(all, func(f follow) bool { return f.time >= at }) {
		return math.NaN()
	}
	return left
}

// months is the revenue of a contract from one month of the fiscal year that begins in April of the year on: days in
// force of the days of the month.
func (w *wide) revenue(d deal, fiscalYear int) float64 {
	yen := 0.0
	for month := range 12 {
		first := time.Date(fiscalYear, time.Month(4+month), 1, 0, 0, 0, 0, time.UTC)
		days, in := first.AddDate(0, 1, -1).Day(), 0
		for k := range days {
			day := int(first.Sub(on(0)).Hours()/24) + k
			if d.start <= day && day <= d.end && day <= w.asOf {
				in++
			}
		}
		yen += float64(d.monthly) * float64(in) / float64(days)
	}
	return math.Floor(yen + 0.5 + 1e-9)
}

func (w *wide) ofContracts(m map[string]float64) {
	running, cut, years, sums := 0.0, 0.0, map[int]float64{}, map[string]float64{}
	first := w.deals[0].start
	for i, d := range w.deals {
		first = min(first, d.start)
		for year := 2020; year <= 2025; year++ {
			years[year] += w.revenue(d, year)
		}
		if d.start > w.asOf || d.end < 1 {
			continue
		}
		running++
		if w.orders[i].parent != "" {
			cut++
		}
		for kind, key := range map[string]string{"category": w.orders[i].category, "form": w.orders[i].form,
			"sector": w.sectors[d.client]} {
			if key != "" {
				m[kind+"_mix"]++
				sums[kind+" "+key] += w.revenue(d, 2025)
			}
		}
	}
	m["small_task_share"], m["revenue_by_fiscal_year"] = ratio(cut, running), years[2025]
	var full []int
	for year := 2020; year <= 2024; year++ {
		if first <= int(time.Date(year, 4, 1, 0, 0, 0, 0, time.UTC).Sub(on(0)).Hours()/24) {
			full = append(full, year)
		}
	}
	if len(full) > 1 {
		m["revenue_multiple"] = ratio(years[full[len(full)-1]], years[full[0]])
	}
	for key, yen := range sums {
		m["mix "+key] = yen
	}
	for i := range 3 {
		if w.satellite[i] {
			m["satellite_clients"]++
		}
	}
	m["satellite_clients"] += 0
	m["repeat_client_ratio"] = w.repeated()
}

// repeated: clients with work in three calendar months on end, of those with any.
func (w *wide) repeated() float64 {
	months := [3]map[int]bool{{}, {}, {}}
	for _, d := range w.deeds {
		if w.inPeriod(d) {
			at := on(d.day)
			months[w.deals[d.contract].client][at.Year()*12+int(at.Month())] = true
		}
	}
	some, long := 0.0, 0.0
	for _, of := range months {
		if len(of) > 0 {
			some++
		}
		for at := range of {
			if of[at+1] && of[at+2] {
				long++
				break
			}
		}
	}
	return ratio(long, some)
}

// inPeriod reports whether work was done in the period, which begins on day 1.
func (w *wide) inPeriod(d deed) bool { return 1 <= d.day && d.day <= w.asOf }

// wage is the minimum wage of 長野県 as the Ministry of Labour gives it: 998 yen from 1 October 2024, 1,061 from 3 October
// 2025 (day 186).
func wage(day int) float64 {
	if day >= 186 {
		return 1061
	}
	return 998
}

func (w *wide) ofPeople(m map[string]float64) {
	var income, spells, days []follow
	var worked, secured, students, studying, known, stayed, second, below float64
	lasted := 0.0
	for i, f := range w.facts {
		tasks, t, here := w.tasks(i), w.people[i], f.start <= w.asOf
		if here {
			if paid := w.firstIncome(i); paid < never {
				income = append(income, follow{float64(paid - f.start + 1), true})
			} else {
				income = append(income, follow{float64(min(f.exit, w.asOf) - f.start + 1), false})
			}
		}
		first, last, pay, due := never, -never, 0.0, 0.0
		start, busy := never, false
		for _, d := range tasks {
			start = min(start, d.day)
			if d.pay > 0 {
				first = min(first, d.day)
			}
			if last = max(last, d.day); w.inPeriod(d) {
				pay, due, busy = pay+float64(d.pay), due+float64(d.hours)*wage(d.day), true
			}
		}
		if pay < due {
			below++
		}
		if first < never {
			to, ended := w.asOf, false
			switch {
			case f.exit <= w.asOf:
				to, ended = f.exit, true
			case w.asOf-last > 60:
				to, ended = last, true
			}
			lasted += float64(to-first+1) / 30.4375
			spells = append(spells, follow{float64(to - first + 1), ended})
		}
		if busy {
			if worked++; t.secured <= start {
				secured++
			}
		}
		student := t.situation == "学生" && here
		count := func(n *float64, when bool) {
			if when {
				*n++
			}
		}
		count(&students, student)
		count(&studying, student && busy)
		count(&known, student && t.outcome != "" && t.outcome != "未定")
		count(&stayed, student && t.outcome == "地元就職")
		count(&second, here && (t.outcome == "地元就職" || t.outcome == "就業移行"))
		if here {
			w.countGroups(m, i, tasks)
		}
	}
	if v, sure := half(income); sure {
		m["days_to_first_income"] = v
	}
	days = append(days, spells...)
	m["worker_survival_180"], m["worker_survival_365"] = share(days, 180), share(days, 365)
	m["worker_continuation_months"] = ratio(lasted, float64(len(spells)))
	m["below_reference_workers"], m["security_coverage"] = below, ratio(secured, worked)
	m["student_participation_ratio"], m["local_retention_ratio"] = ratio(studying, students), ratio(stayed, known)
	m["second_challenge"] = second
}

// countGroups adds a registered person to the lines of the tables.
func (w *wide) countGroups(m map[string]float64, i int, tasks []deed) {
	f, t, income := w.facts[i], w.people[i], w.firstIncome(i)
	for table, key := range map[string]string{"by_gender": t.gender, "by_age_band": t.band, "by_situation": t.situation} {
		if m[table]++; key == "" {
			key = "不明"
		}
		m[table+" "+key+" registered"]++
		if slices.ContainsFunc(tasks, func(d deed) bool { return d.day >= w.asOf-29 }) {
			m[table+" "+key+" active"]++
		}
		if f.residence != "町外" && !f.prior && 1 <= income && income < never {
			m[table+" "+key+" first_income_residents"]++
		}
	}
}

func (w *wide) ofWork(m map[string]float64) {
	weeks, unpaid := map[[2]int]int{}, 0.0
	people := map[int]bool{}
	var waits []float64
	for _, d := range w.deeds {
		if !w.inPeriod(d) {
			continue
		}
		people[d.who] = true
		weeks[[2]int{d.who, monday(d.day)}] += d.hours
		if d.pay == 0 {
			unpaid++
		}
		if d.pay > 0 && d.delivered <= w.asOf && d.paid <= w.asOf {
			waits = append(waits, float64(d.paid-d.delivered+1))
		}
	}
	within := 0.0
	for _, hours := range weeks {
		if 3 <= hours && hours <= 8 {
			within++
		}
	}
	m["hours_band_ratio"], m["unpaid_client_work"] = ratio(within, float64(len(weeks))), unpaid
	if slices.Sort(waits); len(waits) > 0 {
		m["payment_days"] = (waits[(len(waits)-1)/2] + waits[len(waits)/2]) / 2
	}
	staff, kinds, all, heaviest := map[string]float64{}, 0.0, 0.0, 0.0
	for _, t := range w.talks {
		if t.day > w.asOf {
			continue
		}
		all += float64(t.hours)
		if t.kind != "" {
			kinds += float64(t.hours)
		}
		key := fmt.Sprint(t.staff, monday(t.day))
		staff[key] += float64(t.hours)
		heaviest = max(heaviest, staff[key])
	}
	m["role_mix"], m["heaviest_staff_week"] = kinds, heaviest
	m["hub_hours_per_worker_week"] = ratio(all, float64(len(people))*float64(w.asOf)/7)
	scores, n := map[string]float64{}, map[string]float64{}
	for _, a := range w.answers {
		if a.day <= w.asOf {
			scores[a.who], n[a.who] = scores[a.who]+float64(a.score), n[a.who]+1
		}
	}
	for who, id := range map[string]string{"ワーカー": "worker", "発注者": "client", "地域事業者": "local_business", "学生": "student",
		"受入先": "host"} {
		m["satisfaction_"+id] = ratio(scores[who], n[who])
	}
	m["metric.EC売上"], m["recent_publications"] = 0, 0
	for _, s := range w.sales {
		if s[0] <= w.asOf {
			m["metric.EC売上"] += float64(s[1])
		}
	}
	for _, day := range w.published {
		if day <= w.asOf && w.asOf-day <= 31 {
			m["recent_publications"]++
		}
	}
	m["budget_by_class"], m["budget_by_fund"] = 911_000, 911_000
	m["latest_start_date"] = float64(time.Date(2026, 3, 31-89, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// TestSecondReadingOfAll: all other figures of the catalogue, their tables, the funnel and where each person stands are
// what the loops give, on forty random ledgers. Together with TestSecondReading every figure is read twice.
func TestSecondReadingOfAll(t *testing.T) {
	t.Parallel()
	read, valued := map[string]bool{}, map[string]int{}
	for seed := range uint64(40) {
		p := wideOf(seed)
		want := map[string]float64{}
		p.ofContracts(want)
		p.ofPeople(want)
		p.ofWork(want)
		l, clock := cohorttest.Load(t, p.text())
		w := kpi.NewWindow(l, clock)
		r := result.Compute(All(), w)
		for id, v := range want {
			f := kpi.Find(r.Figures, id)
			if f == nil {
				continue // a line of a table
			}
			read[id] = true
			switch {
			case f.Value == nil && !math.IsNaN(v):
				t.Errorf("ledger %d: %s has no value (%s), want %v", seed, id, f.Reason.JA, v)
			case f.Value != nil && (math.IsNaN(v) || math.Abs(*f.Value-v) > 1e-9*max(1, math.Abs(v))):
				t.Errorf("ledger %d: %s is %v, want %v", seed, id, *f.Value, v)
			case f.Value != nil:
				valued[id]++
			}
		}
		p.sameTables(t, seed, r, want)
		p.sameFunnel(t, seed, r.Funnel)
		p.sameStates(t, seed, r.States)
		p.sameGrant(t, seed, r.Grants[0].Indicators)
	}
	first := map[string]float64{}
	one := placeOf(0)
	one.people(first)
	one.contracts(first)
	one.work(first)
	for _, d := range All() {
		_, twice := first[d.ID]
		if !twice && !read[d.ID] && d.Expand == nil {
			t.Errorf("%s is not read a second time", d.ID)
		}
		if read[d.ID] && valued[d.ID] < 3 {
			t.Errorf("%s has a value in %d ledgers only", d.ID, valued[d.ID])
		}
	}
}

// sameTables compares the lines of the tables of persons and of contracts.
func (w *wide) sameTables(t *testing.T, seed uint64, r *result.Result, want map[string]float64) {
	t.Helper()
	lines := 0
	for i := range r.Figures {
		f := &r.Figures[i]
		for _, part := range f.Parts {
			groups, ok := part.Value.([]kpi.Group)
			if !ok {
				continue
			}
			for _, g := range groups {
				for _, p := range g.Parts {
					key := fmt.Sprintf("%s %s %s", f.ID, g.Title.JA, p.Key)
					if p.Key == "revenue" {
						key = map[string]string{"category_mix": "mix category ", "form_mix": "mix form ",
							"sector_mix": "mix sector "}[f.ID] + g.Title.JA
					}
					v, number := p.Value.(float64)
					_, compared := want[key]
					if f.Disclosure.Table != nil && p.Unit == kpi.Count {
						compared = true
					}
					if !number || !compared {
						continue
					}
					if lines++; v != want[key] {
						t.Errorf("ledger %d: %s is %v, want %v", seed, key, v, want[key])
					}
				}
			}
		}
	}
	if lines < 10 {
		t.Errorf("ledger %d: only %d lines of tables are compared", seed, lines)
	}
}

// sameFunnel: each stage is who has ever come to it by E of those whose cycle overlaps the period, and by phase
// entered = moved on + left + here.
func (w *wide) sameFunnel(t *testing.T, seed uint64, f state.Funnel) {
	t.Helper()
	var stages [7]int
	var entered, left [4]int
	for i, p := range w.facts {
		if p.start > w.asOf || p.start+89 < 1 {
			continue
		}
		tasks := w.tasks(i)
		has := func(of func(d deed) bool) bool { return slices.ContainsFunc(tasks, of) }
		for k, reached := range []bool{true, p.trained <= w.asOf, len(tasks) > 0,
			has(func(d deed) bool { return d.delivered <= w.asOf }), w.firstIncome(i) < never,
			has(func(d deed) bool { return w.deals[d.contract].recurring }),
			p.start+89 <= w.asOf && p.exit > p.start+89 && has(func(d deed) bool {
				return p.start+60 <= d.day && d.day <= p.start+89
			})} {
			if reached {
				stages[k]++
			}
		}
		phase := min((min(p.exit, w.asOf)-p.start)/30, 3)
		for k := 0; k <= phase; k++ {
			entered[k]++
		}
		if p.exit <= w.asOf {
			left[phase]++
		}
	}
	for k, s := range f.Stages {
		if s.Count == nil || *s.Count != stages[k] {
			t.Errorf("ledger %d: stage %s is not %d", seed, s.Stage, stages[k])
		}
	}
	for k, p := range f.Phases {
		if p.Entered != entered[k] || p.Left != left[k] || p.Entered != p.MovedOn+p.Left+p.Now {
			t.Errorf("ledger %d: phase %d has %+v, want %d entered and %d left", seed, k, p, entered[k], left[k])
		}
	}
}

// sameGrant: a flow (first incomes, revenue) stands against the baseline and what both years of the grant brought, a
// stock (active) as it is at the end; a year of which the ledger has no work gives a reason. Level is actual ÷ target,
// gain (actual − baseline) ÷ (target − baseline); above the target very effective, from 70 % fairly, above the baseline
// effective, below not; on the target or the baseline two words are named.
func (w *wide) sameGrant(t *testing.T, seed uint64, all []grant.Indicator) {
	t.Helper()
	firsts, active, yen := 2.0, 0.0, 0.0
	before := slices.ContainsFunc(w.deeds, func(d deed) bool { return -364 <= d.day && d.day <= 0 })
	for i, f := range w.facts {
		paid := w.firstIncome(i)
		if f.residence != "町外" && !f.prior && -364 <= paid && paid <= w.asOf {
			firsts++
		}
		if slices.ContainsFunc(w.tasks(i), func(d deed) bool { return d.day >= w.asOf-29 }) {
			active++
		}
	}
	for _, d := range w.deals {
		yen += w.revenue(d, 2024) + w.revenue(d, 2025)
	}
	for k, want := range []struct {
		actual, base, target float64
		flow                 bool
	}{{firsts, 2, 9, true}, {active, 1, 6, false}, {yen, 0, 1_900_000, true}} {
		i := &all[k]
		if want.flow && !before {
			if i.Actual != nil || i.Reason.Empty() || i.Level != nil {
				t.Errorf("ledger %d: %s is %v although nothing is known of 2024", seed, i.Figure, *i.Actual)
			}
			continue
		}
		if i.Actual == nil || *i.Actual != want.actual || *i.Target != want.target || i.Flow != want.flow {
			t.Errorf("ledger %d: %s is %v of %v (%s), want %v of %v", seed, i.Figure, i.Actual, i.Target, i.Reason.JA,
				want.actual, want.target)
			continue
		}
		level, gain := want.actual/want.target, (want.actual-want.base)/(want.target-want.base)
		if i.Level == nil || math.Abs(*i.Level-level) > 1e-12 || i.Gain == nil || math.Abs(*i.Gain-gain) > 1e-12 {
			t.Errorf("ledger %d: %s reached %v and %v, want %v and %v", seed, i.Figure, i.Level, i.Gain, level, gain)
		}
		word := "効果がなかった"
		switch {
		case want.actual == want.target || want.actual == want.base:
			word = ""
		case want.actual > want.target:
			word = "地方創生に非常に効果的であった"
		case level >= 0.7:
			word = "相当程度効果があった"
		case want.actual > want.base:
			word = "効果があった"
		}
		proposed := i.Rating.Proposed
		if open := len(proposed) > 1; open != (word == "") || !open && proposed[0].Words().JA != word {
			t.Errorf("ledger %d: %s, %v of %v from %v, is rated %v, want %q", seed, i.Figure, want.actual, want.target,
				want.base, proposed, word)
		}
	}
}

// sameStates: training by day 30 (24), a task by day 60 (45), an income by day 90 (75), recurring work at the end of
// the cycle; no work for 60 days after it is watch whatever the stage; from 90 days after it nobody is called.
func (w *wide) sameStates(t *testing.T, seed uint64, states []state.State) {
	t.Helper()
	at := 0
	for i, p := range w.facts {
		if p.start > w.asOf {
			continue
		}
		tasks, day := w.tasks(i), w.asOf-p.start+1
		last, recurring := p.start, false
		for _, d := range tasks {
			last, recurring = max(last, d.day), recurring || w.deals[d.contract].recurring
		}
		late, watch := false, false
		for _, g := range []struct {
			missing     bool
			watch, late int
		}{{p.trained > w.asOf, 24, 30}, {len(tasks) == 0, 45, 60}, {w.firstIncome(i) == never, 75, 90},
			{!recurring, never, 90}} {
			late, watch = late || g.missing && day >= g.late, watch || g.missing && day >= g.watch
		}
		want := state.OnTrack
		switch {
		case p.exit <= w.asOf:
			want = state.Exited
		case day >= 180:
			want = state.Past
		case day > 90 && w.asOf-last > 60:
			want = state.Watch
		case late:
			want = state.Late
		case watch:
			want = state.Watch
		case day >= 90:
			want = state.Done
		}
		if got := &states[at]; got.Status != want || got.ToCall() != (want == state.Late || want == state.Watch) {
			t.Errorf("ledger %d: P%02d on day %d is %s, want %s", seed, i, day, got.Status, want)
		}
		at++
	}
	if at != len(states) {
		t.Errorf("ledger %d: %d states, want %d", seed, len(states), at)
	}
}
