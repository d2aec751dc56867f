// Package yearstest turns the facts of two invented fiscal years of a town into what its sheets hold on each Monday,
// into the figures that a plain computation gives for them, and into what changed from one Monday to another.
//
// The one idea: every row knows from which Monday it stands in its sheet and how it read then, so that late entries,
// corrections and rows taken out are there as they came. The figures are computed from the facts with loops, by the
// words of the definitions and without the program. The package is for tests and for nothing else.
package yearstest

import (
	"fmt"
	"time"

	"pilot90/cohort/cell"
)

// fact is a row of the hub's sheets as it stood from one Monday until another (0: to the end).
type fact[T any] struct {
	from, until cell.Day
	v           T
}

// slot is one row of a sheet in all its states, one after the other.
type slot[T any] []fact[T]

type (
	person struct {
		id, cohort, home     string
		prior                bool
		start, trained, exit cell.Day // 0: none
	}
	job struct {
		id, client, title, kind string
		start, end              cell.Day
		monthly, amount         int
	}
	work struct {
		day       cell.Day
		who, job  string
		halves    int // of an hour
		pay       int
		delivered cell.Day
		paid      cell.Day
		checked   string // ○, × or blank
	}
	money struct {
		item, class    string
		planned, spent int
		day            cell.Day
		year           int // 0: not told
	}
	sale struct {
		day  cell.Day
		name string
		yen  int
	}
	// Town is everything that was ever typed in two fiscal years.
	Town struct {
		people []slot[person]
		jobs   []slot[job]
		works  []slot[work]
		budget []slot[money]
		sales  []slot[sale]
	}
	// Sheets are what stands in the sheets on one Monday.
	Sheets struct {
		people []person
		jobs   []job
		works  []work
		budget []money
		sales  []sale
	}
)

func ymd(n int) cell.Day { return cell.NewDay(n/10000, time.Month(n/100%100), n%100) }

// monday is the Monday on the day or after it.
func monday(d cell.Day) cell.Day {
	for d.Time().Weekday() != time.Monday {
		d++
	}
	return d
}

func at[T any](rows []slot[T], m cell.Day) []T {
	var all []T
	for _, r := range rows {
		for _, f := range r {
			if f.from <= m && (f.until == 0 || m < f.until) {
				all = append(all, f.v)
			}
		}
	}
	return all
}

// On is what stands in the sheets on a day.
func (w *Town) On(m cell.Day) Sheets {
	return Sheets{at(w.people, m), at(w.jobs, m), at(w.works, m), at(w.budget, m), at(w.sales, m)}
}

// FirstMonday and LastMonday are the Mondays between which the sheets are kept. The others are what happens beside
// the weeks' work.
var (
	FirstMonday = ymd(20250505)
	LastMonday  = ymd(20270405)
	columnSince = ymd(20250901) // the column Wチェック is begun
	renamedOn   = ymd(20260119) // P03 is called R-03 in every sheet
	copyFrom    = ymd(20251215) // a copy of the log lies in the folder
	copyUntil   = ymd(20260112)
	targetsOn   = ymd(20260420) // the targets are overwritten with next year's
	turnedOn    = ymd(20260615) // until then 令和7年度 is left in the settings
)

// cohorts of the two years: first day and size.
var cohortsOfYears = []struct {
	start cell.Day
	size  int
}{{ymd(20250512), 9}, {ymd(20251006), 8}, {ymd(20260202), 6}, {ymd(20260511), 9}, {ymd(20261005), 7}}

// TwoYears makes the facts; variant moves who is trained late, leaves, works and is paid when.
func TwoYears(variant int) *Town {
	w := &Town{}
	w.setJobs()
	w.setMoney(variant)
	n := 0
	for c, of := range cohortsOfYears {
		for range of.size {
			w.addPerson(n, c, of.start, variant)
			n++
		}
	}
	return w
}

func (w *Town) setJobs() {
	for _, j := range []job{
		{id: "K1", client: "C1", title: "会員の入力", kind: "定期", start: ymd(20250501), monthly: 120000},
		{id: "K2", client: "C2", title: "商品の撮影", kind: "単発", start: ymd(20250601), end: ymd(20251231), amount: 600000},
		{id: "K3", client: "C3", title: "記事の執筆", kind: "定期", start: ymd(20250615), monthly: 70000},
		{id: "K4", client: "C2", title: "冊子の校正", kind: "定期", start: ymd(20251001), end: ymd(20260930), monthly: 90000},
		{id: "K5", client: "C4", title: "調査の集計", kind: "単発", start: ymd(20260601), end: ymd(20270228), amount: 900000},
		{id: "K6", client: "C1", title: "広報の下書き", kind: "定期", start: ymd(20260701), monthly: 80000},
	} {
		s := slot[job]{{from: monday(j.start), v: j}}
		if j.id == "K3" { // its end is typed in November, and is that of August
			s[0].until = ymd(20251117)
			j.end = ymd(20250831)
			s = append(s, fact[job]{from: ymd(20251117), v: j})
		}
		w.jobs = append(w.jobs, s)
	}
}

