package disclose_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"

	"pilot90/cohort/record"
	"pilot90/kpi"
)

// paid is what each participant earned in the period by a day, from the rows of the log.
func paid(d *day) map[string]float64 {
	by := map[string]float64{}
	for _, t := range tasksBy(d) {
		by[t.ParticipantID.Value] += t.Pay.Value
	}
	return by
}

func tasksBy(d *day) []*record.Task {
	return slices.DeleteFunc(slices.Clone(d.ledger.Tasks.Rows), func(t *record.Task) bool {
		return t.Date.Value > d.hub.Clock.AsOf || t.Date.Value < d.hub.Clock.From
	})
}

// largest are the amounts that are not 0, the largest first.
func largest(by map[string]float64) []float64 {
	var all []float64
	for _, x := range by {
		if x != 0 {
			all = append(all, math.Abs(x))
		}
	}
	slices.Sort(all)
	slices.Reverse(all)
	return all
}

// exposed reports whether the second largest contributor can tell the largest amount to less than 15 % from the sum,
// or fewer than four contribute.
func exposed(by map[string]float64) bool {
	all := largest(by)
	if len(all) < 4 {
		return true
	}
	sum := 0.0
	for _, x := range all {
		sum += x
	}
	return (sum-all[0]-all[1])/all[0] < 0.15 || (all[0]+all[1])/sum > 0.85
}

// amounts judges sums of pay, of the day and between two days, and the medians.
func (a *attacker) amounts(days []*day) {
	d := days[len(days)-1]
	for _, name := range outside {
		p := d.editions[name]
		for _, id := range []string{"payout_ratio", "self_sustaining_ratio", "monthly_income", "effective_hourly_pay"} {
			f := p.Figures[p.at(id)]
			if f.Value == nil {
				continue
			}
			if exposed(paid(d)) {
				a.tell("%s: %s tells what somebody earns", name, id)
			}
			if f.Step == 0 || f.Numerator != nil || f.N != nil {
				a.tell("%s: %s is exact, or tells what it rests on", name, id)
			}
			if math.Abs(*f.Value/f.Step-math.Round(*f.Value/f.Step)) > 1e-6 {
				a.tell("%s: %s = %v is not rounded to %v", name, id, *f.Value, f.Step)
			}
		}
		a.months(d, name)
		for _, before := range days[:len(days)-1] {
			for _, other := range outside {
				a.payBetween(d, before, name, other)
			}
		}
	}
}

// payBetween judges what two sums of pay differ by.
func (a *attacker) payBetween(d, before *day, name, other string) {
	for _, id := range []string{"payout_ratio", "self_sustaining_ratio"} {
		now, then := d.editions[name], before.editions[other]
		if now.Figures[now.at(id)].Value == nil || then.Figures[then.at(id)].Value == nil {
			continue
		}
		change := paid(d)
		for who, x := range paid(before) {
			change[who] -= x
		}
		if len(largest(change)) > 0 && exposed(change) {
			a.tell("%s: with that of %s %s tells what somebody earned since", name, before.asOf, id)
		}
	}
}

// months judges the median of the months with pay, the bands of it and the medians of groups.
func (a *attacker) months(d *day, name string) {
	p := d.editions[name]
	f := p.Figures[p.at("monthly_income")]
	hub := kpi.Find(d.hub.Figures, "monthly_income")
	if f.Value != nil && hub.N < 10 {
		a.tell("%s: a median of %d months", name, hub.N)
	}
	_, bands := p.lines("monthly_income", "bands")
	some := 0
	for _, n := range bands["persons"] {
		if 0 < n.low && n.low < smallest {
			a.tell("%s: %d persons in a band", name, n.low)
		}
		if n.low > 0 {
			some++
		}
	}
	if some == 1 {
		a.tell("%s: everybody is in one band", name)
	}
	for _, id := range []string{"by_gender", "by_age_band", "by_situation"} {
		keys, columns := p.lines(id, "groups")
		for i, key := range keys {
			if len(columns["median_monthly_income"]) == 0 {
				continue
			}
			earn := map[string]float64{}
			for who, x := range paid(d) {
				if slices.Contains(members(kpi.Find(d.hub.Figures, id), key, "registered"), who) {
					earn[who] = x
				}
			}
			if len(largest(earn)) < 5 || columns["median_monthly_income"][i].low%1000 != 0 {
				a.tell("%s: the median of %s is of %d persons", name, key, len(largest(earn)))
			}
		}
	}
	// With fewer than three on either side, who is under the reference is known.
	below, hubBelow := p.Figures[p.at("below_reference_workers")], kpi.Find(d.hub.Figures, "below_reference_workers")
	switch {
	case hubBelow.Value == nil:
	case below.Value != nil && *below.Value != 0:
		a.tell("%s: %v under the reference, exactly", name, *below.Value)
	case below.Coded != nil && (*hubBelow.Value < below.Coded.Low || *hubBelow.Value > below.Coded.High ||
		below.Coded.High == below.Coded.Low):
		a.tell("%s: %v under the reference are told as %v", name, *hubBelow.Value, *below.Coded)
	}
}

