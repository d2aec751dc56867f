package bound

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

var (
	keyP = []schema.Key{schema.Participants}
	keyT = []schema.Key{schema.Tasks}
	keyC = []schema.Key{schema.Contracts}
)

// workers is the ratio of the participants who have a task.
var workers = kpi.Definition{
	ID: "workers", Unit: kpi.Ratio, Needs: []schema.Key{schema.Participants, schema.Tasks},
	Bearing: Counted{Adds: keyP, Raises: keyT},
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range w.Participants {
			t.Add(w.FirstTask(p) != nil, w.UseParticipant(p))
		}
		return t.Ratio(lang.Text{JA: "なし", EN: "none"})
	},
}

// TestRangeOfARatio: of four participants two have a task unless said otherwise.
func TestRangeOfARatio(t *testing.T) {
	const people = "as_of: 2026-03-31\n\n## 参加者\n参加者ID | 開始日\nP1 | 2025-04-01\nP2 | 2025-04-01\nP3 | 2025-04-01\nP4 | " +
		"2025-04-01\n"
	const log = "\n## 作業ログ\n作業日 | 参加者ID | 時間\n2025-05-01 | P1 | 1\n2025-05-01 | P2 | 1\n"
	for _, tt := range []struct {
		name, ledger string
		want         [2]float64 // low, high; both 0: nothing is open
	}{
		{"no error", people + log, [2]float64{}},
		{"a start unreadable: one more with or without a task", people + "P5 | 来月\n" + log, [2]float64{2.0 / 5, 3.0 / 5}},
		{"its five tasks are the same person's", people + "P5 | 来月\n" + log + strings.Repeat("2025-05-02 | P5 | 1\n", 5),
			[2]float64{2.0 / 5, 3.0 / 5}},
		{"two of P3's tasks: one person", people + log + "来月 | P3 | 1\n来月 | P3 | 1\n", [2]float64{2.0 / 4, 3.0 / 4}},
		{"P1's task: P1 has one already, but nobody looks that up", people + log + "来月 | P1 | 1\n",
			[2]float64{2.0 / 4, 3.0 / 4}},
		{"two tasks of nobody known: two people, or rows to add", people + log + "2025-05-02 | P8 | 1\n2025-05-02 | P9 | 1\n",
			[2]float64{2.0 / 6, 6.0 / 6}},
		{"more tasks than people without one", people + log + "来月 | | 1\n来月 | | 1\n来月 | | 1\n", [2]float64{2.0 / 4, 4.0 / 4}},
		{"a task after the as-of date", people + log + "2026-04-01 | P3 | 沢山\n", [2]float64{}},
		{"P4 twice: the first row is in question too", people + "P4 | 2025-04-02\n" + log, [2]float64{1.0 / 5, 4.0 / 5}},
		{"work before P3 started: the day or the start is wrong", people + log + "2025-03-31 | P3 | 1\n",
			[2]float64{1.0 / 4, 4.0 / 4}},
	} {
		f := kpi.Run([]kpi.Definition{workers}, kpi.NewWindow(cohorttest.Load(t, tt.ledger)))[0]
		switch {
		case tt.want == [2]float64{} && (f.Range != nil || !f.Open.Empty()):
			t.Errorf("%s: range %v, %q", tt.name, *f.Range, f.Open.JA)
		case tt.want == [2]float64{}:
		case f.Range == nil || *f.Range != tt.want:
			t.Errorf("%s: range %v %q, want %v", tt.name, f.Range, f.RangeReason.JA, tt.want)
		case f.Open.JA == "" || f.Open.EN == "" || len(f.Notes()) != 1:
			t.Errorf("%s: open %q, notes %v", tt.name, f.Open.JA, f.Notes())
		}
	}
}

