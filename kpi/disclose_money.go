package kpi

import (
	"cmp"
	"fmt"
	"slices"

	"pilot90/cohort"
)

// Shares are what each contributor, a person or a client, adds to an amount. Nothing says who.
type Shares []float64

// holdings are the amounts behind the figures of money and hours, by figure id, "id.part" or
// "id.group". Every one of the Shares of an entry must pass: an amount, and what is left of the
// whole without it. Compute gathers them while the records are at hand.
type holdings map[string][]Shares

// tableGroup is the shares of one group of a table of money whose total is shown elsewhere.
// A group without a key is a rest that no line shows.
type tableGroup struct {
	key    string
	shares Shares
	by     map[string]float64
}

// amount reports whether an amount has enough contributors and none of too large a share. Nobody
// at all is no amount, and passes.
func (p Profile) amount(s Shares, least int) bool {
	if len(s) == 0 {
		return true
	}
	if least == 0 {
		return true
	}
	var sum, most float64
	for _, x := range s {
		x = max(x, -x)
		sum += x
		most = max(most, x)
	}
	return len(s) >= least && (p.Dominance == 0 || sum == 0 || most <= p.Dominance*sum)
}

// moneyRules says of every amount whether it may be shown.
func moneyRules(r *Result, p Profile) map[string]bool {
	shown := map[string]bool{}
	for key, all := range r.held.workers {
		shown[key] = !slices.ContainsFunc(all, func(s Shares) bool { return !p.amount(s, p.Contributors) })
	}
	for key, all := range r.held.clients {
		ok := !slices.ContainsFunc(all, func(s Shares) bool { return !p.amount(s, p.Clients) })
		before, both := shown[key]
		shown[key] = ok && (before || !both)
	}
	for id, groups := range r.held.tables {
		p.table(shown, id, groups)
	}
	for _, s := range r.held.staff {
		enough := len(s) >= max(2, p.Clients)
		shown["hub_hours_per_worker_week"], shown["role_mix"] = enough, enough
	}
	return shown
}

// table shows the groups that pass, and hides further ones, the smallest first, until the hidden
// ones together are two or more and pass as one amount.
func (p Profile) table(shown map[string]bool, id string, groups []tableGroup) {
	var kept, hidden []tableGroup
	for _, g := range groups {
		if g.key != "" && p.amount(g.shares, p.Clients) {
			kept = append(kept, g)
		} else if g.key != "" || len(g.shares) > 0 {
			hidden = append(hidden, g)
		}
	}
	slices.SortStableFunc(kept, func(a, b tableGroup) int { return cmp.Compare(len(a.shares), len(b.shares)) })
	for len(hidden) > 0 && len(kept) > 0 && !(len(hidden) > 1 && p.amount(together(hidden), p.Clients)) {
		hidden, kept = append(hidden, kept[0]), kept[1:]
	}
	for _, g := range kept {
		shown[id+"."+g.key] = true
	}
}

// together merges the contributors of several groups.
func together(groups []tableGroup) Shares {
	all := map[string]float64{}
	for _, g := range groups {
		for who, x := range g.by {
			all[who] += x
		}
	}
	return sharesOf(all)
}

func sharesOf(by map[string]float64) Shares {
	var s Shares
	for _, who := range sortedNames(by) {
		if by[who] != 0 {
			s = append(s, by[who])
		}
	}
	return s
}

// held is what a result remembers of its window for the rules on amounts.
type held struct {
	workers holdings // of persons
	clients holdings
	staff   []Shares // hours by member of staff
	tables  map[string][]tableGroup
}

// hold gathers the amounts behind the figures.
func hold(w *Window) held {
	h := held{workers: holdings{}, clients: holdings{}, tables: map[string][]tableGroup{}}
	h.work(w)
	h.pay(w)
	h.revenue(w)
	staff := map[string]float64{}
	for _, s := range w.Support {
		if w.In(s.Date.Value) {
			staff[s.Staff.Value] += s.Hours.Value
		}
	}
	h.staff = []Shares{sharesOf(staff)}
	return h
}

