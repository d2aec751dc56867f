package catalog

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// A second reading of the definitions: figures.md worked out by loops over the facts from which the ledger's text is
// written, with days as numbers since 31 March 2025 and without a line of the program. Never: a date that is blank.
const never = 1 << 20

type (
	fact struct { // a participant
		residence                        string
		prior                            bool
		start, trained, exit, nda, leads int
	}
	deed struct { // a task
		day, who, contract, hours, pay, delivered, due, paid int
		checked, rework                                      bool
	}
	deal struct { // a contract
		region              string
		client              int
		recurring           bool
		start, end, monthly int
	}
	place struct {
		facts []fact
		deeds []deed
		deals []deal
		asOf  int
	}
)

func civil(n int) string {
	if n == never {
		return ""
	}
	return time.Date(2025, 3, 31+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

func placeOf(seed uint64) *place {
	r := rand.New(rand.NewPCG(seed, 2026))
	p := &place{asOf: 250 + r.IntN(100)}
	maybe := func(day, of int) int {
		if r.IntN(of) == 0 {
			return never
		}
		return day
	}
	for range 6 + r.IntN(20) {
		f := fact{residence: []string{"住民", "住民", "移住", "町外"}[r.IntN(4)], prior: r.IntN(4) == 0, start: 1 + r.IntN(260)}
		f.trained, f.nda = maybe(f.start+5+r.IntN(40), 5), maybe(f.start+r.IntN(25), 6)
		f.exit, f.leads = never, never
		if r.IntN(4) == 0 {
			f.exit = f.start + 40 + r.IntN(120)
		}
		if r.IntN(5) == 0 {
			f.leads = f.start + 60
		}
		p.facts = append(p.facts, f)
	}
	for i := range 3 + r.IntN(5) {
		d := deal{region: []string{"域内", "県内", "県外"}[(i%3+int(seed))%3], client: i % 3, recurring: r.IntN(3) > 0,
			start: 1 + r.IntN(150), end: never, monthly: 20000 + 13*r.IntN(9000)}
		if r.IntN(3) == 0 {
			d.end = d.start + 40 + r.IntN(200)
		}
		p.deals = append(p.deals, d)
	}
	for who, f := range p.facts {
		for range r.IntN(8) {
			d := deed{day: f.start + 10 + r.IntN(110), who: who, contract: r.IntN(len(p.deals)), hours: 1 + r.IntN(6),
				pay: 500 * r.IntN(12), checked: r.IntN(4) > 0, rework: r.IntN(6) == 0}
			if d.day > f.exit {
				continue
			}
			d.delivered, d.due = maybe(d.day+r.IntN(6), 6), maybe(d.day+3, 4)
			d.paid = never
			if d.delivered < never {
				d.paid = maybe(d.delivered+10+r.IntN(40), 5)
			}
			p.deeds = append(p.deeds, d)
		}
	}
	return p
}

func (p *place) ledger() string {
	var b strings.Builder
	yes := func(v bool) string { return map[bool]string{true: "有", false: "無"}[v] }
	fmt.Fprintf(&b, "as_of: %s\nfrom: 2025-04-01\nto: 2026-03-31\n\n# pilot.toml\n[program]\npopulation = 6000\n",
		civil(p.asOf))
	b.WriteString("\n## 参加者\n参加者ID | 居住区分 | 過去のテレワーク収入 | 登録日 | 開始日 | 研修修了日 | 離脱日 | 秘密保持契約日 | 役割 | 役割就任日\n")
	for i, f := range p.facts {
		role := "ワーカー"
		if f.leads < never {
			role = "リーダー"
		}
		fmt.Fprintf(&b, "P%02d | %s | %s | %s | %s | %s | %s | %s | %s | %s\n", i, f.residence, yes(f.prior), civil(f.start),
			civil(f.start), civil(f.trained), civil(f.exit), civil(f.nda), role, civil(f.leads))
	}
	b.WriteString("\n## 発注者\n発注者ID | 名称 | 所在 | 区分\n")
	for i := range 3 {
		fmt.Fprintf(&b, "K%d | 会%d | %s | 企業\n", i, i, p.deals[i].region)
	}
	b.WriteString("\n## 案件\n案件ID | 発注者ID | 案件名 | 種別 | 開始日 | 終了日 | 月額\n")
	for i, d := range p.deals {
		kind := "単発"
		if d.recurring {
			kind = "定期"
		}
		fmt.Fprintf(&b, "C%d | K%d | %c作業 | %s | %s | %s | %d\n", i, d.client, '亜'+rune(i), kind, civil(d.start),
			civil(d.end), d.monthly)
	}
	b.WriteString("\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 納品日 | 納期 | 支払日 | Wチェック | 手戻り\n")
	for _, d := range p.deeds {
		fmt.Fprintf(&b, "%s | P%02d | C%d | %d | %d | %s | %s | %s | %s | %s\n", civil(d.day), d.who, d.contract, d.hours,
			d.pay,
			civil(d.delivered), civil(d.due), civil(d.paid), yes(d.checked), yes(d.rework))
	}
	b.WriteString(
		"\n## 予算\n費目 | 区分 | 予算額 | 執行額 | 年度\n伴走 | 伴走 | 900000 | 700000 | 2025\n研修 | 研修 | 300000 | 211000 | 2025\n")
	return b.String()
}

// ratio is what is compared of a share; NaN stands for no value.
func ratio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

// tasks are those of a participant up to the as-of date.
func (p *place) tasks(who int) (all []deed) {
	for _, d := range p.deeds {
		if d.who == who && d.day <= p.asOf {
			all = append(all, d)
		}
	}
	return all
}

// firstIncome is the earliest payment by the as-of date.
func (p *place) firstIncome(who int) int {
	first := never
	for _, d := range p.tasks(who) {
		if d.pay > 0 && d.paid <= p.asOf {
			first = min(first, d.paid)
		}
	}
	return first
}

func (p *place) people(m map[string]float64) {
	var registered, now, active, activeNow, first, migrants, earned, leaders, worked, nda float64
	var due30, by30, due60, ojt, due90, income90, kept, steady float64
	for i, f := range p.facts {
		tasks, money := p.tasks(i), p.firstIncome(i)
		at := func(from, to int, recurring bool) bool {
			return slices.ContainsFunc(tasks, func(d deed) bool {
				return from <= d.day && d.day <= to && (!recurring || p.deals[d.contract].recurring)
			})
		}
		count := func(n *float64, when bool) {
			if when {
				*n++
			}
		}
		here, busy := f.start <= p.asOf, at(p.asOf-29, p.asOf, false)
		count(&registered, here)
		count(&now, here && f.exit > p.asOf)
		count(&active, busy)
		count(&activeNow, busy && here && f.exit > p.asOf)
		count(&first, f.residence != "町外" && !f.prior && money < never)
		count(&migrants, here && f.residence == "移住")
		count(&earned, here && f.residence == "移住" && money < never)
		count(&leaders, f.leads <= p.asOf)
		count(&worked, len(tasks) > 0)
		count(&nda, len(tasks) > 0 && f.nda <= slices.MinFunc(tasks, func(a, b deed) int { return a.day - b.day }).day)
		count(&due30, f.start+29 <= p.asOf)
		count(&by30, f.start+29 <= p.asOf && f.trained <= f.start+29)
		ready := f.start+59 <= p.asOf && f.trained <= p.asOf
		count(&due60, ready)
		count(&ojt, ready && len(tasks) > 0)
		end := f.start + 89
		count(&due90, end <= p.asOf)
		count(&income90, end <= p.asOf && money <= end)
		count(&kept, end <= p.asOf && f.exit > end && at(f.start+60, end, false))
		count(&steady, end <= p.asOf && at(0, end, true))
	}
	m["registered_workers"], m["active_workers"], m["active_ratio"] = registered, active, ratio(activeNow, now)
	m["population_share"], m["first_income_residents"] = registered/6000, first
	m["migrant_earners"], m["leaders"], m["nda_coverage"] = ratio(earned, migrants), leaders, ratio(nda, worked)
	m["training_completion_ratio"], m["ojt_transition_ratio"] = ratio(by30, due30), ratio(ojt, due60)
	m["first_income_within_cycle_ratio"], m["retention_ratio"] = ratio(income90, due90), ratio(kept, due90)
	m["recurring_connection_ratio"], m["rule_candidates"] = ratio(steady, due90), worked
	m["cost_per_first_income_resident"], m["cost_per_retained"] = ratio(911_000, first), ratio(911_000, kept)
	m["accompaniment_budget_ratio"] = 700_000.0 / 911_000
}

func (p *place) contracts(m map[string]float64) {
	var running, recurring, all, steady, outside, months, begun float64
	for _, d := range p.deals {
		if d.start > p.asOf {
			continue
		}
		running++
		// Month by month, the days in force of the days of the month.
		yen := 0.0
		for month := range 12 {
			first := time.Date(2025, time.Month(4+month), 1, 0, 0, 0, 0, time.UTC)
			days := first.AddDate(0, 1, -1).Day()
			in := 0
			for k := range days {
				if day := int(first.Sub(time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC)).Hours()/24) + k; d.start <= day &&
					day <= d.end && day <= p.asOf {
					in++
				}
			}
			yen += float64(d.monthly) * float64(in) / float64(days)
		}
		yen = math.Floor(yen + 0.5 + 1e-9)
		all += yen
		if d.recurring {
			recurring, steady = recurring+1, steady+yen
			begun, months = begun+1, months+float64(min(d.end, p.asOf)-d.start+1)/30.4375
		}
		if p.deals[d.client].region != "域内" {
			outside += yen
		}
	}
	m["revenue_total"], m["recurring_contract_ratio"] = all, ratio(recurring, running)
	m["recurring_revenue_ratio"], m["outside_revenue_ratio"] = ratio(steady, all), ratio(outside, all)
	m["inside_revenue_ratio"], m["average_continuation_months"] = ratio(all-outside, all), ratio(months, begun)
}

func (p *place) work(m map[string]float64) {
	var delivered, checked, rework, dated, onTime, pay, hours, expert float64
	byContract, done, perMonth := map[int]int{}, map[int]bool{}, map[[2]int]float64{}
	for _, d := range p.deeds {
		if d.day > p.asOf {
			continue
		}
		pay, hours = pay+float64(d.pay), hours+float64(d.hours)
		byContract[d.contract] += d.hours
		if p.facts[d.who].residence == "町外" {
			expert += float64(d.hours)
		}
		if d.pay > 0 {
			date := time.Date(2025, 3, 31+d.day, 0, 0, 0, 0, time.UTC)
			perMonth[[2]int{d.who, date.Year()*12 + int(date.Month())}] += float64(d.pay)
		}
		if d.delivered > p.asOf {
			continue
		}
		delivered++
		done[d.contract] = true
		if d.checked {
			checked++
		}
		if d.rework {
			rework++
		}
		if d.due < never {
			if dated++; d.delivered <= d.due {
				onTime++
			}
		}
	}
	long := 0.0
	for _, n := range byContract {
		if n >= 10 {
			long++
		}
	}
	var incomes []float64
	for _, yen := range perMonth {
		incomes = append(incomes, yen)
	}
	slices.Sort(incomes)
	m["w_check_ratio"], m["rework_ratio"], m["on_time_ratio"] = ratio(checked, delivered), ratio(rework, delivered),
		ratio(onTime, dated)
	m["payout_ratio"], m["effective_hourly_pay"], m["expert_share"] = ratio(pay, m["revenue_total"]), ratio(pay, hours),
		ratio(expert, hours)
	m["self_sustaining_ratio"], m["rule_projects"], m["rule_hours"] = (m["revenue_total"]-pay)/700_000, float64(len(done)),
		long
	if n := len(incomes); n > 0 {
		m["monthly_income"] = (incomes[(n-1)/2] + incomes[n/2]) / 2
	}
}

// TestSecondReading: figures of ten random ledgers are what the loops above give.
func TestSecondReading(t *testing.T) {
	for seed := range uint64(10) {
		p := placeOf(seed)
		want := map[string]float64{}
		p.people(want)
		p.contracts(want)
		p.work(want)
		if len(want) < 30 {
			t.Fatalf("only %d figures are read a second time", len(want))
		}
		l, clock := cohorttest.Load(t, p.ledger())
		figures := kpi.Run(All(), kpi.NewWindow(l, clock))
		for id, v := range want {
			f := kpi.Find(figures, id)
			switch {
			case f == nil:
				t.Fatalf("%s is no figure", id)
			case f.Value == nil && !math.IsNaN(v):
				t.Errorf("ledger %d: %s has no value (%s), want %v", seed, id, f.Reason.JA, v)
			case f.Value != nil && (math.IsNaN(v) || math.Abs(*f.Value-v) > 1e-9*max(1, math.Abs(v))):
				t.Errorf("ledger %d: %s is %v, want %v", seed, id, *f.Value, v)
			}
		}
	}
}