// TestCountedReach: x of n count; the rows of one table do what the bearing says.
func TestCountedReach(t *testing.T) {
	for _, tt := range []struct {
		name              string
		sway              sway
		hits, n           float64
		low, high, ofHigh float64
	}{
		{"two added", sway{addLow: 2, addHigh: 2}, 3, 4, 3, 5, 6},
		{"two raised, one left to raise", sway{raise: 2}, 3, 4, 3, 4, 4},
		{"two that add or raise", sway{raise: 2, either: 2, addLow: 2}, 3, 4, 3, 5, 5},
		{"more lowered than count", sway{lower: 5}, 3, 4, 0, 3, 4},
	} {
		low, high := tt.sway.count(tt.hits, tt.n)
		_, added := tt.sway.reach(tt.hits, tt.n)
		if low != tt.low || high != tt.high || tt.n+added != tt.ofHigh {
			t.Errorf("%s: %v to %v of %v, want %v to %v of %v", tt.name, low, high, tt.n+added, tt.low, tt.high, tt.ofHigh)
		}
	}
}

// disclose.sumOf is a figure of the given parts with a bearing of the spreads.
func boundsOf(b kpi.Bearing, num, den float64) kpi.Bounds {
	f := kpi.Figure{}
	kpi.Divide(&f, num, den)
	return b.Bounds(nil, &f)
}

func TestBoundsOfAmounts(t *testing.T) {
	spreads := func(s ...Addend) func(*kpi.Window) []Addend { return func(*kpi.Window) []Addend { return s } }
	inf := math.Inf(1)
	for _, tt := range []struct {
		name string
		got  kpi.Bounds
		want [2]float64 // both 0: no range
	}{
		{"a sum of 10, one amount of 5, one up to 24", boundsOf(Summed(spreads(exactly(5), anything(24))), 10, 1),
			[2]float64{10, 39}},
		{"a sum, one amount of -4", boundsOf(Summed(spreads(exactly(-4))), 10, 1), [2]float64{6, 10}},
		{"a sum without a bound", boundsOf(Summed(spreads(anything(inf))), 10, 1), [2]float64{}},
		{"a share of 3 in 10, up to 5 either way", boundsOf(Shared(spreads(anything(5))), 3, 10),
			[2]float64{3.0 / 15, 8.0 / 15}},
		{"a share of 3 in 10, 5 that belong to the rest", boundsOf(Shared(spreads(Addend{5, 5, false, true})), 3, 10),
			[2]float64{3.0 / 15, 3.0 / 10}},
		{"a share without a bound", boundsOf(Shared(spreads(anything(inf))), 3, 10), [2]float64{}},
		{"a mean of 8 in 2, two scores 1 to 5",
			boundsOf(Averaged(spreads(Addend{Low: 1, High: 5}, Addend{Low: 1, High: 5})), 8, 2), [2]float64{10.0 / 4, 18.0 / 4}},
		{"a mean of 8 in 2, one score of 5: it cannot lower it", boundsOf(Averaged(spreads(exactly(5))), 8, 2),
			[2]float64{8.0 / 2, 13.0 / 3}},
		{"a mean whose values have no bound", boundsOf(Averaged(spreads(Addend{Low: 1, High: inf})), 8, 2), [2]float64{}},
		{"10–12 over 4–5", Quotient([2]float64{10, 12}, [2]float64{4, 5}, 1), [2]float64{2, 3}},
		{"-2–12 over 4–5", Quotient([2]float64{-2, 12}, [2]float64{4, 5}, 1), [2]float64{-0.5, 3}},
		{"over a count that may be 0", Quotient([2]float64{10, 12}, [2]float64{0, 5}, 1), [2]float64{}},
		{"a median of 1 2 3 4 5, two values more", Median([]float64{5, 1, 3, 2, 4}, 2, 0, inf, false),
			[2]float64{2, 4}},
		{"a median of 1 2 3 4 5, two values raised", Median([]float64{5, 1, 3, 2, 4}, 2, 0, inf, true),
			[2]float64{2, 5}},
		{"a median of 1 2, one value raised", Median([]float64{1, 2}, 1, 0, inf, true), [2]float64{}},
		{"a median of 1 2, one value more", Median([]float64{1, 2}, 1, 0, inf, false), [2]float64{1, 2}},
	} {
		switch {
		case tt.want == [2]float64{} && tt.got.Reason.Empty():
			t.Errorf("%s: %v to %v, want a reason", tt.name, tt.got.Low, tt.got.High)
		case tt.want != [2]float64{} && (!tt.got.Reason.Empty() || tt.got.Low != tt.want[0] || tt.got.High != tt.want[1]):
			t.Errorf("%s: %v to %v %q, want %v", tt.name, tt.got.Low, tt.got.High, tt.got.Reason.EN, tt.want)
		}
	}
}

