package ods

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/sheet/grid"
)

// TestLimits checks each limit at its last good value and one beyond.
func TestLimits(t *testing.T) {
	span := `<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"/>`
	style := func(names ...string) string {
		var b strings.Builder
		for _, n := range names {
			b.WriteString(`<style:style style:name="` + n + `" style:family="table-cell"/>`)
		}
		return b.String()
	}
	xml := content("", tableOf(rowOf(one+two)+rowsOf("2", "", blank+one)))
	size := int64(len(xml))
	for _, c := range []struct {
		name, content string
		good, over    grid.Limits
	}{
		{"part size", xml, grid.Limits{PartBytes: size}, grid.Limits{PartBytes: size - 1}},
		{"total size", xml, grid.Limits{TotalBytes: size}, grid.Limits{TotalBytes: size - 1}},
		{"parts", xml, grid.Limits{Parts: 2}, grid.Limits{Parts: 1}},
		{"unusual XML", "<!--a--><!DOCTYPE a>" + xml[strings.Index(xml, "<office"):], grid.Limits{GeneralXML: size},
			grid.Limits{GeneralXML: 100}},
		{"sheets", content("", tableOf("")+tableOf("")), grid.Limits{Sheets: 2}, grid.Limits{Sheets: 1}},
		{"sheet name", xml, grid.Limits{SheetName: 1}, grid.Limits{SheetName: -1}}, // 表
		{"rows", xml, grid.Limits{Rows: 3}, grid.Limits{Rows: 2}},
		{"columns", xml, grid.Limits{Columns: 2}, grid.Limits{Columns: 1}},
		{"settings of columns", content("", tableOf(strings.Repeat(`<table:table-column table:visibility="collapse"/>`, 2))),
			grid.Limits{Columns: 2}, grid.Limits{Columns: 1}},
		{"cells", xml, grid.Limits{Cells: 4}, grid.Limits{Cells: 3}},
		{"cells and hidden columns", content("",
			tableOf(`<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>`+rowOf(blank+one))),
			grid.Limits{Cells: 3}, grid.Limits{Cells: 2}},
		{"rows of all sheets", content("", tableOf(rowOf(one))+tableOf(rowOf(one))), grid.Limits{BookRows: 2},
			grid.Limits{BookRows: 1}},
		{"rows alike", content("", tableOf(rowsOf("5", "", one))), grid.Limits{BookRows: 5}, grid.Limits{BookRows: 4}},
		{"merges", content("", tableOf(rowOf(span+span))), grid.Limits{Merges: 2}, grid.Limits{Merges: 1}},
		{"merges alike", content("", tableOf(rowOf(repeated("3", span)))), grid.Limits{Merges: 3}, grid.Limits{Merges: 2}},
		{"merges of rows alike", content("", tableOf(rowsOf("3", "", span))), grid.Limits{Merges: 3},
			grid.Limits{Merges: 2}},
		{"merges of all sheets", content("", tableOf(rowOf(span))+tableOf(rowOf(span))), grid.Limits{Merges: 2},
			grid.Limits{Merges: 1}},
		{"text length", content("", tableOf(rowOf(textCell(`<text:p>あい</text:p>`)))), grid.Limits{TextLength: 2},
			grid.Limits{TextLength: 1}},
		{"blanks", content("", tableOf(rowOf(textCell(`<text:p><text:s text:c="3"/></text:p>`)))),
			grid.Limits{TextLength: 3}, grid.Limits{TextLength: 2}},
		// in UTF-8
		{"text", content("", tableOf(rowOf(textCell(`<text:p>あ</text:p>`)+textCell(`<text:p>い</text:p>`)))),
			grid.Limits{TextBytes: 6}, grid.Limits{TextBytes: 5}},
		{"styles", content(style("a", "b"), tableOf("")), grid.Limits{Styles: 2}, grid.Limits{Styles: 1}},
		{"names of styles", content(style("あい"), tableOf("")), grid.Limits{TextBytes: 6}, grid.Limits{TextBytes: 5}},
		{"number formats", content(`<number:number-style style:name="a"/><number:number-style style:name="b"/>`,
			tableOf("")), grid.Limits{Styles: 2}, grid.Limits{Styles: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := zipped(t, parts{"content.xml": c.content})
			if grids, f := readFile(t, data, c.good); f != nil {
				t.Errorf("at the limit: %s %s", shown(grids, f), f.Message.JA)
			}
			_, f := readFile(t, data, c.over)
			if f == nil || f.Code != grid.CodeLimit || !strings.ContainsAny(f.Message.JA, "0123456789") {
				t.Errorf("over the limit: %+v", f)
			}
		})
	}
}

