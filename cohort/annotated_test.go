package cohort_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// TestAnnotatedCopyReadsAlike puts the annotated copy of a sample's workbook in the place of the
// original: apart from the front sheet, which is not used (C317), the ledger has the same findings.
func TestAnnotatedCopyReadsAlike(t *testing.T) {
	const book = "台帳.xlsx"
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("..", "samples", "midorino"))); err != nil {
		t.Skip("samples/midorino is not here:", err)
	}
	load := func() []finding.Finding {
		t.Helper()
		c, _, err := cohort.Load(context.Background(), dir, cohort.LoadOptions{Today: cell.NewDay(2026, 3, 31)})
		if err != nil {
			t.Fatal(err)
		}
		return c.Findings
	}
	before := load()
	if e, _, _ := finding.Counts(before); e == 0 {
		t.Fatal("the sample has no error to mark")
	}
	original, err := os.ReadFile(filepath.Join(dir, book))
	if err != nil {
		t.Fatal(err)
	}
	var copied bytes.Buffer
	if err := finding.WriteWorkbook(&copied, original, book, before, finding.WorkbookOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, book), copied.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var after []finding.Finding
	for _, f := range load() {
		if f.Code == "C317" && f.Sheet == "点検結果" {
			continue
		}
		after = append(after, f)
	}
	if !reflect.DeepEqual(before, after) {
		t.Errorf("findings of the copy:\n%v\nof the original:\n%v", after, before)
	}
}
