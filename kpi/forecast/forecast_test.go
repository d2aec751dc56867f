package forecast

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/survival"
)

func TestLaws(t *testing.T) {
	for _, tt := range []struct {
		name         string
		distribution distribution
		want         []float64 // of 0, 1, 2 …; more may follow
	}{
		// C(2,x) B(x+½, 2½−x) ÷ B(½, ½) = 3/8, 2/8, 3/8, as Γ(5/2) = 3/4 √π and Γ(3/2) = 1/2 √π.
		{"beta-binomial, 2 of Beta(½, ½)", betaBinomial(2, 0.5, 0.5), []float64{3.0 / 8, 2.0 / 8, 3.0 / 8}},
		{"beta-binomial, 1 of Beta(4½, 2½): a ÷ (a + b)", betaBinomial(1, 4.5, 2.5), []float64{2.5 / 7, 4.5 / 7}},
		{"beta-binomial, none to come", betaBinomial(0, 4.5, 2.5), []float64{1}},
		// (1 − q)^shape · shape (shape + 1) … ÷ x! · q^x: with q = ½ and shape 1, halves.
		{"negative binomial, shape 1", negativeBinomial(1, 0.5), []float64{1.0 / 2, 1.0 / 4, 1.0 / 8}},
		{"negative binomial, shape 2, q = ⅓", negativeBinomial(2, 1.0/3), []float64{4.0 / 9, 8.0 / 27, 4.0 / 27}},
		{"at most 1 of it", betaBinomial(2, 0.5, 0.5).upTo(1), []float64{3.0 / 5, 2.0 / 5}},
		{"at least 1 of the first distribution", betaBinomial(2, 0.5, 0.5).from(1), []float64{0, 2.0 / 5, 3.0 / 5}},
	} {
		for x, want := range tt.want {
			if math.Abs(tt.distribution[x]-want) > 1e-14 {
				t.Errorf("%s: p(%d) = %v, want %v", tt.name, x, tt.distribution[x], want)
			}
		}
		if total := kpi.Sum(tt.distribution); math.Abs(total-1) > 1e-12 {
			t.Errorf("%s: adds up to %v", tt.name, total)
		}
	}
	// A mean of 1000 in the same time again, spread √(2 · 1000): nothing overflows.
	if p := negativeBinomial(1000.5, 0.5); p.quantile(0.5) < 990 || p.quantile(0.5) > 1010 {
		t.Errorf("median %d of about 1000", p.quantile(0.5))
	}
	if p := betaBinomial(100_000, 500.5, 500.5); p.quantile(0.5) < 49_999 || p.quantile(0.5) > 50_001 {
		t.Errorf("median %d of 100,000 halves", p.quantile(0.5))
	}
}

// atWork is the ratio of the participants whose cycle is complete who have a task.
var atWork = kpi.Definition{
	ID: "at_work", Unit: kpi.Ratio, Better: kpi.Higher, Needs: tasksOnly, Outlook: Completions{},
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range w.Participants {
			if w.Complete(p) {
				t.Add(w.FirstTask(p) != nil, w.UseParticipant(p))
			}
		}
		return t.Ratio(lang.Text{JA: "まだいません", EN: "nobody yet"})
	},
}

// tasksDone counts the tasks.
var tasksDone = kpi.Definition{
	ID: "tasks_done", Unit: kpi.Count, Better: kpi.Higher, Needs: tasksOnly, Outlook: Events{},
	Compute: func(w *kpi.Window) kpi.Figure {
		return kpi.Figure{Value: new(float64(len(w.TasksIn()))), N: len(w.TasksIn())}
	},
}

var tasksOnly = []schema.Key{schema.Participants, schema.Tasks}

const targets = "to: 2026-03-31\nfrom: 2025-04-01\n\n# pilot.toml\n" +
	"[period]\nfiscal_year = 2025\n[targets]\n"