// jobOn is a contract that truly runs on the day.
func (w *Town) jobOn(day cell.Day, i int) job {
	var open []job
	for _, s := range w.jobs {
		if j := s[len(s)-1].v; j.start <= day && (j.end == 0 || day <= j.end) {
			open = append(open, j)
		}
	}
	return open[i%len(open)]
}

func (w *Town) addPerson(i, c int, start cell.Day, variant int) {
	k := i + variant
	p := person{id: fmt.Sprintf("P%02d", i+1), cohort: fmt.Sprintf("第%d期", c+1), home: "住民", prior: k%7 == 3, start: start}
	if k%8 == 5 {
		p.home = "町外"
	}
	s := slot[person]{{from: monday(start), v: p}}
	next := func(on cell.Day, change func(*person)) {
		last := &s[len(s)-1]
		change(&p)
		if on = monday(on); on == last.from {
			last.v = p
			return
		}
		last.until = on
		s = append(s, fact[person]{from: on, v: p})
	}
	if k%9 != 8 {
		on := start + cell.Day(18+3*(k%6)) // day 19 to 34
		next(on, func(p *person) { p.trained = on })
	}
	last := start + cell.Day(150+70*(k%4))
	if k%5 == 4 {
		exit := start + 70
		next(exit, func(p *person) { p.exit = exit })
		last = exit - 1
	}
	w.people = append(w.people, s)
	if k%11 != 10 {
		w.addWork(p.id, k, start+cell.Day(32+9*(k%4)), last)
	}
}

// addWork is a piece of work each week or every other. Most are typed on the Monday after, some four weeks late; the
// payment is made on the 20th of the next month, which is typed on the Monday after it.
func (w *Town) addWork(who string, k int, from, last cell.Day) {
	step := cell.Day(7)
	if k%3 == 1 {
		step = 14
	}
	for n, day := 0, from+cell.Day(k%5); day <= min(last, ymd(20270331)); n, day = n+1, day+step {
		t := work{day: day, who: who, job: w.jobOn(day, k+n).id, halves: 3 + (k+2*n)%15, delivered: day + cell.Day(n%4)}
		t.pay = t.halves * (550 + 25*(k%5))
		if day >= columnSince {
			t.checked = []string{"○", "○", "×"}[(k+n)%3]
		}
		typed := monday(max(t.delivered, day) + 1)
		if (k+n)%13 == 0 {
			typed += 28
		}
		w.works = append(w.works, w.statesOf(t, typed, k, n))
	}
}

// statesOf is a row of the log from when it is typed: its payment, and a slip that is corrected or taken out later.
func (w *Town) statesOf(t work, typed cell.Day, k, n int) slot[work] {
	y, m, _ := t.day.YMD()
	pays := cell.NewDay(y, m+1, 20)
	s := slot[work]{{from: typed, v: t}}
	if (k+n)%17 == 3 { // typed with a slip, put right seven weeks later
		s[0].v.pay += 1000
		s[0].until = typed + 49
		s = append(s, fact[work]{from: typed + 49, v: t})
	}
	if (k+n)%41 == 7 { // never done: taken out again
		s[len(s)-1].until = typed + 63
		return s
	}
	t.paid = pays
	on := max(monday(pays), s[len(s)-1].from+7)
	s[len(s)-1].until = on
	return append(s, fact[work]{from: on, v: t})
}

// setMoney is the budget of both years and the sales. In February the lines of the next year are typed without a year
// and a day; in April somebody gives them theirs. A bill of 18 May is one of the old year.
func (w *Town) setMoney(variant int) {
	line := func(on cell.Day, m money) { w.budget = append(w.budget, slot[money]{{from: on, v: m}}) }
	line(FirstMonday, money{item: "人件費", class: "伴走", planned: 3000000, year: 2025})
	line(FirstMonday, money{item: "研修委託", class: "研修", planned: 1200000, year: 2025})
	for i := range 11 {
		day := cell.NewDay(2025, time.Month(5+i), 25)
		line(monday(day), money{item: "人件費", class: "伴走", spent: 250000 + 1000*variant, day: day, year: 2025})
	}
	line(monday(ymd(20251010)), money{item: "研修委託", class: "研修", spent: 600000, day: ymd(20251010), year: 2025})
	line(monday(ymd(20260518)), money{item: "研修委託", class: "研修", spent: 550000, day: ymd(20260518), year: 2025})
	for _, m := range []money{{item: "人件費", class: "伴走", planned: 3200000}, {item: "研修委託", class: "研修", planned: 900000}} {
		told := m
		told.year = 2026
		w.budget = append(w.budget, slot[money]{{from: ymd(20260216), until: ymd(20260413), v: m},
			{from: ymd(20260413), v: told}})
	}
	for i := range 11 {
		day := cell.NewDay(2026, time.Month(4+i), 25)
		line(monday(day), money{item: "人件費", class: "伴走", spent: 260000, day: day, year: 2026})
	}
	line(monday(ymd(20261009)), money{item: "研修委託", class: "研修", spent: 450000, day: ymd(20261009), year: 2026})
	for i := range 22 {
		day := cell.NewDay(2025, time.Month(6+i), 15)
		on := monday(day + 1)
		if i%7 == 3 {
			on += 21
		}
		w.sales = append(w.sales, slot[sale]{{from: on, v: sale{day, "EC売上", 20000 + 3100*(i+variant)}}})
	}
}
