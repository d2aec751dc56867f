package main

import (
	"io"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cmd/pilot90/terminal"
	"pilot90/cohort/cell"
	"pilot90/cohort/yearstest"
	"pilot90/kpi"
)

// ofTheLedger are figures that tell of all the time a ledger holds: one that was begun anew has its own.
var ofTheLedger = []string{"registered_workers", "average_continuation_months"}

// TestNextYearAnew: in April the ledger of the first of two invented years is taken over into a new folder, and the
// work of the second year is written there. Its figures are those of the facts of both years: nobody has a first income
// twice, cycles under way count once, contracts go on.
func TestNextYearAnew(t *testing.T) {
	if testing.Short() {
		t.Skip("writes two years")
	}
	root := t.TempDir()
	old, anew := filepath.Join(root, "r7"), filepath.Join(root, "r8")
	turn, end := cell.NewDay(2026, 4, 6), cell.NewDay(2027, 3, 31)
	facts := yearstest.TwoYears(0)
	for name, data := range facts.On(turn).Files(turn) {
		writeFile(t, filepath.Join(old, name), string(data))
	}
	said, _ := pilot90(t, exitOK, "init", anew, "--from", old)
	for _, want := range []string{"2026年度へ引き継ぎました", "人口 5000、モデル regional_bpo", "[targets.2025]", "案件 3件"} {
		if !strings.Contains(said, want) {
			t.Errorf("init does not say %q:\n%s", want, said)
		}
	}
	last := yearstest.LastMonday
	sheets := facts.On(last)
	fillIn(t, filepath.Join(anew, "台帳.xlsx"), sheets, last)
	for name, data := range sheets.Since(cell.NewDay(2026, 4, 1), facts.On(turn)).Files(last) {
		if name != "pilot.toml" && name != "発注者.csv" {
			writeFile(t, filepath.Join(anew, name), string(data))
		}
	}
	a := &app{Terminal: terminal.New(strings.NewReader(""), io.Discard, io.Discard), today: end}
	run, err := a.compute(t.Context(), anew, &ledgerFlags{asOf: end.String()})
	if err != nil {
		t.Fatal(err)
	}
	want := sheets.Figures(end, cell.NewDay(2026, 4, 1), end)
	for _, id := range ofTheLedger {
		delete(want, id)
	}
	for _, id := range slices.Sorted(maps.Keys(want)) {
		f := kpi.Find(run.Result.Figures, id)
		if f == nil || f.Value == nil {
			t.Errorf("%s has no value, want %v", id, want[id])
		} else if math.Abs(*f.Value-want[id]) > 1e-9*max(1, math.Abs(want[id])) {
			t.Errorf("%s is %v, want %v", id, *f.Value, want[id])
		}
	}
	if errors := run.Result.Findings.Errors; errors > 0 {
		t.Errorf("the new ledger has %d errors", errors)
	}
}

// fillIn writes into the workbook what became known of those who were taken over: the ends of trainings, who left, and
// what was paid.
func fillIn(t *testing.T, path string, sheets yearstest.Sheets, m cell.Day) {
	t.Helper()
	book := opened(t, path, "")
	each := func(sheet string, fill func(get func(heading string) string, set func(heading string, d cell.Day))) {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		head := slices.IndexFunc(rows, func(r []string) bool { return slices.Contains(r, "参加者ID") })
		for i := head + 1; i < len(rows); i++ {
			get := func(heading string) string {
				if c := slices.Index(rows[head], heading); c < len(rows[i]) {
					return rows[i][c]
				}
				return ""
			}
			fill(get, func(heading string, d cell.Day) {
				if d == 0 {
					return
				}
				ref, err := excelize.CoordinatesToCellName(slices.Index(rows[head], heading)+1, i+1)
				if err == nil {
					err = book.SetCellValue(sheet, ref, d.String())
				}
				if err != nil {
					t.Fatal(err)
				}
			})
		}
	}
	each("参加者", func(get func(string) string, set func(string, cell.Day)) {
		trained, exit := sheets.Person(get("参加者ID"), m)
		set("研修修了日", trained)
		set("離脱日", exit)
	})
	each("作業ログ", func(get func(string) string, set func(string, cell.Day)) {
		if day, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: get("作業日")}); fault == nil {
			set("支払日", sheets.Paid(get("参加者ID"), day, m))
		}
	})
	if err := book.Save(); err != nil {
		t.Fatal(err)
	}
}
