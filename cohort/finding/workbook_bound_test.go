package finding

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestBoundsOfCopies: a workbook of 62 rows that end in the last column has 62 × 16,384 = 1,015,808 cells for the
// library that writes it, 61 rows 999,424; the bound is 1,000,000. Merged ranges and sheets have theirs.
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
		"61 rows":             {[]string{rows(61)}, true},
		"62 rows":             {[]string{rows(62)}, false},
		"62 rows of 2 sheets": {[]string{rows(31), rows(31)}, false},
		"cells without places": {[]string{"<sheetData><row>" + strings.Repeat("<c/>", 1_000_001) + "</row></sheetData>"},
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
	err := WriteWorkbook(&b, bookOf(t, []string{rows(62)}), "x.xlsx", fault, WorkbookOptions{})
	if !errors.Is(err, ErrNoCopy) {
		t.Errorf("copied with its formats: %v", err)
	}
	wide := NewSheet{Name: "s", Cells: func(yield func(Cell) bool) {
		for r := 1; r <= 62 && yield(Cell{r, 16_384, "x"}); r++ {
		}
	}}
	if err := WriteNewWorkbook(&b, []NewSheet{wide}, "x.csv", fault, WorkbookOptions{}); !errors.Is(err, ErrNoCopy) {
		t.Errorf("written anew: %v", err)
	}
	if b.Len() > 0 {
		t.Errorf("%d bytes were written", b.Len())
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