// TestOpenAmounts: what is not in question keeps its value; what is gets the bounds of its kind.
func TestOpenAmounts(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `
as_of: 2025-09-30
from: 2025-04-01
to: 2025-09-30

## 参加者
参加者ID | 開始日
P1 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額 | 契約額
C1 | A | 毎度 | 2025-04-01 | 2025-04-30 | 3000 |
C2 | A | 定期 | 来月 | | 1000 |
C3 | A | 定期 | 2025-05-01 | いつか | | 9000
C4 | A | 定期 | 2025-05-01 | | 千円くらい |
C5 | A | 毎度 | 2025-10-01 | | 3000 |

## 作業ログ
作業日 | 参加者ID | 時間 | 報酬
来月 | P1 | 2 | 500
2025-04-02 | P1 | 沢山 | たくさん
2025-10-02 | P1 | 沢山 | 100
`))
	inf := math.Inf(1)
	for _, tt := range []struct {
		name string
		got  []Addend
		high []float64
	}{
		// C1 3,000 for April; C2 at most six months; C3 at most the whole amount; C5 starts later.
		{"revenue", OpenRevenue(w, nil), []float64{3000, 6000, 9000, inf}},
		{"hours", OpenHours(w, true, nil), []float64{2, 24}},
		{"pay", OpenPay(w), []float64{500, inf}},
	} {
		if len(tt.got) != len(tt.high) {
			t.Errorf("%s: %v", tt.name, tt.got)
			continue
		}
		for i, s := range tt.got {
			if s.High != tt.high[i] {
				t.Errorf("%s: row %d up to %v, want %v", tt.name, i, s.High, tt.high[i])
			}
		}
	}
	for _, c := range w.Cohort.Contracts.Excluded[:4] {
		// C1 lasts its 30 days; C3 and C4 started on 1 May, 153 days to the as-of date.
		want := map[string]Addend{"C1": {30 / 30.4375, 30 / 30.4375, false, false}, "C2": {1 / 30.4375, inf, false, false},
			"C3": {1 / 30.4375, 153 / 30.4375, false, false}, "C4": {153 / 30.4375, 153 / 30.4375, false, false}}[c.ID.Value]
		if got := termSpread(w, c); got.Low != want.Low || got.High != want.High {
			t.Errorf("%s lasts %v to %v, want %v to %v", c.ID.Value, got.Low, got.High, want.Low, want.High)
		}
	}
}

// TestNoRangeSaysWhy: a figure without a bearing, and one whose amounts have no bound.
func TestNoRangeSaysWhy(t *testing.T) {
	const ledger = `
as_of: 2025-09-30

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
C1 | A | 定期 | 2025-04-01 | 1000
C2 | A | 定期 | 2025-04-01 | 千円
C3 | A | 定期 | 2025-04-01 | ？
`
	sum := kpi.Definition{ID: "sum", Unit: kpi.Yen, Needs: keyC, Compute: func(w *kpi.Window) kpi.Figure {
		return kpi.Figure{Value: new(1000.0), N: 1}
	}}
	open := sum
	open.Bearing = Summed(func(w *kpi.Window) []Addend { return OpenRevenue(w, nil) })
	for _, tt := range []struct {
		name   string
		d      kpi.Definition
		reason lang.Text
	}{{"no bearing", sum, kpi.NoRange}, {"no bound", open, rangeOpen}} {
		f := kpi.Run([]kpi.Definition{tt.d}, kpi.NewWindow(cohorttest.Load(t, ledger)))[0]
		if f.Range != nil || f.RangeReason != tt.reason || len(f.Notes()) != 2 {
			t.Errorf("%s: range %v, reason %q, notes %v", tt.name, f.Range, f.RangeReason.JA, f.Notes())
		}
	}
}

