package ods

import (
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// fuzzLimits keep what any input may cost small.
var fuzzLimits = grid.Limits{FileBytes: 1 << 20, PartBytes: 4 << 20, TotalBytes: 8 << 20, GeneralXML: 1 << 20,
	Cells: 20_000, BookRows: 20_000, Merges: 20_000, TextBytes: 4 << 20}

// checkGrids checks what holds of all grids.
func checkGrids(t *testing.T, grids []*grid.Grid) {
	t.Helper()
	most := grid.DefaultLimits()
	for _, g := range grids {
		last := 0
		for _, r := range g.Rows {
			if r.Number <= last || r.Number > most.Rows || len(r.Cells) == 0 {
				t.Fatalf("row %d after %d with %d cells", r.Number, last, len(r.Cells))
			}
			last = r.Number
			col := 0
			for _, c := range r.Cells {
				if c.Col <= col || c.Col > most.Columns || c.Kind == cell.Blank {
					t.Fatalf("row %d: column %d after %d: %+v", r.Number, c.Col, col, c)
				}
				col = c.Col
			}
		}
		for _, m := range g.Merges {
			if m.FromRow < 1 || m.FromCol < 1 || m.ToRow < m.FromRow || m.ToCol < m.FromCol || m.ToRow > most.Rows ||
				m.ToCol > most.Columns {
				t.Fatalf("merged range %+v", m)
			}
		}
	}
}

// FuzzContent reads any content.xml, by the scanner and again by encoding/xml: the same cells, or a
// refusal by both.
func FuzzContent(f *testing.F) {
	for _, rows := range []string{
		rowOf(one + repeated("3", two) +
			textCell(`<text:p>a<text:s text:c="2"/><text:span text:style-name="T1">b</text:span></text:p><text:p/>`)),
		rowsOf("3", ` table:visibility="collapse"`,
			`<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"/><table:covered-table-cell/>`),
		rowOf(`<table:table-cell table:formula="of:=[.A1]" office:value-type="date" office:date-value="2025-04-01"/>` +
			`<table:table-cell office:value-type="time" office:time-value="PT36H0M0S"/>`),
		`<table:table-row-group table:display="false"><table:table-column table:default-cell-style-name="date"/>` +
			rowOf(numberCell(` table:style-name="time"`, "0.5")) + `</table:table-row-group>`,
		rowOf(`<table:table-cell calcext:value-type="error" office:value-type="string"><text:p>Err:502</text:p>` +
			`</table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/>`),
	} {
		f.Add(content(dateStyle+struckStyles, tableOf(rows)))
	}
	f.Add(content(`<number:number-style style:name="N1">`+word("No.")+numbered(zeros+`"7"`, at("4",
		"-"))+`<style:map style:apply-style-name="N1"/></number:number-style>`+
		`<style:style style:name="c" style:family="table-cell" style:data-style-name="N1"/>`,
		tableOf(rowOf(numberCell(` table:style-name="c"`, "12")))))
	f.Add(strings.Replace(content("",
		`<table:calculation-settings><table:null-date table:date-value="1904-01-01"/>`+
			`</table:calculation-settings>`+tableOf(rowOf(one))), "<?xml", "\ufeff<?xml", 1))
	f.Fuzz(func(t *testing.T, xml string) {
		grids, fault := readFile(t, zipped(t, parts{"content.xml": xml, "styles.xml": styled(dateStyle, "")}), fuzzLimits)
		checkGrids(t, grids)
		end := strings.Index(xml, "?>")
		if end < 0 || strings.Contains(xml, "<!DOCTYPE") {
			return
		}
		general := xml[:end+2] + "<!DOCTYPE a>" + xml[end+2:] // not for the scanner
		again, otherwise := readFile(t, zipped(t, parts{"content.xml": general, "styles.xml": styled(dateStyle, "")}),
			fuzzLimits)
		switch {
		case (fault == nil) != (otherwise == nil):
			t.Fatalf("%.300q:\nscanner %v\n    xml %v", xml, fault, otherwise)
		case fault == nil && shown(grids, nil) != shown(again, nil):
			t.Fatalf("%.300q:\nscanner %q\n    xml %q", xml, shown(grids, nil), shown(again, nil))
		}
	})
}

// FuzzFile reads any bytes.
func FuzzFile(f *testing.F) {
	f.Add(zipped(f, parts{"content.xml": content(dateStyle, tableOf(rowOf(one+textCell(`<text:p>a</text:p>`)))),
		"styles.xml": styled(struckStyles, "")}))
	f.Add(zipped(f, parts{"encrypted-package": "x"}))
	f.Fuzz(func(t *testing.T, data []byte) {
		grids, _ := readFile(t, data, fuzzLimits)
		checkGrids(t, grids)
	})
}
