package ods

import (
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

const dateStyle = `<number:date-style style:name="N1"><number:year/><number:text>/</number:text><number:month/>` +
	`<number:text>/</number:text><number:day/></number:date-style>` +
	`<number:time-style style:name="N2"><number:hours/><number:text>:</number:text><number:minutes/></number:time-style>` +
	`<style:style style:name="date" style:family="table-cell" style:data-style-name="N1"/>` +
	`<style:style style:name="time" style:family="table-cell" style:data-style-name="N2"/>`

// TestCells: one cell and what it gives.
func TestCells(t *testing.T) {
	for _, c := range []struct{ name, attrs, inside, want string }{
		{"number", `office:value-type="float" office:value="1.5"`, `<text:p>1.50</text:p>`, "A1#=1.5"},
		{"number with an exponent", `office:value-type="float" office:value="1.5E+3"`, ``, "A1#=1500"},
		{"percentage", `office:value-type="percentage" office:value="0.5"`, `<text:p>50%</text:p>`, "A1#=0.5"},
		{"currency", `office:value-type="currency" office:currency="JPY" office:value="-3000"`, `<text:p>-￥3,000</text:p>`,
			"A1#=-3000"},
		{"date", `office:value-type="date" office:date-value="2025-04-01"`, `<text:p>令和7年4月1日</text:p>`, "A1#d=2025-04-01"},
		{"date and time", `office:value-type="date" office:date-value="2025-04-01T09:30:00"`, ``, "A1#d=2025-04-01 09:30"},
		{"date and time of a fraction", `office:value-type="date" office:date-value="2025-04-01T09:30:00.600000000"`, ``,
			"A1#d=2025-04-01 09:30:01"},
		// serial 7: see daySerial
		{"date of early 1900", `office:value-type="date" office:date-value="1900-01-06"`, ``, "A1#d=1900-01-07"},
		{"last day that Excel counts otherwise", `office:value-type="date" office:date-value="1900-02-28"`, ``,
			"A1#d=1900-02-29"},
		{"first day that it does not", `office:value-type="date" office:date-value="1900-03-01"`, ``, "A1#d=1900-03-01"},
		// as 0.5 under a date format in an .xlsx
		{"time of day as a date", `office:value-type="date" office:date-value="1899-12-30T12:00:00"`, ``, "A1#d=0.5"},
		{"date that Excel has not", `office:value-type="date" office:date-value="12025-04-01"`, `<text:p>x</text:p>`,
			"A1=12025-04-01"},
		{"date that is none", `office:value-type="date" office:date-value="2025/4/1"`, ``, "A1=2025/4/1"},
		{"date that is a time", `office:value-type="date" office:date-value="09:30:00"`, ``, "A1=09:30:00"},
		{"time", `office:value-type="time" office:time-value="PT09H30M00S"`, `<text:p>9:30</text:p>`, "A1#t=9:30"},
		{"time over a day", `office:value-type="time" office:time-value="PT36H15M30S"`, ``, "A1#t=36:15:30"},
		{"days and hours", `office:value-type="time" office:time-value="P1DT2H"`, ``, "A1#t=26:00"},
		// what Excel shows as ####
		{"negative time", `office:value-type="time" office:time-value="-PT1H30M"`, ``, "A1#t=-0.0625"},
		{"time of months", `office:value-type="time" office:time-value="P1M"`, ``, "A1=P1M"},
		{"time of nothing", `office:value-type="time" office:time-value="PT"`, ``, "A1=PT"},
		{"true", `office:value-type="boolean" office:boolean-value="true"`, `<text:p>TRUE</text:p>`, "A1b=TRUE"},
		{"false", `office:value-type="boolean" office:boolean-value="false"`, ``, "A1b=FALSE"},
		{"boolean that is none", `office:value-type="boolean" office:boolean-value="はい"`, ``, "A1=はい"},
		{"boolean of an .xlsx", `table:formula="of:=TRUE()" office:value-type="float" office:value="1"`,
			`<text:p>TRUE</text:p>`, "A1b=TRUE"},
		{"number shown as a word", `office:value-type="float" office:value="1"`, `<text:p>TRUE</text:p>`, "A1#=1"},
		{"text", `office:value-type="string"`, `<text:p>作業</text:p>`, "A1=作業"},
		{"text of digits", `office:value-type="string"`, `<text:p>0012</text:p>`, "A1=0012"},
		{"text in an attribute", `office:value-type="string" office:string-value="田中"`, `<text:p>田中 様</text:p>`, "A1=田中"},
		{"text without a type", ``, `<text:p>作業</text:p>`, "A1=作業"},
		{"escape of an .xlsx", `office:value-type="string"`, `<text:p>_x000D_</text:p>`, "A1=_x000D_"},
		{"empty text", `office:value-type="string"`, `<text:p/>`, ""},
		{"nothing", `table:style-name="date"`, ``, ""},
		{"void", `office:value-type="void"`, ``, ""},
		{"number that is none", `office:value-type="float" office:value="abc"`, `<text:p>1</text:p>`, "A1=abc"},
		{"number that is not there", `office:value-type="float"`, `<text:p>12</text:p>`, "A1=12"},
		{"unknown type", `office:value-type="matrix"`, `<text:p>1</text:p>`, "C301 A1"},
		{"formula", `table:formula="of:=[.B1]*2" office:value-type="float" office:value="3"`, `<text:p>3</text:p>`, "A1#=3"},
		{"formula of a text", `table:formula="of:=[.B1]" office:value-type="string" office:string-value="作業"`,
			`<text:p>作業</text:p>`, "A1=作業"},
		{"formula of an empty text", `table:formula="of:=&quot;&quot;"`, `<text:p/>`, ""},
		{"formula of an empty text with a type",
			`table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""`, ``, ""},
		{"formula not computed", `table:formula="of:=SUM([.B1:.B3];1)"`, ``, "A1u==SUM(B1:B3,1)"},
		{"formula not computed with a type", `table:formula="of:=[.B1]" office:value-type="float"`, ``, "A1u==B1"},
		{"error", `table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"`,
			`<text:p>#N/A</text:p>`, "A1e=#N/A"},
		{"error by its number",
			`table:formula="of:=SQRT(-1)" office:value-type="string" office:string-value="" calcext:value-type="error"`,
			`<text:p>Err:502</text:p>`, "A1e=#VALUE!"},
		{"error in Japanese",
			`table:formula="of:=x" office:value-type="string" office:string-value="" calcext:value-type="error"`,
			`<text:p>エラー:503</text:p>`, "A1e=#NUM!"},
		{"error that Excel has not", `table:formula="of:=x" office:value-type="string" calcext:value-type="error"`,
			`<text:p>Err:540</text:p>`, "A1e=Err:540"},
		{"error without a word", `table:formula="of:=x" office:value-type="string" calcext:value-type="error"`, ``,
			"A1e=#N/A"},
		{"error that Excel writes", `table:formula="of:=1/0" office:value-type="float" office:value="0"`,
			`<text:p>#DIV/0!</text:p>`, "A1e=#DIV/0!"},
		{"text like an error", `office:value-type="string"`, `<text:p>#N/A</text:p>`, "A1=#N/A"},
		{"number under a date format", `table:style-name="date" office:value-type="float" office:value="45748"`, ``,
			"A1#d=2025-04-01"},
		{"date under a time format",
			`table:style-name="time" office:value-type="date" office:date-value="2025-04-01T09:30:00"`, ``,
			"A1#t=2025-04-01 09:30"},
		{"time under a date format", `table:style-name="date" office:value-type="time" office:time-value="PT12H"`, ``,
			"A1#d=0.5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			xml := content(dateStyle, tableOf(rowOf(`<table:table-cell `+c.attrs+`>`+c.inside+`</table:table-cell>`)))
			if got := shownSheet(t, xml, nil); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestSerials: dates and times are the numbers that Excel stores.
func TestSerials(t *testing.T) {
	dated := func(attrs string) string { return rowOf(`<table:table-cell ` + attrs + `/>`) }
	rows := dated(`office:value-type="date" office:date-value="2025-04-01T09:30:00"`) +
		dated(`office:value-type="time" office:time-value="PT36H00M00S"`) +
		dated(`office:value-type="time" office:time-value="PT09H30M00S"`) +
		dated(`table:style-name="date" office:value-type="float" office:value="44286"`)
	start := func(day string) string {
		return `<table:calculation-settings><table:null-date table:date-value="` + day + `"/></table:calculation-settings>`
	}
	for _, c := range []struct {
		day  string
		want [4]float64 // 45748 is 2025-04-01 in Excel; 44286 that of the system of 1904, 1462 days later
	}{
		{"1899-12-30", [4]float64{45748 + 9.5/24, 1.5, 9.5 / 24, 44286}},
		{"1904-01-01", [4]float64{44286 + 9.5/24, 1.5, 9.5 / 24, 44286}},
		{"1900-01-01", [4]float64{45748 + 9.5/24, 1.5, 9.5 / 24, 44288}}, // plain numbers count from two days later
	} {
		grids, f := readFile(t, zipped(t, parts{"content.xml": content(dateStyle, start(c.day)+tableOf(rows))}),
			grid.Limits{})
		if f != nil {
			t.Fatal(f)
		}
		for i, want := range c.want {
			v := grids[0].At(i+1, 1)
			if v.Number != want || v.Kind != cell.Number || v.Epoch1904 != (c.day == "1904-01-01") {
				t.Errorf("%s: row %d = %+v, want %v", c.day, i+1, v, want)
			}
		}
	}
	if got := shownSheet(t, content("", tableOf("")+start("1904-01-01")), nil); got != grid.CodeUnreadable {
		t.Errorf("a start behind a table: %s", got)
	}
}