// byWorker adds up what the tasks give, by participant.
func byWorker(tasks []*cohort.Task, of func(*cohort.Task) float64) Shares {
	by := map[string]float64{}
	for _, t := range tasks {
		by[t.ParticipantID.Value] += of(t)
	}
	return sharesOf(by)
}

func one(*cohort.Task) float64 { return 1 }

// work holds, for the counts of tasks, how many each worker has of those that count and of the
// others.
func (h *held) work(w *Window) {
	split := func(id string, tasks []*cohort.Task, hit func(*cohort.Task) bool) {
		h.workers[id] = []Shares{
			byWorker(filter(tasks, hit), one),
			byWorker(filter(tasks, func(t *cohort.Task) bool { return !hit(t) }), one)}
	}
	in, delivered := w.TasksIn(), DeliveredIn(w)
	split("w_check_ratio", delivered, func(t *cohort.Task) bool { return t.Checked.Value })
	split("rework_ratio", delivered, func(t *cohort.Task) bool { return t.Rework.Value > 0 })
	due := filter(delivered, func(t *cohort.Task) bool { return t.DueDate.Known })
	split("on_time_ratio", due, func(t *cohort.Task) bool { return t.DeliveredDate.Value <= t.DueDate.Value })
	split("unpaid_client_work", in, func(t *cohort.Task) bool {
		priced, _ := Priced(orNone(w.ContractOf(t)))
		return priced && t.Hours.Value > 0 && t.Pay.Value <= 0
	})
	h.workers["unpaid_client_work.hours"] = []Shares{byWorker(filter(in, func(t *cohort.Task) bool {
		priced, _ := Priced(orNone(w.ContractOf(t)))
		return priced && t.Hours.Value > 0 && t.Pay.Value <= 0
	}), func(t *cohort.Task) float64 { return t.Hours.Value })}
	h.workers["hours_band_ratio"] = []Shares{byWorker(in, one)}
	h.workers["payment_days"] = []Shares{byWorker(filter(delivered, func(t *cohort.Task) bool {
		return t.Pay.Value > 0 && PaymentOf(w, t).State != Unpaid
	}), one)}
	h.workers["rule_hours"] = []Shares{byWorker(w.Tasks, func(t *cohort.Task) float64 { return t.Hours.Value })}
}

func orNone(c *cohort.Contract) *cohort.Contract {
	if c == nil {
		return &cohort.Contract{}
	}
	return c
}

// pay holds pay and hours by worker.
func (h *held) pay(w *Window) {
	in := w.TasksIn()
	yen := func(t *cohort.Task) float64 { return t.Pay.Value }
	hours := func(t *cohort.Task) float64 { return t.Hours.Value }
	paid, payless, hourless := PaidHours(w)
	pay := byWorker(in, yen)
	h.workers["monthly_income"] = []Shares{pay}
	h.workers["monthly_income.mean"] = []Shares{pay}
	h.workers["effective_hourly_pay"] = []Shares{byWorker(paid, yen), byWorker(slices.Concat(paid, payless), hours),
		byWorker(hourless, yen)}
	h.workers["effective_hourly_pay.known_pay_only"] = append([]Shares{byWorker(payless, hours), byWorker(paid, hours)},
		h.workers["effective_hourly_pay"]...)
	outside := func(t *cohort.Task) bool {
		p := w.Participant(t.ParticipantID.Value)
		return p != nil && !Resident(p)
	}
	h.workers["expert_share"] = []Shares{byWorker(filter(in, outside), hours),
		byWorker(filter(in, func(t *cohort.Task) bool { return !outside(t) }), hours)}
	for _, id := range []string{"payout_ratio", "payout_ratio.pay", "self_sustaining_ratio"} {
		h.workers[id] = []Shares{pay, byWorker(hourless, yen)}
	}
	cash := filter(w.Tasks, func(t *cohort.Task) bool { return t.PaidDate.Known && w.In(t.PaidDate.Value) })
	given := func(t *cohort.Task) float64 {
		if t.Paid.Known {
			return t.Paid.Value
		}
		return t.Pay.Value
	}
	h.workers["payout_ratio.paid"] = []Shares{byWorker(cash, given), difference(in, yen, cash, given)}
	settled := filter(in, func(t *cohort.Task) bool { return t.PaidDate.Known && t.PaidDate.Value > w.Clock.To })
	h.workers["payout_ratio.paid_in_settlement"] = []Shares{byWorker(settled, given)}
}

