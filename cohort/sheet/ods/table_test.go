package ods

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
)

// laidOut writes where things stand: "hidden rows 2,3 columns 2 merges A1:B2".
func laidOut(g *grid.Grid) string {
	var out []string
	for _, r := range g.Rows {
		if r.Hidden {
			out = append(out, fmt.Sprint("row ", r.Number))
		}
	}
	for col := range grid.DefaultLimits().Columns {
		if g.HiddenCols[col] {
			out = append(out, "column "+grid.ColumnName(col))
		}
	}
	for _, m := range g.Merges {
		out = append(out, grid.RangeRef(m))
	}
	if g.Hidden {
		out = append(out, "hidden")
	}
	return strings.Join(out, " ")
}

const (
	one   = `<table:table-cell office:value-type="float" office:value="1"/>`
	two   = `<table:table-cell office:value-type="float" office:value="2"/>`
	blank = `<table:table-cell table:style-name="ce1"/>`
)

func repeated(n string, cell string) string {
	return strings.Replace(cell, "<table:table-cell", `<table:table-cell table:number-columns-repeated="`+n+`"`, 1)
}

func rowsOf(n, attrs, cells string) string {
	return `<table:table-row table:number-rows-repeated="` + n + `"` + attrs + `>` + cells + `</table:table-row>`
}

// TestTables: where the cells of a table stand.
func TestTables(t *testing.T) {
	const spanned = `<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"`
	merged := spanned + ` office:value-type="float" office:value="1"/>`
	covered := `<table:covered-table-cell/>`
	for _, c := range []struct{ name, rows, want, layout string }{
		{"nothing", "", "", ""},
		{"empty rows", rowsOf("1048576", "", repeated("16384", blank)), "", ""},
		{"cells", rowOf(one+blank+two) + rowOf("") + rowOf(blank+one), "A1#=1 C1#=2 B3#=1", ""},
		{"repeated cells", rowOf(repeated("3", one) + repeated("2", blank) + two), "A1#=1 B1#=1 C1#=1 F1#=2", ""},
		{"repeated rows", rowsOf("2", "", one+blank+two) + rowsOf("3", "", blank) + rowOf(one),
			"A1#=1 C1#=2 A2#=1 C2#=2 A6#=1", ""},
		{"empty to the end", rowOf(one+repeated("16383", blank)) + rowsOf("1048575", "", repeated("16384", blank)), "A1#=1",
			""},
		{"far beyond the end", rowOf(one+repeated("999999999", blank)+repeated("999999999", blank)) +
			strings.Repeat(rowsOf("999999999", "", blank), 20), "A1#=1", ""},
		{"the last cell of Excel", rowsOf("1048575", "", blank) + rowOf(repeated("16383", blank)+one), "XFD1048576#=1", ""},
		{"a row beyond", rowsOf("1048576", "", blank) + rowOf(one), "C307", ""},
		{"repeated beyond", rowOf(one) + rowsOf("1048576", "", one), "C307", ""},
		{"a column beyond", rowOf(repeated("16384", blank) + one), "C307", ""},
		{"cells repeated beyond", rowOf(repeated("999999999", one)), "C307", ""},
		{"rows repeated beyond", rowsOf("999999999", "", one), "C307", ""},
		{"no number", rowOf(repeated("x", one)), "C301 A1", ""},
		{"a number of nothing", rowsOf("0", "", one), "C301", ""},
		{"a number that is too long", rowsOf("9999999999", "", blank), "C301", ""},
		{"merged", rowOf(merged+covered+one) + rowOf(covered+covered), "A1#=1 C1#=1", "A1:B2"},
		{"merged, with what it covers", rowOf(merged +
			`<table:covered-table-cell office:value-type="float" office:value="9"/>`), "A1#=1 B1#=9", "A1:B2"},
		{"merged blank cells", rowOf(blank +
			`<table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="1"/>`), "", "B1:D1"},
		{"merged in itself", rowOf(strings.Replace(merged, `"2" table:number-rows-spanned="2"`,
			`"1" table:number-rows-spanned="1"`, 1)), "A1#=1", ""},
		{"merged in repeated rows", rowsOf("2", "",
			`<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"/>`), "", "A1:B1 A2:B2"},
		{"merged and repeated", rowOf(repeated("2",
			`<table:table-cell table:number-columns-spanned="1" table:number-rows-spanned="2"/>`)), "", "A1:A2 B1:B2"},
		{"merged beyond", rowOf(`<table:table-cell table:number-columns-spanned="16385" table:number-rows-spanned="1"/>`),
			"C307", ""},
		{"merged beyond the last row", rowsOf("1048575", "", blank) +
			rowOf(`<table:table-cell table:number-columns-spanned="1" table:number-rows-spanned="3"/>`), "C307", ""},
		{"hidden rows", rowsOf("2", ` table:visibility="collapse"`, one) + rowsOf("1", ` table:visibility="filter"`, one) +
			rowsOf("1", ` table:visibility="visible"`, one), "A1#=1 A2#=1 A3#=1 A4#=1", "row 1 row 2 row 3"},
		{"hidden columns",
			`<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>` +
				`<table:table-column table:number-columns-repeated="2"/>` +
				`<table:table-column table:visibility="filter" table:number-columns-repeated="16379"/>` + rowOf(repeated("6", one)),
			"A1#=1 B1#=1 C1#=1 D1#=1 E1#=1 F1#=1", "column B column C column F"},
		{"headings",
			`<table:table-header-columns><table:table-column/></table:table-header-columns><table:table-columns>` +
				`<table:table-column/></table:table-columns>` +
				`<table:table-header-rows>` + rowOf(one) + `</table:table-header-rows>` +
				`<table:table-rows>` + rowOf(two) + `</table:table-rows>`, "A1#=1 A2#=2", ""},
		{"groups", `<table:table-row-group>` + rowOf(one) + `<table:table-row-group table:display="false">` + rowOf(one) +
			`<table:table-row-group>` + rowOf(one) + `</table:table-row-group></table:table-row-group>` + rowOf(one) +
			`</table:table-row-group>` + rowOf(one), "A1#=1 A2#=1 A3#=1 A4#=1 A5#=1", "row 2 row 3"},
		{"groups of columns",
			`<table:table-column-group table:display="false"><table:table-column/></table:table-column-group>` +
				`<table:table-column/>` + rowOf(one+one), "A1#=1 B1#=1", "column A"},
		{"groups without end", strings.Repeat(`<table:table-row-group>`, 300) + rowOf(one), "C301", ""},
		{"what holds no cell",
			`<table:title>x</table:title><office:forms/><table:shapes><draw:frame><table:table><table:table-row>` + one +
				`</table:table-row></table:table></draw:frame></table:shapes>` + rowOf(one) +
				`<table:named-expressions/><calcext:conditional-formats/>`, "A1#=1", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			grids, f := readFile(t, zipped(t, parts{"content.xml": content("", tableOf(c.rows))}), grid.Limits{})
			if got := shown(grids, f); got != c.want {
				t.Fatalf("got %s, want %s", got, c.want)
			}
			if f == nil && laidOut(grids[0]) != c.layout {
				t.Errorf("layout %s, want %s", laidOut(grids[0]), c.layout)
			}
		})
	}
}

