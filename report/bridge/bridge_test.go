package bridge

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// side reads one side of a comparison from text.
func side(t *testing.T, text string) *Side {
	t.Helper()
	c, clock := cohorttest.Load(t, text)
	return &Side{Name: "ledger", Cohort: c, Clock: clock}
}

func find(all []Bridge, id string) *Bridge {
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}

// spell writes a bridge as "settings +1, time -2".
func spell(b *Bridge) string {
	if b == nil {
		return ""
	}
	var parts []string
	for _, t := range b.Terms {
		var causes []string
		for _, c := range t.Causes {
			causes = append(causes, string(c))
		}
		parts = append(parts, fmt.Sprintf("%s %+g", strings.Join(causes, "+"), t.To-t.From))
	}
	return strings.Join(parts, ", ")
}

const before = `
as_of: 2026-02-28
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 開始日
P01      | 2025-12-01
P02      | 2025-12-01
P03      | 2025-12-01

## 案件
案件ID | 発注者ID | 種別 | 開始日     | 月額
K1     | C1       | 定期 | 2025-12-01 | 30000
K2     | C1       | 単発 | 2025-12-01 | 10000

## 作業ログ
作業日     | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 支払日
2026-02-02 | P01      | K1     | 入力   | 2    | 2400 | 2026-02-27
2026-02-03 | P02      | K1     | 入力   | 2    | 2400 |
2026-02-04 | P03      | K2     | 撮影   | 3    | 3600 | 2026-02-27
2026-01-15 | P03      | K2     | 撮影   | 1    | 1200 | 2026-02-27
`

// after is one month later: P02 was paid (filled in), P03's task of February turns out to be 2 hours
// for 2,400 yen (corrected), that of January is gone (removed), and P01 worked in March (added).
const after = `
as_of: 2026-03-31
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 開始日
P03      | 2025-12-01
P01      | 2025-12-01
P02      | 2025-12-01

## 案件
案件ID | 発注者ID | 種別 | 開始日     | 月額
K1     | C1       | 定期 | 2025-12-01 | 30000
K2     | C1       | 単発 | 2025-12-01 | 10000

## 作業ログ
作業日     | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 支払日
2026-02-02 | P01      | K1     | 入力   | 2    | 2400 | 2026-02-27
2026-03-05 | P01      | K1     | 入力   | 5    | 6000 |
2026-02-03 | P02      | K1     | 入力   | 2    | 2400 | 2026-03-31
2026-02-04 | P03      | K2     | 撮影   | 2    | 2400 | 2026-02-27
`