// difference is, by worker, what two amounts differ by.
func difference(a []*cohort.Task, of func(*cohort.Task) float64, b []*cohort.Task,
	than func(*cohort.Task) float64) Shares {
	by := map[string]float64{}
	for _, t := range a {
		by[t.ParticipantID.Value] += of(t)
	}
	for _, t := range b {
		by[t.ParticipantID.Value] -= than(t)
	}
	return sharesOf(by)
}

// revenue holds revenue by client, whole and split as the figures split it.
func (h *held) revenue(w *Window) {
	groupers := map[string]func(*cohort.Contract) string{
		"recurring_revenue_ratio": func(c *cohort.Contract) string { return fmt.Sprint(Recurring(c)) },
		"outside_revenue_ratio": func(c *cohort.Contract) string {
			client := w.Client(c.ClientID.Value)
			if client == nil || !client.Region.Known {
				return ""
			}
			return fmt.Sprint(client.Region.Value == "inside")
		},
		"form_mix":     func(c *cohort.Contract) string { return c.Form.Value },
		"category_mix": func(c *cohort.Contract) string { return c.Category.Value },
		"sector_mix": func(c *cohort.Contract) string {
			if client := w.Client(c.ClientID.Value); client != nil {
				return client.Sector.Value
			}
			return ""
		},
	}
	for id, key := range groupers {
		h.tables[id] = revenueGroups(w, key)
	}
	for _, id := range []string{"recurring_revenue_ratio", "outside_revenue_ratio"} {
		for _, g := range h.tables[id] {
			h.clients[id] = append(h.clients[id], g.shares)
		}
	}
	h.clients["inside_revenue_ratio"] = h.clients["outside_revenue_ratio"]
	whole := revenueGroups(w, func(*cohort.Contract) string { return "all" })
	for _, id := range []string{"revenue_total", "payout_ratio", "self_sustaining_ratio"} {
		for _, g := range whole {
			h.clients[id] = append(h.clients[id], g.shares)
		}
	}
	h.years(w)
}

// revenueGroups splits the revenue of the period by group and client, in the order of the keys.
func revenueGroups(w *Window, key func(*cohort.Contract) string) []tableGroup {
	by := map[string]map[string]float64{}
	for _, c := range w.ActiveContracts() {
		if yen, known := Revenue(w, c); known {
			addTo(by, key(c), c.ClientID.Value, yen)
		}
	}
	return tableOf(by)
}

func addTo(by map[string]map[string]float64, key, who string, x float64) {
	if by[key] == nil {
		by[key] = map[string]float64{}
	}
	by[key][who] += x
}

func tableOf(by map[string]map[string]float64) []tableGroup {
	var groups []tableGroup
	for _, k := range sortedNames(by) {
		groups = append(groups, tableGroup{key: k, shares: sharesOf(by[k]), by: by[k]})
	}
	return groups
}

// years holds the revenue of each fiscal year. Years do not add up to a printed total, so each
// stands by itself; the growth rests on all of them.
func (h *held) years(w *Window) {
	if len(w.Contracts) == 0 {
		return
	}
	last := w.Clock.AsOf.FiscalYear()
	year := w.Clock.AsOf.FiscalYear()
	for _, c := range w.Contracts {
		year = min(year, c.StartDate.Value.FiscalYear())
	}
	for ; year <= last; year++ {
		by := map[string]float64{}
		for _, c := range w.Contracts {
			from, to := FiscalYear(year)
			if yen, known := RevenueBetween(c, from, min(to, w.Clock.AsOf)); known {
				by[c.ClientID.Value] += yen
			}
		}
		s := []Shares{sharesOf(by)}
		h.clients["revenue_by_fiscal_year."+fmt.Sprint(year)] = s
		h.clients["revenue_multiple"] = append(h.clients["revenue_multiple"], s...)
		if year == w.Clock.To.FiscalYear() {
			h.clients["revenue_by_fiscal_year"] = s
		}
	}
}