// scores works out of a mean and a number of answers how many can have given 4 or 5.
func (a *attacker) scores(days []*day) {
	d := days[len(days)-1]
	for _, name := range outside {
		p := d.editions[name]
		for i := range d.hub.Figures {
			f, got := &d.hub.Figures[i], p.Figures[i]
			if f.About != kpi.AboutAnswers || f.Value == nil || got.N == nil {
				continue
			}
			if f.N < 5 {
				a.tell("%s: %s of %d answers", name, f.ID, f.N)
			}
			if a.fixed(sumsOf(got.Value, got.Coded, f.N), f.N) {
				a.tell("%s: %s and %d answers tell how many gave 4 or 5", name, f.ID, f.N)
			}
			if raw, told := got.Parts["share_4_5"]; told {
				var share float64
				hits := 0.0
				if json.Unmarshal(raw, &share) == nil {
					hits = math.Round(share * float64(f.N))
				}
				if f.N < 10 || hits < smallest || float64(f.N)-hits < smallest {
					a.tell("%s: %s: %v of %d gave 4 or 5", name, f.ID, hits, f.N)
				}
			}
			for _, before := range days[:len(days)-1] {
				for _, other := range outside {
					a.answersSince(d, before, name, other, i)
				}
			}
		}
	}
}

// answersSince judges what two means tell of the answers between them.
func (a *attacker) answersSince(d, before *day, name, other string, i int) {
	f, was := &d.hub.Figures[i], &before.hub.Figures[i]
	then := before.editions[other].Figures[i]
	if then.N == nil || was.Value == nil || f.N == was.N {
		return
	}
	n := f.N - was.N
	if n < 5 {
		a.tell("%s: %s tells of %d answers since %s", name, f.ID, n, before.asOf)
		return
	}
	got := d.editions[name].Figures[i]
	var sums []int
	for _, x := range sumsOf(got.Value, got.Coded, f.N) {
		for _, y := range sumsOf(then.Value, then.Coded, was.N) {
			sums = append(sums, x-y)
		}
	}
	if a.fixed(sums, n) {
		a.tell("%s: %s tells how many of the %d answers since %s were 4 or 5", name, f.ID, n, before.asOf)
	}
}

// sumsOf are the sums of points that round to the mean with one decimal, or lie in the range.
func sumsOf(mean *float64, coded *struct{ Low, High float64 }, n int) []int {
	var sums, plain []int
	for sum := n; sum <= 5*n; sum++ {
		exact := float64(sum) / float64(n)
		extreme := sum >= 5*n-2 || sum <= n+3 // what is told as a range, as the rule says
		switch {
		case mean != nil && math.Abs(math.Floor(exact*10+0.5+1e-9)/10-*mean) < 1e-9:
			if sums = append(sums, sum); !extreme {
				plain = append(plain, sum)
			}
		case mean == nil && coded != nil && extreme && exact >= coded.Low && exact <= coded.High:
			sums = append(sums, sum)
		}
	}
	if len(plain) > 0 { // an extreme one would have been told as a range
		return plain
	}
	return sums
}

// fixed reports whether, for all the sums, the number of 4 and 5 among n answers can have one value only.
func (a *attacker) fixed(sums []int, n int) bool {
	can := map[int]bool{}
	for _, sum := range sums {
		for high := 0; high <= n; high++ { // high answers of 4 or 5, the others of 1 to 3
			if sum >= 4*high+(n-high) && sum <= 5*high+3*(n-high) {
				can[high] = true
			}
		}
	}
	return len(can) == 1
}

// durations judges times of persons: in half months, of three events or more.
func (a *attacker) durations(d *day) {
	for _, name := range outside {
		for i := range d.hub.Figures {
			f, got := &d.hub.Figures[i], d.editions[name].Figures[i]
			if f.Class != kpi.Amount || f.About != kpi.AboutPersons || f.Unit == kpi.Count || got.Value == nil {
				continue
			}
			events, _ := f.Get("events")
			step := map[kpi.Unit]float64{kpi.Days: 15, kpi.Months: 0.5, kpi.Ratio: 0.1}[f.Unit]
			if events < smallest || math.Abs(*got.Value/step-math.Round(*got.Value/step)) > 1e-6 || got.N != nil ||
				len(got.Parts) > 0 {
				a.tell("%s: %s of %v events is %v", name, strings.TrimSpace(f.ID), events, *got.Value)
			}
		}
	}
}