// allocated returns the bytes that run allocates.
func allocated(run func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

const mib = 1 << 20

// TestBombs checks that files made to exhaust a reader cost little memory and time.
func TestBombs(t *testing.T) {
	var styles, deep strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&styles, `<style:style style:name="s%d" style:family="table-cell" style:parent-style-name="s%d"/>`, i,
			i+1)
	}
	for range 16_384 {
		deep.WriteString(`<table:table-column table:default-cell-style-name="s1"/>`)
	}
	long := strings.Repeat("長", 33_000)
	conditions := `<number:number-style style:name="N1">` + word(strings.Repeat("a", 900)) +
		strings.Repeat(`<style:map style:apply-style-name="N1"/>`, 200_000) + `</number:number-style>` +
		`<style:style style:name="c" style:family="table-cell" style:data-style-name="N1"/>`
	for _, c := range []struct{ name, xml, want string }{
		{"a million empty rows", content("", tableOf(strings.Repeat(rowsOf("1048576", "", repeated("16384", blank)), 2000))),
			""},
		{"a row of cells a million times", content("", tableOf(rowsOf("1048576", "", repeated("16384", one)))),
			grid.CodeLimit},
		{"merges without end", content("", tableOf(rowsOf("999999999", "", repeated("999999999",
			`<table:table-cell table:number-columns-spanned="2"/>`)))), grid.CodeLimit},
		{"a text a million times", content("", tableOf(rowsOf("1000", "", repeated("1000",
			textCell(`<text:p>`+long[:300]+`</text:p>`))))), "1000"},
		{"a long text a million times", content("", tableOf(rowsOf("1000", "", repeated("1000",
			textCell(`<text:p>`+long[:3000]+`</text:p>`))))), grid.CodeLimit},
		{"blanks without end", content("", tableOf(rowOf(textCell(`<text:p>`+strings.Repeat(`<text:s text:c="32000"/>`,
			5000)+`</text:p>`)))), "C307 A1"},
		{"paragraphs without end", content("", tableOf(rowOf(textCell(strings.Repeat(`<text:p>`+long+`</text:p>`, 400))))),
			"C307 A1"},
		{"a chain of styles", content(styles.String(), tableOf(deep.String()+strings.Repeat(rowOf(repeated("16383",
			blank)+one), 1000))), "1000"},
		{"conditions without end", content(conditions, tableOf(rowOf(numberCell(` table:style-name="c"`, "1")))), "1"},
		{"spans in spans", content("", tableOf(rowOf(textCell(`<text:p>`+strings.Repeat(`<text:span>`, 100_000))))),
			"C301 A1"},
		{"blanks that pack a thousand to one", content("", tableOf(strings.Repeat(" ", 40*mib))), grid.CodeLimit},
		{"one endless attribute", content("", tableOf(`<table:table-row table:style-name="`+strings.Repeat("ab",
			4*mib)+`"/>`)), grid.CodeLimit},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := zipped(t, parts{"content.xml": c.xml})
			var got string
			start := time.Now()
			used := allocated(func() {
				grids, f := readFile(t, data, grid.Limits{Cells: 1_000_000})
				if got = shown(nil, f); f == nil && len(grids[0].Rows) > 0 {
					got = fmt.Sprint(len(grids[0].Rows))
				}
			})
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if used > 100*mib { // a million cells have 48 bytes each
				t.Errorf("%d MiB allocated, want at most 100", used/mib)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %v", took)
			}
		})
	}
}