// sixDone: six are through their cycle on 30 September, of whom four have a task; P7, who has none,
// comes to day 90 on 29 October.
const sixDone = `
## 参加者
参加者ID | 開始日
P1 | 2025-06-01
P2 | 2025-06-01
P3 | 2025-06-01
P4 | 2025-06-01
P5 | 2025-06-01
P6 | 2025-06-01
P7 | 2025-08-01
## 作業ログ
作業日 | 参加者ID | 時間
2025-06-10 | P1 | 1
2025-07-10 | P2 | 1
2025-08-10 | P3 | 1
2025-09-10 | P4 | 1
`

func TestForecast(t *testing.T) {
	lower := tasksDone
	lower.Better = kpi.Lower
	none := tasksDone
	none.Outlook = nil
	sum := tasksDone
	sum.Outlook = Accruing{}
	for _, tt := range []struct {
		name        string
		d           kpi.Definition
		ledger      string
		probability float64 // -1: none
		interval    [2]float64
		pace        float64 // -1: none
		early       string
		says        string // part of the reason, or else of the model
	}{
		{"4 of 6, one to come: P = 4.5 ÷ 7 for 5 of 7", atWork, "as_of: 2025-09-30\n" + targets + "at_work = 0.7\n" + sixDone,
			4.5 / 7, [2]float64{4.0 / 7, 5.0 / 7}, 0.7*7 - 4, "", "さらに1人"},
		{"out of reach", atWork, "as_of: 2025-09-30\n" + targets + "at_work = 0.9\n" + sixDone, 0,
			[2]float64{4.0 / 7, 5.0 / 7}, 0.9*7 - 4, "", "ベータ二項"},
		{"P7 has a task already: 5 of 7 for sure", atWork,
			"as_of: 2025-09-30\n" + targets + "at_work = 0.7\n" + sixDone + "2025-09-20 | P7 | 1\n",
			1, [2]float64{5.0 / 7, 5.0 / 7}, 0.7*7 - 4, "", "うち1人は達成済み"},
		{"the cycles end on 29 August", atWork, "as_of: 2025-07-31\n" + targets + "at_work = 0.7\n" + sixDone, -1,
			[2]float64{}, -1, "2025-08-29", "まだ見込めません"},
		{"the period is over", atWork, "as_of: 2026-05-01\n" + targets + "at_work = 0.7\n" + sixDone, 0,
			[2]float64{4.0 / 7, 4.0 / 7}, -1, "", "結果です"},
		// From 1 June to 30 September are 121 days with 4 tasks, 182 days are left. One more is missing:
		// 1 − (121/303)^4.5. A month needs 1 ÷ 182 × 30.4375. Mid-P sums of Γ(4.5+x) ÷ Γ(4.5) x! ·
		// (121/303)^4.5 (182/303)^x reach 0.1 at x = 3 and 0.9 at x = 13 (added up with lgamma in Python).
		{"4 in 121 days, 182 to go", tasksDone, "as_of: 2025-09-30\n" + targets + "tasks_done = 5\n" + sixDone,
			1 - math.Exp(4.5*math.Log(121.0/303)), [2]float64{7, 17}, 30.4375 / 182, "", "121日で4件"},
		{"no more than 4: none may come", lower, "as_of: 2025-09-30\n" + targets + "tasks_done = 4\n" + sixDone,
			math.Exp(4.5 * math.Log(121.0/303)), [2]float64{7, 17}, 0, "", "ポアソン"},
		{"20 days of records", tasksDone, "as_of: 2025-06-21\n" + targets + "tasks_done = 5\n" + sixDone, -1, [2]float64{},
			4 * 30.4375 / 283, "2025-07-01", "30日分"},
		{"no model", none, "as_of: 2025-09-30\n" + targets + "tasks_done = 5\n" + sixDone, -1, [2]float64{}, -1, "",
			"用意していません"},
		{"an amount: pace only", sum, "as_of: 2025-09-30\n" + targets + "tasks_done = 5\n" + sixDone, -1, [2]float64{},
			30.4375 / 182, "", "必要なペースだけ"},
	} {
		w := kpi.NewWindow(cohorttest.Load(t, tt.ledger))
		defs := []kpi.Definition{tt.d}
		all := All(defs, w, kpi.Run(defs, w))
		if len(all) != 1 {
			t.Errorf("%s: %d forecasts", tt.name, len(all))
			continue
		}
		f := all[0]
		if got := numberOr(f.Probability, -1); math.Abs(got-tt.probability) > 1e-12 {
			t.Errorf("%s: probability %v, want %v", tt.name, got, tt.probability)
		}
		if got := numberOr(f.NeededPace, -1); math.Abs(got-tt.pace) > 1e-12 {
			t.Errorf("%s: pace %v, want %v", tt.name, got, tt.pace)
		}
		if (f.Interval80 == nil) != (tt.interval == [2]float64{}) || f.Interval80 != nil && *f.Interval80 != tt.interval {
			t.Errorf("%s: interval %v, want %v", tt.name, f.Interval80, tt.interval)
		}
		if early := f.TooEarlyUntil; (early == nil) != (tt.early == "") || early != nil && early.String() != tt.early {
			t.Errorf("%s: too early until %v, want %q", tt.name, early, tt.early)
		}
		if (f.Probability == nil) == f.Reason.Empty() || !strings.Contains(f.Reason.JA+f.Model.JA, tt.says) ||
			f.Reason.EN+f.Model.EN == "" {
			t.Errorf("%s: reason %q, model %q", tt.name, f.Reason.JA, f.Model.JA)
		}
	}
}

