package finding

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// TestBoundsOfCopies: a workbook of 19 rows that end in the last column has 19 × 16,384 = 311,296 cells for the
// library that writes it, 18 rows 294,912; the bound is 300,000. Merged ranges and sheets have theirs.
func TestBoundsOfCopies(t *testing.T) {
	rows := func(n int) string {
		var b strings.Builder
		for r := 1; r <= n; r++ {
			fmt.Fprintf(&b, `<row r="%[1]d"><c r="XFD%[1]d"/></row>`, r)
		}
		return "<sheetData>" + b.String() + "</sheetData>"
	}
	merged := func(n int) string {
		return "<sheetData/><mergeCells>" + strings.Repeat(`<mergeCell ref="A1:B1"/>`, n) + "</mergeCells>"
	}
	for name, c := range map[string]struct {
		sheets []string
		most   bool
	}{
		"18 rows":             {[]string{rows(18)}, true},
		"19 rows":             {[]string{rows(19)}, false},
		"20 rows of 2 sheets": {[]string{rows(10), rows(10)}, false},
		"cells without places": {[]string{"<sheetData><row>" + strings.Repeat("<c/>", 300_001) + "</row></sheetData>"},
			false},
		"5,000 ranges": {[]string{merged(5000)}, true},
		"5,001 ranges": {[]string{merged(5001)}, false},
		"1,000 sheets": {slices.Repeat([]string{""}, 1000), true},
		"1,001 sheets": {slices.Repeat([]string{""}, 1001), false},
	} {
		if err := copyable(bookOf(t, c.sheets)); (err == nil) != c.most || err != nil && !errors.Is(err, errTooMuch) {
			t.Errorf("%s: %v", name, err)
		}
	}
	var b bytes.Buffer
	fault := []Finding{{Place: Place{"x.xlsx", "s0", "XFD1"}}}
	err := WriteWorkbook(&b, bookOf(t, []string{rows(19)}), "x.xlsx", fault, WorkbookOptions{})
	if !errors.Is(err, ErrNoCopy) {
		t.Errorf("copied with its formats: %v", err)
	}
	wide := NewSheet{Name: "s", Cells: func(yield func(Cell) bool) {
		for r := 1; r <= 19 && yield(Cell{r, 16_384, "x"}); r++ {
		}
	}}
	if err := WriteNewWorkbook(&b, []NewSheet{wide}, "x.csv", fault, WorkbookOptions{}); !errors.Is(err, ErrNoCopy) {
		t.Errorf("written anew: %v", err)
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes were written", b.Len())
	}
}

// TestDisorderIsNotCopied: rows that go back are known before a copy is made; rows in order, with gaps or without
// numbers, are none.
func TestDisorderIsNotCopied(t *testing.T) {
	for sheet, ordered := range map[string]bool{
		`<row r="2"/><row r="1"/>`:              false,
		`<row r="1"/><row r="9"/><row r="3"/>`:  false,
		`<row r="1"/><row r="9"/><row r="12"/>`: true,
		`<row/><row r="3"/><row/><row r="5"/>`:  true,
	} {
		err := copyable(bookOf(t, []string{"<sheetData>" + sheet + "</sheetData>"}))
		if (err == nil) != ordered || err != nil && !errors.Is(err, errDisorder) {
			t.Errorf("%s: %v", sheet, err)
		}
	}
}

// TestBoundsOfMarks: of 6,000 warnings and, behind them, 10 errors, 5,000 are marked, the errors first, and as many
// lines are listed; the front sheet says both. Infos do not count.
func TestBoundsOfMarks(t *testing.T) {
	var fs []Finding
	for r := 1; r <= 6020; r++ {
		severity := Warning
		if r > 6000 {
			severity = Error
		}
		if r > 6010 {
			severity = Info
		}
		fs = append(fs, Finding{Severity: severity, Place: Place{"x.csv", "s", fmt.Sprintf("A%d", r)},
			Message: lang.Say(fmt.Sprint(r), fmt.Sprint(r))})
	}
	first, all := firstFaults(fs, mostFaults)
	if len(first) != 5000 || all != 6010 || first[0].Range != "A6001" || first[9].Range != "A6010" ||
		first[10].Range != "A1" ||
		first[4999].Range != "A4990" {
		t.Errorf("%d of %d, from %s to %s", len(first), all, first[0].Range, first[len(first)-1].Range)
	}
	sheet := NewSheet{Name: "s", Cells: func(yield func(Cell) bool) {
		for r := 1; r <= 6020 && yield(Cell{r, 1, "x"}); r++ {
		}
	}}
	var b bytes.Buffer
	if err := WriteNewWorkbook(&b, []NewSheet{sheet}, "x.csv", fs, WorkbookOptions{}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	said, err := book.GetCellValue(frontName.JA, "A2")
	if err != nil || !strings.Contains(said, "6010 か所のうち誤りから順に 5000 か所") || !strings.Contains(said, "6020 行のうち") {
		t.Errorf("the front sheet says %q (%v)", said, err)
	}
	comments, err := book.GetComments("s")
	if err != nil || len(comments) != 5000 {
		t.Errorf("%d comments (%v)", len(comments), err)
	}
	rows, err := book.GetRows(frontName.JA)
	if err != nil || len(rows) != firstListed-1+5000 {
		t.Errorf("%d rows of the front sheet (%v)", len(rows), err)
	}
}

// bookOf is a workbook whose sheets s0, s1 … hold these XML texts.
func bookOf(t *testing.T, sheets []string) []byte {
	t.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	var list, related strings.Builder
	parts := map[string]string{}
	for i, sheet := range sheets {
		fmt.Fprintf(&list, `<sheet name="s%d" sheetId="%d" r:id="r%d"/>`, i, i+1, i)
		fmt.Fprintf(&related, `<Relationship Id="r%d" Type="%s/worksheet" Target="worksheets/%d.xml"/>`, i, office, i)
		parts[fmt.Sprintf("xl/worksheets/%d.xml", i)] = `<worksheet xmlns="` + main + `">` + sheet + `</worksheet>`
	}
	parts["_rels/.rels"] = relations + `<Relationship Id="r" Type="` + office +
		`/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	parts["xl/workbook.xml"] = `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><sheets>` + list.String() +
		`</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = relations + related.String() + `</Relationships>`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		if err := writePart(z, name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