// TestMergedRanges: the grid finds a range by any of its cells.
func TestMergedRanges(t *testing.T) {
	rows := rowOf(`<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3" ` +
		`office:value-type="string"><text:p>4月</text:p></table:table-cell><table:covered-table-cell/>`)
	grids, _ := readFile(t, zipped(t, parts{"content.xml": content("", tableOf(rows))}), grid.Limits{})
	if v := grids[0].Merged(3, 2); v.Text != "4月" {
		t.Errorf("B3 = %+v", v)
	}
}

// TestDefaultStyles: a cell without a style has that of its row, else of its column, else Default.
func TestDefaultStyles(t *testing.T) {
	styles := dateStyle + struckStyles
	columns := `<table:table-column table:number-columns-repeated="2" table:default-cell-style-name="date"/>` +
		`<table:table-column/>` +
		`<table:table-column table:number-columns-repeated="16381" table:default-cell-style-name="struck"/>`
	value := numberCell("", "45748")
	rows := rowOf(repeated("4", value)) + rowOf(numberCell(` table:style-name="time"`,
		"0.5")+value+value+numberCell(` table:style-name="none"`, "1")) +
		`<table:table-row table:default-cell-style-name="time">` + numberCell("", "0.5") +
		numberCell(` table:style-name="date"`, "45748") + `</table:table-row>` + rowOf(repeated("3", blank)+value+value)
	const want = "A1#d=2025-04-01 B1#d=2025-04-01 C1#=45748 D1#≈=45748 A2#t=12:00 B2#d=2025-04-01 C2#=45748 D2#=1 " +
		"A3#t=12:00 B3#d=2025-04-01 D4#≈=45748 E4#≈=45748"
	if got := shownSheet(t, content(styles, tableOf(columns+rows)), nil); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestSheets: which tables are sheets, and which are hidden.
func TestSheets(t *testing.T) {
	style := func(name, parent, display string) string {
		return `<style:style style:name="` + name + `" style:family="table" style:parent-style-name="` + parent + `">` +
			`<style:table-properties` + display + `/></style:style>`
	}
	styles := style("shown", "", ` table:display="true"`) + style("hidden", "", ` table:display="false"`) +
		style("as hidden", "hidden", "") + style("shown again", "hidden", ` table:display="true"`)
	named := func(name, style, value string) string {
		return `<table:table table:name="` + name + `" table:style-name="` + style + `">` +
			rowOf(textCell(`<text:p>`+value+`</text:p>`)) + `</table:table>`
	}
	xml := content(styles, strings.Join([]string{
		`<table:tracked-changes><table:cell-content-change>`,
		named("変更", "shown", "x"),
		`</table:cell-content-change></table:tracked-changes>`,
		named("一", "shown", "a"),
		named("二", "hidden", "b"),
		named("&apos;file:///C:/台帳.ods&apos;#表", "shown", "x"),
		named("三", "", "c"),
		named("空", "as hidden", ""),
		named("四", "shown again", "d"),
		`<table:named-expressions/><table:dde-links><table:dde-link>`,
		named("他", "shown", "x"),
		`</table:dde-link></table:dde-links>`,
	}, ""))
	grids, f := readFile(t, zipped(t, parts{"content.xml": xml}), grid.Limits{})
	if got := shown(grids, f); got != "A1=a | A1=b | A1=c |  | A1=d" {
		t.Fatal(got)
	}
	for i, want := range []string{"一 false", "二 true", "三 false", "空 true", "四 false"} {
		if g := grids[i]; fmt.Sprint(g.Sheet, " ", g.Hidden) != want || g.File != "台帳.ods" {
			t.Errorf("sheet %d: %s %v of %s, want %s", i, g.Sheet, g.Hidden, g.File, want)
		}
	}
}
