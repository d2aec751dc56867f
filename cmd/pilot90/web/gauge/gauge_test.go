package gauge

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
)

// TestEveryFigureHasAGroup: the list at the side has every figure of the catalogue, and each group some of them.
func TestEveryFigureHasAGroup(t *testing.T) {
	seen := map[string]int{}
	for _, d := range catalog.All() {
		g := GroupOf(d.ID)
		if (g == own) != (d.Expand != nil) || !slices.ContainsFunc(Groups, func(one Group) bool { return one.ID == g }) {
			t.Errorf("%s is in the group %q", d.ID, g)
		}
		seen[g]++
	}
	for _, g := range Groups {
		if seen[g.ID] == 0 {
			t.Errorf("no figure is in %s", g.ID)
		}
	}
}

// ledger has 3 contracts by the end of April, of which 1 is recurring, and 4 by that of May, of which 2 are.
const ledger = `as_of: 2025-06-10
from: 2025-04-01
to: 2026-03-31

# pilot.toml
[targets]
recurring_contract_ratio = 0.6
active_workers = 1
average_continuation_months = 1

## 参加者
参加者ID | 開始日
P1 | 2025-04-01

## 案件
案件ID | 発注者ID | 種別 | 開始日
A1 | K1 | 定期 | 2025-04-02
A2 | K1 | 単発 | 2025-04-03
A3 | K1 | 単発 | 2025-04-04
A4 | K1 | 定期 | 2025-05-05

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間
2025-06-03 | P1 | A1 | 1
`

func cards(t *testing.T, l lang.Lang) ([]Card, []Month) {
	t.Helper()
	c, clock := cohorttest.Load(t, ledger)
	w := kpi.NewWindow(c, clock)
	r := result.Compute(catalog.All(), w)
	months, err := Months(context.Background(), c, clock, r.Figures, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Cards(r, kpi.Expanded(catalog.All(), w), l), months
}

func card(t *testing.T, all []Card, id string) Card {
	t.Helper()
	i := slices.IndexFunc(all, func(c Card) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("no card %s", id)
	}
	return all[i]
}

// TestCard: 2 of 4 contracts are 50 %, 10 points short of 60 %; 1 person at work is the target.
func TestCard(t *testing.T) {
	all, _ := cards(t, lang.JA)
	c := card(t, all, "recurring_contract_ratio")
	if got := fmt.Sprint(c.Number, c.Unit, " ", c.Basis, " ", c.Verdict, " ", c.Aim, " ", c.Missed); got !=
		"50.0% 2 / 4 10.0ポイント足りない 目標 60.0% true" {
		t.Error(got)
	}
	if c := card(t, all, "active_workers"); c.Verdict != "目標ちょうど" || c.Missed || c.Unit != "人" {
		t.Errorf("%+v", c)
	}
	if c := card(t, all, "rework_ratio"); c.Known || c.Reason == "" || c.Number != "―" {
		t.Errorf("%+v", c)
	}
}

// TestMonths: as of each month's end since the period's first day: 1 of 3, 2 of 4, and as of now 2 of 4.
func TestMonths(t *testing.T) {
	all, months := cards(t, lang.JA)
	c := card(t, all, "recurring_contract_ratio")
	line := Draw(&c, months, func(end cell.Day, v string) string { return end.String() + "=" + v })
	if line == nil || line.Text != "2025-04-30=33.3 2025-05-31=50 2025-06-10=50" || len(line.Paths) != 1 {
		t.Fatalf("%+v", line)
	}
	// of a ratio the scale is 0–100 %: the target of 60 % lies at 3 + 0.4·(44 − 8) + 2 = 19.4 of 44
	if line.Target != "19.4" {
		t.Errorf("target at %s", line.Target)
	}
	// the one task is of June: there is no second month to draw
	if c := card(t, all, "hours_band_ratio"); Draw(&c, months, func(cell.Day, string) string { return "" }) != nil {
		t.Error("one month is drawn as a line")
	}
}

// TestMonthsStop: computing ends when nobody waits for it any more.
func TestMonthsStop(t *testing.T) {
	c, clock := cohorttest.Load(t, ledger)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Months(ctx, c, clock, nil, nil); err == nil {
		t.Error("a stopped computation has a result")
	}
}

// TestMemory: a month is computed once.
func TestMemory(t *testing.T) {
	var m Memory
	made := 0
	for range 2 {
		m.at(1, 2, func() Month { made++; return Month{} })
	}
	m.at(1, 3, func() Month { made++; return Month{} })
	if made != 2 {
		t.Errorf("made %d times", made)
	}
}

// TestChoose: cards are found by name or id in either language, whatever the width of the letters, and the missed stand
// before the others.
func TestChoose(t *testing.T) {
	all, _ := cards(t, lang.JA)
	for _, words := range []string{"定期案件の割合", "recurring_contract", "ＲＥＣＵＲＲＩＮＧ＿contract", "定期　割合"} {
		if !slices.ContainsFunc(Choose(all, Choice{Words: words}), func(c Card) bool {
			return c.ID == "recurring_contract_ratio"
		}) {
			t.Errorf("%q does not find it", words)
		}
	}
	if got := Choose(all, Choice{Words: "そんな指標はない"}); len(got) > 0 {
		t.Errorf("found %d", len(got))
	}
	var ids []string
	for _, c := range Sections(all, lang.JA)[0].Cards {
		ids = append(ids, c.ID)
	}
	if got := strings.Join(ids, " "); !strings.HasPrefix(got, "recurring_contract_ratio ") || len(ids) != 3 {
		t.Errorf("with a target: %s", got)
	}
	if got := Choose(all, Choice{Only: "missed"}); len(got) != 1 {
		t.Errorf("%d are below target, want 1", len(got))
	}
}

// TestMonthsHaveNoRanges: in a ledger with faults a figure of a month is what it is with its range, which no line shows
// and is not computed.
func TestMonthsHaveNoRanges(t *testing.T) {
	l := cohorttest.Read(t, ledger+"2025-06-31 | P1 | A1 | 1\n2025-06-04 | P1 | A2 | 三時間くらい\n")
	w := kpi.NewWindow(l.Ledger, l.Clock)
	whole, bare := kpi.Run(catalog.All(), w), kpi.Run(catalog.All(), w.Bare())
	if !maps.Equal(values(whole), values(bare)) {
		t.Errorf("%v, want %v", values(bare), values(whole))
	}
	ranges := func(all []kpi.Figure) (n int) {
		for i := range all {
			if all[i].Range != nil {
				n++
			}
		}
		return n
	}
	if ranges(whole) == 0 || ranges(bare) != 0 {
		t.Errorf("%d and %d have ranges, want some and none", ranges(whole), ranges(bare))
	}
}