// TestOpenWork: of two tasks left out that name one person for sure, the earlier one lengthens the spell, whichever
// stands first; one of nobody known may be anybody's.
func TestOpenWork(t *testing.T) {
	// P1 works from 1 August on; a task of 1 June would make that 61 days more (30 + 31).
	for _, rows := range []string{"2025-06-01 | P1 | 沢山 | 500 | 2025-06-02\n2025-07-01 | P1 | 沢山 | 500 | 2025-07-02",
		"2025-07-01 | P1 | 沢山 | 500 | 2025-07-02\n2025-06-01 | P1 | 沢山 | 500 | 2025-06-02"} {
		w := kpi.NewWindow(cohorttest.Load(t, `
as_of: 2025-09-30
from: 2025-04-01
to: 2025-09-30

## 参加者
参加者ID | 開始日
P1 | 2025-04-01

## 作業ログ
作業日 | 参加者ID | 時間 | 報酬 | 支払日
2025-08-01 | P1 | 2 | 500 | 2025-08-02
`+rows+"\n"))
		gain, begun := openWork(w, openTasks(w, false), nil)
		if math.Abs(gain-61/30.4375) > 1e-9 || len(begun) != 0 {
			t.Errorf("%s: %v months more and %v begun, want %v and none", rows, gain, begun, 61/30.4375)
		}
	}
}

// TestOpenPayments: a payment left out whose month is certain is open in that month alone; one whose month cannot be
// read may be of any.
func TestOpenPayments(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `
as_of: 2025-09-30
from: 2025-07-01
to: 2025-09-30

## 参加者
参加者ID | 開始日
P1 | 2025-04-01

## 支払
支払日 | 参加者ID | 対象月 | 支払額
2025-08-31 | P1 | 2025-07 | 沢山
2025-07-31 | P1 | 2025-05 | 沢山
2025-09-30 | P1 | 2025-10 | 沢山
2025-09-30 | P1 | いつか | 沢山
`))
	if n := len(w.Cohort.Payments.Excluded); n != 4 {
		t.Fatalf("%d payments are left out", n)
	}
	for inPeriod, want := range map[bool][]string{true: {"2025-07", "いつか"}, false: {"2025-07", "2025-05", "いつか"}} {
		var got []string
		for _, p := range openPayments(w, inPeriod) {
			got = append(got, p.Month.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("in the period %v: %q, want %q", inPeriod, got, want)
		}
	}
}

// TestSureRegion: where a client is, is certain when neither the contract's client nor the region is in question.
func TestSureRegion(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `
as_of: 2025-09-30
from: 2025-04-01
to: 2025-09-30

## 発注者
発注者ID | 名称 | 所在
A | 甲社 | 域内
B | 乙社 |

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
C1 | A | 定期 | 2025-04-01 | 1000
C2 | B | 定期 | 2025-04-01 | 1000
C3 | Z | 定期 | 2025-04-01 | 1000
`))
	want := map[string]string{"C1": "inside true", "C2": " false", "C3": " false"}
	for _, c := range w.Cohort.Contracts.Every() {
		region, known := SureRegion(w, c)
		if got := fmt.Sprint(region, " ", known); got != want[c.ID.Value] {
			t.Errorf("%s: %q, want %q", c.ID.Value, got, want[c.ID.Value])
		}
	}
}