func numberOr(p *float64, none float64) float64 {
	if p == nil {
		return none
	}
	return *p
}

// TestForecastForgetsTheFuture: rows dated after the as-of date change no forecast.
func TestForecastForgetsTheFuture(t *testing.T) {
	ledger := "as_of: 2025-09-30\n" + targets + "at_work = 0.7\ntasks_done = 5\n" + sixDone
	defs := []kpi.Definition{atWork, tasksDone}
	var said [2][]float64
	for i, text := range []string{ledger, ledger + "2025-10-10 | P7 | 1\n2025-10-11 | P5 | 1\n"} {
		w := kpi.NewWindow(cohorttest.Load(t, text))
		for _, f := range All(defs, w, kpi.Run(defs, w)) {
			said[i] = append(said[i], numberOr(f.Probability, -1))
		}
	}
	if len(said[0]) != 2 || said[0][0] != said[1][0] || said[0][1] != said[1][1] {
		t.Errorf("%v without, %v with the rows of October", said[0], said[1])
	}
}

// TestLastingWaits: no forecast rests on a handful of spells, or on none of the length in question.
func TestLastingWaits(t *testing.T) {
	const asOf = cell.Day(200)
	for _, tt := range []struct {
		name   string
		spells int
		from   cell.Day
		end    cell.Day
		days   float64
		early  cell.Day // 0: none
	}{
		{"four spells", 4, 1, 365, 0, 0},
		{"the first day 180 is day 229", 5, 50, 365, 180, 229},
		{"day 180 comes after the end", 5, 190, 365, 180, 0},
	} {
		var spells []facts.Spell
		for range tt.spells {
			spells = append(spells, facts.Spell{From: tt.from, To: asOf})
		}
		l := Lasting{Days: tt.days, Spells: func(*kpi.Window) ([]facts.Spell, []kpi.RowUse) { return spells, nil }}
		var out kpi.Forecast
		h := &kpi.Horizon{Window: &kpi.Window{Clock: setting.Clock{AsOf: asOf}}, End: tt.end, Since: 1}
		l.Foresee(h, &kpi.Figure{}, &out)
		if out.Probability != nil || out.Reason.JA == "" || out.Reason.EN == "" {
			t.Errorf("%s: probability %v, reason %q", tt.name, out.Probability, out.Reason.JA)
		}
		if got := out.TooEarlyUntil; (got == nil) != (tt.early == 0) || got != nil && *got != tt.early {
			t.Errorf("%s: too early until %v, want %v", tt.name, got, tt.early)
		}
	}
}