func TestMatch(t *testing.T) {
	r := Compare(side(t, before), side(t, after))
	var got []string
	for _, c := range r.Rows {
		var cells []string
		for _, cell := range c.Cells() {
			if c.Kind == Corrected || c.Kind == Filled {
				cells = append(cells, fmt.Sprintf("%s %s%s→%s%s", cell.Column, cell.Old, cell.OldPlace.Range, cell.New,
					cell.NewPlace.Range))
			}
		}
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s", c.Kind, c.Line().Name(), strings.Join(cells, " "))))
	}
	want := []string{ // participants only stand in another order
		"corrected P03 2026-02-04 hours 3E4→2E5 pay 3600F4→2400F5",
		"removed P03 2026-01-15",
		"filled P02 2026-02-03 paid_date G3→2026-03-31G4",
		"added P01 2026-03-05",
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestMatchWhatWasMeant: rows are paired as a person would.
func TestMatchWhatWasMeant(t *testing.T) {
	head := "## 作業ログ\n作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬\n"
	base := "## 参加者\n参加者ID | 開始日\nP01 | 2025-12-01\nP02 | 2025-12-01\n\n## 案件\n案件ID | 発注者ID | 種別 | 開始日\nK1 | C1 | 定期 | " +
		"2025-12-01\nK2 | C1 | 定期 | 2025-12-01\n\n"
	for _, c := range []struct{ name, old, new, want string }{
		{"typed otherwise, read alike", "2026-02-02 | P01 | K1 | 入力 | 2 | 2,400", "2026/2/2 | P01 | K1 | 入力 | 2.0 | 2400",
			""},
		{"the other of two rows of a day is corrected",
			"2026-02-02 | P01 | K1 | 入力 | 2 | 2400\n2026-02-02 | P01 | K1 | 入力 | 4 | 4800",
			"2026-02-02 | P01 | K1 | 入力 | 4 | 5000", "corrected pay, removed"},
		{"the contract is corrected", "2026-02-02 | P01 | K1 | 入力 | 2 | 2400", "2026-02-02 | P01 | K2 | 入力 | 2 | 2400",
			"corrected contract_id"},
		{"the date is corrected in its place", "2026-02-02 | P01 | K1 | 入力 | 2 | 2400",
			"2026-02-12 | P01 | K1 | 入力 | 2 | 2400", "corrected date"},
		{"like work of another day is other work",
			"2026-02-02 | P01 | K1 | 入力 | 2 | 2400\n2026-02-03 | P02 | K1 | 入力 | 2 | 2400",
			"2026-02-03 | P02 | K1 | 入力 | 2 | 2400\n2026-02-20 | P02 | K1 | 撮影 | 2 | 2400\n2026-02-21 | P01 | K1 | 入力 | 2 | " +
				"2400", "removed, added, added"},
	} {
		r := Compare(side(t, base+head+c.old+"\n"), side(t, base+head+c.new+"\n"))
		var got []string
		for _, row := range r.Rows {
			text := string(row.Kind)
			for _, cell := range row.Cells() {
				if row.Kind == Corrected {
					text += " " + cell.Column
				}
			}
			got = append(got, text)
		}
		if g := strings.Join(got, ", "); g != c.want {
			t.Errorf("%s: %q, want %q", c.name, g, c.want)
		}
	}
}

// TestBridge: the terms are those a person counts. Pay and hours of the tasks:
// old 2/2400, 2/2400, 3/3600, 1/1200 = 8 h; at the new date the same; corrected −1 h; removed −1 h; added +5 h.
func TestBridge(t *testing.T) {
	r := Compare(side(t, before), side(t, after))
	for _, c := range []struct{ id, want string }{
		// Paid by 28 February: P01 and P03; P02's payment of 31 March is filled in.
		{"first_income_residents", "filled +1"},
		// In the 30 days to 28 February all three worked; in those to 31 March only P01 did, by the added row.
		{"active_workers", "time -3, added +1"},
	} {
		if got := spell(find(r.Bridges, c.id)); got != c.want {
			t.Errorf("%s: %q, want %q", c.id, got, c.want)
		}
	}
}

// TestRestatement: February's and January's sums changed although both had ended; the payment of
// March that was filled in and the row of March are no part of it.
func TestRestatement(t *testing.T) {
	r := Compare(side(t, before), side(t, after))
	var got []string
	for _, m := range r.Restated.Months {
		for _, mm := range m.Measures {
			b := Bridge{Terms: mm.Terms}
			got = append(got, fmt.Sprintf("%s %s %s %v", m.First, mm.Name, spell(&b), m.Rows))
		}
	}
	want := []string{ // rows 0: corrected, 1: removed
		"2026-01-01 tasks removed -1 [1]", "2026-01-01 hours removed -1 [1]", "2026-01-01 pay removed -1200 [1]",
		"2026-02-01 hours corrected -1 [0 1]", "2026-02-01 pay corrected -1200 [0 1]",
		"2026-02-01 paid corrected -1200, removed -1200 [0 1]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("months:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if r.Restated.LateOnly() || r.Restated.Closed {
		t.Errorf("late only %v, closed %v; want corrections in a running period", r.Restated.LateOnly(), r.Restated.Closed)
	}
	if f := restatedFigure(r, "first_income_residents"); f != nil {
		t.Errorf("first_income_residents at 28 February is restated: %+v; the payment lies after it", f)
	}
	// Pay of 9,600 yen to 28 February is 7,200 now: 1,200 less by row 0, and by row 1.
	if f := restatedFigure(r, "payout_ratio"); f == nil || !slices.Equal(f.Rows, []int{0, 1}) || len(f.Terms) != 2 ||
		f.Terms[0].Causes[0] != Corrected || f.Terms[1].Causes[0] != Removed {
		t.Errorf("payout_ratio at 28 February: %+v, want it restated by rows 0 and 1", f)
	}
}

func restatedFigure(r *Result, id string) *RestatedFigure {
	for i := range r.Restated.Figures {
		if r.Restated.Figures[i].ID == id {
			return &r.Restated.Figures[i]
		}
	}
	return nil
}

// TestNoAlarmWhenTimePasses: rows of later days, and dates filled in that lie after the old date,
// restate nothing.
func TestNoAlarmWhenTimePasses(t *testing.T) {
	later := strings.Replace(before, "as_of: 2026-02-28", "as_of: 2026-03-31", 1)
	later = strings.Replace(later, "入力   | 2    | 2400 |\n", "入力   | 2    | 2400 | 2026-03-31\n", 1) +
		"2026-03-02 | P01 | K1 | 入力 | 2 | 2400 |\n"
	r := Compare(side(t, before), side(t, later))
	if !r.Restated.Empty() {
		t.Errorf("restated: %+v", r.Restated)
	}
	if len(r.Rows) != 2 {
		t.Errorf("%d rows, want the one filled in and the one added", len(r.Rows))
	}
	// A task of February that is entered in March is late, and no alarm.
	late := Compare(side(t, before), side(t, later+"2026-02-20 | P02 | K1 | 入力 | 2 | 2400 |\n"))
	if late.Restated.Empty() || !late.Restated.LateOnly() {
		t.Errorf("a late entry: empty %v, late only %v; want it told as late", late.Restated.Empty(),
			late.Restated.LateOnly())
	}
}

// TestTermsAddUp: for random old and new ledgers the exact decimals of the terms add up to the
// change of every figure, and the ends are what the ledgers give on their own.
func TestTermsAddUp(t *testing.T) {
	bridges := 0
	for seed := range uint64(25) {
		random := rand.New(rand.NewPCG(seed, 90))
		was, is := side(t, randomLedger(random, "2026-02-28")), side(t, randomLedger(random, "2026-03-31"))
		r := Compare(was, is)
		for _, b := range r.Bridges {
			if len(b.Terms) == 0 {
				continue
			}
			bridges++
			sum := new(big.Rat)
			at := *b.Old.Value
			for _, term := range b.Terms {
				if term.From != at {
					t.Errorf("seed %d %s: a term begins at %v, the one before ended at %v", seed, b.ID, term.From, at)
				}
				at = term.To
				d, _ := new(big.Rat).SetString(Difference(term.From, term.To).String())
				sum.Add(sum, d)
			}
			whole, _ := new(big.Rat).SetString(Difference(*b.Old.Value, *b.New.Value).String())
			if sum.Cmp(whole) != 0 {
				t.Errorf("seed %d %s: terms add up to %s, the change is %s", seed, b.ID, sum, whole)
			}
			old, _ := direct(was).Find(b.ID).Get("")
			now, _ := direct(is).Find(b.ID).Get("")
			if *b.Old.Value != old || snap(*b.New.Value, now) != now {
				t.Errorf("seed %d %s: from %v to %v, want %v to %v", seed, b.ID, *b.Old.Value, *b.New.Value, old, now)
			}
		}
	}
	if bridges < 300 {
		t.Errorf("only %d bridges were looked at", bridges)
	}
}

// TestLastStepIsReached: the old ledger with every change done gives what the new ledger gives, so
// that the last term is no remainder of something else.
func TestLastStepIsReached(t *testing.T) {
	for seed := range uint64(25) {
		random := rand.New(rand.NewPCG(seed, 91))
		was, is := side(t, randomLedger(random, "2026-02-28")), side(t, randomLedger(random, "2026-03-31"))
		m := newMixer(was, is, Match(was.Cohort, is.Cohort))
		mixed, want := measure(m.mix(rowSteps), is.Clock, is.Cohort.Pilot), measure(is.Cohort, is.Clock, is.Cohort.Pilot)
		for id, f := range want {
			got := mixed[id]
			if (f.Value == nil) != (got.Value == nil) || f.Value != nil && snap(*got.Value, *f.Value) != *f.Value {
				t.Errorf("seed %d %s: the mixed ledger gives %v, the new one %v", seed, id, got.Value, f.Value)
			}
		}
	}
}

// TestPrintedTermsAddUp: what is printed adds up as it is printed.
func TestPrintedTermsAddUp(t *testing.T) {
	number := func(s string) *big.Rat {
		r, ok := new(big.Rat).SetString(strings.NewReplacer(",", "", "−", "-").Replace(s))
		if !ok {
			t.Fatalf("%q is no number", s)
		}
		return r
	}
	random := rand.New(rand.NewPCG(7, 7))
	r := Compare(side(t, randomLedger(random, "2026-02-28")), side(t, randomLedger(random, "2026-03-31")))
	for _, b := range r.Bridges {
		if len(b.Terms) == 0 {
			continue
		}
		sum := new(big.Rat)
		for _, term := range b.Terms {
			sum.Add(sum, number(content.Difference(term.From, term.To, string(b.Unit))))
		}
		if whole := number(content.Difference(*b.Old.Value, *b.New.Value, string(b.Unit))); sum.Cmp(whole) != 0 {
			t.Errorf("%s: printed terms add up to %s, the printed change is %s", b.ID, sum, whole)
		}
	}
}

// randomLedger writes a ledger with a few people and contracts and tasks that differ from one
// call to the next, faults included.
func randomLedger(r *rand.Rand, asOf string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "as_of: %s\nfrom: 2025-04-01\nto: 2026-03-31\n\n## 参加者\n参加者ID | 開始日 | 居住区分 | 離脱日\n", asOf)
	pick := func(words ...string) string { return words[r.IntN(len(words))] }
	for p := range 6 {
		if r.IntN(6) > 0 {
			fmt.Fprintf(&b, "P%02d | 2025-%02d-01 | %s | %s\n", p, 10+r.IntN(3), pick("住民", "町外", ""),
				pick("", "", "", "2026-02-15"))
		}
	}
	b.WriteString("\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額 | 契約額\n")
	for k := range 4 {
		if r.IntN(5) > 0 {
			fmt.Fprintf(&b, "K%d | C%d | %s | 2025-1%d-01 | %s | %s | %s\n", k, k%2, pick("定期", "単発"), r.IntN(3),
				pick("", "2026-02-28", "2026-09-30"), pick("30000", "", "12345"), pick("", "50000"))
		}
	}
	b.WriteString("\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 作業名 | 時間 | 報酬 | 納品日 | 支払日 | Wチェック\n")
	for i := range 25 {
		if r.IntN(5) == 0 {
			continue
		}
		day := 1 + i%28
		fmt.Fprintf(&b, "2026-%02d-%02d | P%02d | K%d | 作業%d | %s | %d | %s | %s | %s\n", 1+i%3, day, i%6, i%4, i%3,
			pick("1.1", "2.3", "0.7", "二時間"), 1000+100*r.IntN(9), pick("", fmt.Sprintf("2026-%02d-28", 1+i%3)),
			pick("", "2026-03-31"), pick("○", "×", ""))
	}
	return b.String()
}

// direct computes a side on its own.
func direct(s *Side) directly { return directly(measure(s.Cohort, s.Clock, s.Cohort.Pilot)) }

type directly figures

func (d directly) Find(id string) *kpi.Figure { return &kpi.Figure{Value: d[id].Value} }

// TestFiguresOnly: of two ratios of which only numerators and denominators are left, 6/11 → 7/12
// is 7/11 − 6/11 and 7/12 − 7/11. A mean has no such parts, a hidden figure no bridge.
func TestFiguresOnly(t *testing.T) {
	tell := func(v, n, d float64) *Side {
		return &Side{Told: &result.Printed{Figures: []result.PrintedFigure{
			{ID: "ratio", Unit: kpi.Ratio, Value: &v, Numerator: &n, Denominator: &d},
			{ID: "mean", Unit: kpi.Months, Value: &d},
			{ID: "secret", Unit: kpi.Count, Suppressed: true},
		}}}
	}
	six, eleven, seven, twelve := 6.0, 11.0, 7.0, 12.0
	r := Compare(tell(six/eleven, 6, 11), tell(seven/twelve, 7, 12))
	b := find(r.Bridges, "ratio")
	if b == nil || len(b.Terms) != 2 || b.Terms[0].To != seven/eleven || b.Terms[0].Causes[0] != Numerator ||
		b.Terms[1].Causes[0] != Denominator {
		t.Errorf("ratio: %+v", b)
	}
	if got := spell(find(r.Bridges, "mean")); got != "numerator+denominator +1" {
		t.Errorf("mean: %q", got)
	}
	if !slices.Equal(r.Hidden, []string{"secret"}) {
		t.Errorf("hidden: %v", r.Hidden)
	}
}

// TestSealedAgainstLedger: of an edition without its rows the restatement is what it told against
// what the ledger gives for its date today.
func TestSealedAgainstLedger(t *testing.T) {
	old := side(t, before)
	w := kpi.NewWindow(old.Cohort, old.Clock)
	var figures []result.PrintedFigure
	for id, f := range measure(old.Cohort, old.Clock, w.Pilot) {
		figures = append(figures, result.PrintedFigure{ID: id, Unit: f.Unit, Value: f.Value})
	}
	sealed := &Side{Told: &result.Printed{Figures: figures}, Sealed: true, Clock: old.Clock}
	later := side(t, strings.Replace(before, "as_of: 2026-02-28", "as_of: 2026-03-31", 1))
	if r := Compare(sealed, later); !r.Restated.Empty() || spell(find(r.Bridges, "active_workers")) != "time -3" {
		t.Errorf("the same rows a month later: restated %v, active_workers %q", r.Restated.Figures,
			spell(find(r.Bridges, "active_workers")))
	}
	r := Compare(sealed, side(t, after))
	if r.Restated.LateOnly() {
		t.Error("other rows for the past are no late entries alone")
	}
	if got := spell(find(r.Bridges, "active_workers")); got != "time -2" {
		t.Errorf("active_workers: %q, want time -2", got)
	}
}
