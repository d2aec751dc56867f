package ledgers

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// TestSoundLedgers holds that nothing is at fault in the ledgers but what is meant to be, and that every row is read.
func TestSoundLedgers(t *testing.T) {
	for _, s := range []Size{{People: 1, Rows: 10}, {People: 25, Rows: 1000}, {People: 12, Rows: 240, Books: 12, Town: 3},
		{People: 12, Rows: 240, Spoilt: true}} {
		dir := t.TempDir()
		if err := Write(dir, s); err != nil {
			t.Fatal(err)
		}
		asOf, _, _ := cell.ReadDate(cell.Value{Kind: cell.Text, Text: AsOf})
		c, _, err := cohort.Load(context.Background(), dir, cohort.LoadOptions{AsOf: &asOf})
		if err != nil {
			t.Fatal(err)
		}
		if rows := len(c.Tasks.Every()); rows != s.Rows || len(c.Participants.Every()) != s.People {
			t.Errorf("%+v: %d tasks, %d people", s, rows, len(c.Participants.Every()))
		}
		errors := 0
		for _, f := range c.Findings {
			if f.Severity == finding.Error {
				errors++
			}
		}
		if (errors > 0) != s.Spoilt || s.Spoilt && len(c.Tasks.Rows) > 0 {
			t.Errorf("%+v: %d findings of errors, %d tasks that count", s, errors, len(c.Tasks.Rows))
		}
	}
}

// TestSameBytes holds that two runs make the same workbook, and towns others.
func TestSameBytes(t *testing.T) {
	book := func(s Size) string {
		dir := t.TempDir()
		if err := Write(dir, s); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(dir, "台帳.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	one := Size{People: 5, Rows: 50}
	if first, again := book(one), book(one); first != again {
		t.Error("two runs differ")
	}
	if book(one) == book(Size{People: 5, Rows: 50, Town: 1}) {
		t.Error("two towns are the same")
	}
}

// TestFormulas holds that the figures stand on the sheet that is said to hold them, and that nothing else is printed.
func TestFormulas(t *testing.T) {
	dir := t.TempDir()
	if err := WriteFormulas(filepath.Join(dir, "f.xlsx"), Size{People: 5, Rows: 50}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(filepath.Join(dir, "f.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for i, name := range book.GetSheetList() {
		shown, err := book.GetSheetVisible(name)
		if err != nil || shown != (i+1 == FiguresSheet) {
			t.Errorf("sheet %d, %s: shown %v, %v", i+1, name, shown, err)
		}
	}
	for cell, want := range map[string]string{"B2": `COUNTIFS(参加者!$H$2:$H$6,"<=46112")`,
		"B7": `SUMIFS(作業ログ!$F$2:$F$51,作業ログ!$E$2:$E$51,">0")/SUMIFS(作業ログ!$E$2:$E$51,作業ログ!$E$2:$E$51,">0")`} {
		if got, err := book.GetCellFormula("指標", cell); got != want || err != nil {
			t.Errorf("%s: %s, %v", cell, got, err)
		}
	}
}