// TestLastingInAnyOrder: the order of the rows changes no forecast.
func TestLastingInAnyOrder(t *testing.T) {
	var spells []facts.Spell
	for i := range 12 {
		from := cell.Day(1 + 10*i)
		spells = append(spells, facts.Spell{From: from, To: min(from+cell.Day(40+i*i), 200), Ended: i%3 == 0})
	}
	turned := slices.Clone(spells)
	slices.Reverse(turned)
	var said []kpi.Forecast
	for _, order := range [][]facts.Spell{spells, turned} {
		l := Lasting{Spells: func(*kpi.Window) ([]facts.Spell, []kpi.RowUse) { return order, nil }}
		out := kpi.Forecast{Target: 3}
		l.Foresee(&kpi.Horizon{Window: &kpi.Window{Clock: setting.Clock{AsOf: 200}}, End: 300, Since: 1}, &kpi.Figure{}, &out)
		said = append(said, out)
	}
	if said[0].Probability == nil || !reflect.DeepEqual(said[0], said[1]) {
		t.Errorf("%v and %v", said[0], said[1])
	}
}

// TestLastingInterval: probability and interval come from the same runs, so a tenth of them lie at or above the
// upper end of the interval and nine tenths at or above the lower one, but for the steps between the values.
func TestLastingInterval(t *testing.T) {
	var spells []facts.Spell
	for i := range 12 {
		from := cell.Day(1 + 10*i)
		spells = append(spells, facts.Spell{From: from, To: min(from+cell.Day(40+i*i), 200), Ended: i%3 == 0})
	}
	l := Lasting{Spells: func(*kpi.Window) ([]facts.Spell, []kpi.RowUse) { return spells, nil }}
	foresee := func(target float64) kpi.Forecast {
		out := kpi.Forecast{Target: target}
		l.Foresee(&kpi.Horizon{Window: &kpi.Window{Clock: setting.Clock{AsOf: 200}}, End: 300, Since: 1}, &kpi.Figure{}, &out)
		return out
	}
	ends := *foresee(3).Interval80
	for i, want := range []float64{0.9, 0.1} {
		if got := *foresee(ends[i]).Probability; math.Abs(got-want) > 0.01 {
			t.Errorf("%.3f of the runs are at or above %v, want %v", got, ends[i], want)
		}
	}
}

// TestShareBeyond: of four, one ends after 10 days and one on day 30 itself, one is watched for 30 days and one for 40.
// Beyond 30 days is the share of those at risk who did not end: 3/4 x 2/3 = 1/2; a day before, 3/4. Beyond 41 days
// nobody is watched.
func TestShareBeyond(t *testing.T) {
	run := []survival.Subject{{Time: 40}, {Time: 30, Event: true}, {Time: 10, Event: true}, {Time: 30}}
	for _, tt := range []struct {
		days, want float64
		ok         bool
	}{{9, 1, true}, {10, 0.75, true}, {29, 0.75, true}, {30, 0.5, true}, {40, 0.5, true}, {41, 0.5, false}} {
		if got, ok := shareBeyond(run, tt.days); math.Abs(got-tt.want) > 1e-12 || ok != tt.ok {
			t.Errorf("beyond %v days: %v %v, want %v %v", tt.days, got, ok, tt.want, tt.ok)
		}
	}
	if got, ok := shareBeyond([]survival.Subject{{Time: 5, Event: true}}, 90); got != 0 || !ok {
		t.Errorf("of nobody left: %v %v", got, ok)
	}
}
