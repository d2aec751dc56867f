package yearstest

import (
	"math"
	"slices"

	"pilot90/cohort/cell"
)

// Figures computes figures from what stands in the sheets by the words of figures.md, without the program: loops over
// facts, one figure after the other. A figure that has no value is not in the map.
func (s Sheets) Figures(asOf, from, end cell.Day) map[string]float64 {
	n := &counted{Sheets: s, asOf: asOf, from: from, to: min(end, asOf), out: map[string]float64{}}
	n.persons()
	n.cycle()
	n.contracts()
	n.log()
	n.spent()
	return n.out
}

type counted struct {
	Sheets
	asOf, from, to cell.Day // to is the evaluation date
	out            map[string]float64
}

func (n *counted) in(d cell.Day) bool { return n.from <= d && d <= n.to }

func (n *counted) ratio(id string, hits, all float64) {
	if all > 0 {
		n.out[id] = hits / all
	}
}

// firstPaid is the first payment for work up to the evaluation date, made up to the as-of date; 0 for none.
func (n *counted) firstPaid(who string) cell.Day {
	var first cell.Day
	for _, t := range n.works {
		if t.who == who && t.day <= n.to && t.paid != 0 && t.paid <= n.asOf && (first == 0 || t.paid < first) {
			first = t.paid
		}
	}
	return first
}

// worked counts a person's tasks between two days, up to the evaluation date.
func (n *counted) worked(who string, from, to cell.Day, kinds ...string) int {
	tasks := 0
	for _, t := range n.works {
		if t.who == who && from <= t.day && t.day <= min(to, n.to) && (len(kinds) == 0 || kinds[0] == n.job(t.job).kind) {
			tasks++
		}
	}
	return tasks
}

func (n *counted) job(id string) job {
	for _, j := range n.jobs {
		if j.id == id && j.start <= n.to {
			return j
		}
	}
	return job{}
}

func (n *counted) persons() {
	registered, active, earners := 0.0, 0.0, 0.0
	for _, p := range n.people {
		if p.start <= n.to {
			registered++
			if n.worked(p.id, n.to-29, n.to) > 0 {
				active++
			}
			if p.home != "町外" && !p.prior && n.firstPaid(p.id) != 0 && n.in(n.firstPaid(p.id)) {
				earners++
			}
		}
	}
	n.out["registered_workers"], n.out["active_workers"], n.out["first_income_residents"] = registered, active, earners
}

func (n *counted) cycle() {
	var trained, of30, started, of60, kept, recurring, paid, of90 float64
	add := func(to *float64, hit bool) {
		if hit {
			*to++
		}
	}
	for _, p := range n.people {
		if n.in(p.start + 29) {
			of30++
			add(&trained, p.trained != 0 && p.trained <= p.start+29)
		}
		if n.in(p.start+59) && p.trained != 0 && p.trained <= n.to {
			of60++
			add(&started, n.worked(p.id, p.start, n.to) > 0)
		}
		if last := p.start + 89; n.in(last) {
			of90++
			left := p.exit != 0 && p.exit <= last
			add(&kept, !left && n.worked(p.id, p.start+60, last) > 0)
			add(&recurring, n.worked(p.id, 0, last, "定期") > 0)
			first := n.firstPaid(p.id)
			add(&paid, first != 0 && first <= last)
		}
	}
	n.ratio("training_completion_ratio", trained, of30)
	n.ratio("ojt_transition_ratio", started, of60)
	n.ratio("retention_ratio", kept, of90)
	n.ratio("recurring_connection_ratio", recurring, of90)
	n.ratio("first_income_within_cycle_ratio", paid, of90)
}

// earned is a contract's revenue in the window: monthly by days of each month, an amount by days of the term.
func (n *counted) earned(j job) float64 {
	last := func(end cell.Day) cell.Day {
		if end == 0 {
			return n.to
		}
		return min(end, n.to)
	}
	if j.monthly == 0 {
		days := last(j.end) - max(j.start, n.from) + 1
		return math.Floor(float64(j.amount)*float64(days)/float64(j.end-j.start+1) + 0.5)
	}
	sum := 0.0
	for first := j.start.FirstOfMonth(); first <= n.to; first = first.LastOfMonth() + 1 {
		if days := last(min(first.LastOfMonth(), last(j.end))) - max(first, j.start, n.from) + 1; days > 0 {
			sum += float64(j.monthly) * float64(days) / float64(first.LastOfMonth()-first+1)
		}
	}
	return math.Floor(sum + 0.5)
}

func (n *counted) contracts() {
	var active, recurring, revenue, outside, months, terms float64
	for _, j := range n.jobs {
		if j.kind == "定期" && j.start <= n.to {
			end := n.to
			if j.end != 0 {
				end = min(end, j.end)
			}
			months, terms = months+float64(end-j.start+1)/30.4375, terms+1
		}
		if j.start > n.to || j.end != 0 && j.end < n.from {
			continue
		}
		active++
		if j.kind == "定期" {
			recurring++
		}
		revenue += n.earned(j)
		if j.client == "C2" || j.client == "C3" { // those outside the area
			outside += n.earned(j)
		}
	}
	n.ratio("recurring_contract_ratio", recurring, active)
	n.ratio("average_continuation_months", months, terms)
	n.out["revenue_total"] = revenue
	n.ratio("outside_revenue_ratio", outside, revenue)
}

func (n *counted) log() {
	var pay, hours, checked, checkable float64
	begun := cell.Day(0) // the day of the first task with a mark under Wチェック
	for _, t := range n.works {
		if t.checked != "" && t.day <= n.to && (begun == 0 || t.day < begun) {
			begun = t.day
		}
	}
	months := map[string][]int{}
	for _, t := range n.works {
		if !n.in(t.day) {
			continue
		}
		pay, hours = pay+float64(t.pay), hours+float64(float64(t.halves)/2)
		if begun != 0 && t.day >= begun && t.delivered <= n.to {
			checkable++
			if t.checked == "○" {
				checked++
			}
		}
		y, m, _ := t.day.YMD()
		months[n.job(t.job).client] = append(months[n.job(t.job).client], 12*y+int(m))
	}
	repeat := 0.0
	for _, all := range months {
		if slices.ContainsFunc(all, func(m int) bool { return slices.Contains(all, m+1) && slices.Contains(all, m+2) }) {
			repeat++
		}
	}
	n.ratio("repeat_client_ratio", repeat, float64(len(months)))
	n.ratio("w_check_ratio", checked, checkable)
	n.ratio("effective_hourly_pay", pay, hours)
	if pay > 0 {
		n.ratio("payout_ratio", pay, n.out["revenue_total"])
	}
}

// spent is money of the year: a line that names it, up to the as-of date.
func (n *counted) spent() {
	var all, staff float64
	for _, m := range n.budget {
		if m.spent == 0 || m.year != n.from.FiscalYear() || m.day > n.asOf {
			continue
		}
		all += float64(m.spent)
		if m.class == "伴走" {
			staff += float64(m.spent)
		}
	}
	n.ratio("accompaniment_budget_ratio", staff, all)
	if all > 0 {
		n.ratio("cost_per_first_income_resident", all, n.out["first_income_residents"])
	}
	sales, known := 0.0, false
	for _, s := range n.sales {
		known = known || s.day <= n.to
		if n.in(s.day) {
			sales += float64(s.yen)
		}
	}
	if known {
		n.out["metric.EC売上"] = sales
	}
}
