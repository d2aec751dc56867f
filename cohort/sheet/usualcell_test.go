package sheet

import (
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort/sheet/sheettest"
)

// usualForms are cells of row 12, most of them of the form that usualCells reads, the others
// nearly so.
var usualForms = []string{
	`<c r="B12"><v>1</v></c>`, `<c r="B12" s="1"><v>45748</v></c>`, `<c r="B12" t="s"><v>0</v></c>`,
	`<c r="B12" s="1" t="s"><v>1</v></c>`, `<c r="B12" t="n"><v>1.5</v></c>`, `<c r="B12" s="1"/>`, `<c r="B12"/>`,
	`<c r="B12" s="2"><v>7</v></c>`, `<c r="B12" s="3"><v>1.5</v></c>`, `<c r="B12" s="1"><v>45748.5</v></c>`,
	`<c r="B12" s="1"><v>60</v></c>`, `<c r="B12" s="1"><v>2958466</v></c>`, `<c r="B12" s="99"><v>3</v></c>`,
	`<c r="B12"><v>0</v></c>`, `<c r="B12"><v>0.5</v></c>`, `<c r="B12"><v>007</v></c>`, `<c r="B12"><v>00.5</v></c>`,
	`<c r="B12"><v>.5</v></c>`, `<c r="B12"><v>5.</v></c>`, `<c r="B12"><v>1.50</v></c>`, `<c r="B12"><v>1.0</v></c>`,
	`<c r="B12"><v>1.2.3</v></c>`, `<c r="B12"><v>-1</v></c>`, `<c r="B12"><v>1e3</v></c>`,
	`<c r="B12"><v>123456789012345</v></c>`, `<c r="B12"><v>1234567890123456</v></c>`,
	`<c r="B12"><v>0.1234567890123</v></c>`, `<c r="B12"><v>12345678901234567890</v></c>`,
	`<c r="B12" t="s"><v>2</v></c>`, `<c r="B12" t="s"><v>3</v></c>`, `<c r="B12" t="s"><v>1.0</v></c>`,
	`<c r="B12" t="s"><v></v></c>`, `<c r="B12" t="s"><v>99999</v></c>`, `<c r="B12" t="b"><v>1</v></c>`,
	`<c r="B12" t="x"><v>1</v></c>`,
	`<c r="A12"><v>1</v></c>`, `<c r="D12"><v>1</v></c><c r="C12"><v>2</v></c>`,
	`<c r="B12"><v>1</v></c><c r="B12"><v>2</v></c>`, `<c r="b12"><v>1</v></c>`, `<c r="B13"><v>1</v></c>`,
	`<c r="B012"><v>1</v></c>`, `<c r="B1"><v>1</v></c>`, `<c r="B122"><v>1</v></c>`,
	`<c r="XFD12"><v>1</v></c>`, `<c r="XFE12"><v>1</v></c>`, `<c r="AAAA12"><v>1</v></c>`, `<c r="12"><v>1</v></c>`,
	`<c r=""><v>1</v></c>`, `<c r="B12" s=""><v>1</v></c>`, `<c r="B12" s="123456"><v>1</v></c>`,
	`<c r="B12" s="1" s="1"><v>1</v></c>`,
	`<c r="B12"><v>1</v ></c>`, `<c r="B12"><v>1</v></c >`, `<c r="B12"><v>1<!----></v></c>`,
	`<c r="B12"><v>1</v><v>2</v></c>`, `<c r="B12"><f>A1</f><v>1</v></c>`, `<c r="B12"><v/></c>`, `<c r="B12"></c>`,
	`<c r="B12" ><v>1</v></c>`, `<C r="B12"><v>1</v></C>`,
}

// TestUsualCells checks that the fast reading of cells gives what encoding/xml gives, with so
// much behind them that they are looked at, and with the buffer ending soon after.
func TestUsualCells(t *testing.T) {
	t.Parallel()
	more := sheettest.Parts{"xl/sharedStrings.xml": sheettest.Strings("<t>あ</t>", "<t>い&amp;</t>", "<t></t>"),
		"xl/styles.xml": sheettest.Styles(0, 14, "0000", "h:mm")}
	for _, row := range []string{`<row r="12">`, `<row>`, `<row r="13">`} {
		for _, form := range usualForms {
			for _, tail := range []string{"", strings.Repeat(" ", 200)} {
				text := row + `<c r="A12"><v>5</v></c>` + form + tail + `</row>`
				quick := shown(read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(text), more)), Options{}))
				// not for the scanner
				slow := shown(read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook("<!DOCTYPE a>"+sheettest.Sheet(text), more)),
					Options{}))
				if quick != slow {
					t.Errorf("%s%s: %q, by encoding/xml %q", row, form, quick, slow)
				}
			}
		}
	}
}

// TestUsualCellsStepAside counts tokens right: after thousands of usual cells something comes
// that only encoding/xml reads.
func TestUsualCellsStepAside(t *testing.T) {
	var rows strings.Builder
	for n := 1; n <= 3000; n++ {
		r := strconv.Itoa(n)
		rows.WriteString(`<row r="` + r + `"><c r="A` + r + `" s="1"><v>45748</v></c><c r="B` + r + `"/><c r="C` + r +
			`" t="s"><v>0</v></c><c r="D` + r + `"><v>` + r + `</v></c></row>`)
	}
	rows.WriteString(`<row r="3001"><c r="A3001" t="str"><v><![CDATA[last]]></v></c></row>`)
	more := sheettest.Parts{"xl/sharedStrings.xml": sheettest.Strings("<t>あ</t>"),
		"xl/styles.xml": sheettest.Styles(0, 14)}
	book, findings := read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(rows.String()), more)),
		Options{})
	if book == nil {
		t.Fatal(findings)
	}
	g := book.Sheets[0]
	// serial 45748 is 2025-04-01
	if len(g.Rows) != 3001 || g.At(3000, 4).Number != 3000 || g.At(3000, 1).Text != "2025-04-01" ||
		g.At(3001, 1).Text != "last" {
		t.Errorf("%d rows, D3000 %v, A3001 %v", len(g.Rows), g.At(3000, 4), g.At(3001, 1))
	}
}

// TestPlainCells checks that the quick reading of a cell gives what the tokens give.
func TestPlainCells(t *testing.T) {
	for _, cell := range []string{
		`<c r="A1" s="1" t="s"><v>0</v></c>`, `<c t="n" s="1" r="A1"><v>45748</v></c>`, `<c r="A1"/>`, `<c/>`,
		`<c r="A1"></c>`, `<c><v></v></c>`, `<c r="A1" ><v>1</v></c>`, `<c  r="A1"><v>1</v></c>`,
		`<c r='A1'><v>1</v></c>`, `<c r="A1" x="1"><v>1</v></c>`, `<c r="A1" r="B1"><v>1</v></c>`, `<c r="A1"><v> 1 </v></c>`,
		`<c r="A1"><v>1</v ></c>`, `<c r="A1" t="str"><v>&amp;</v></c>`, `<c r="A1" t="str"><v>a]b</v></c>`,
		`<c r="A1"><f>B1</f><v>1</v></c>`, `<c r="A1"><v>1</v><v>2</v></c>`, `<c r="&#65;1"><v>1</v></c>`,
		`<c r="A1"` + "\n" + `><v>1</v></c>`, `<col r="A1"/>`, `<c r="A1" t="inlineStr"><is><t>あ</t></is></c>`,
	} {
		text := `<row r="1">` + cell + `<c r="Z1"><v>9</v></c></row>`
		more := sheettest.Parts{"xl/sharedStrings.xml": sheettest.Strings("<t>あ</t>"),
			"xl/styles.xml": sheettest.Styles(0, 14)}
		quick := shown(read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(text), more)), Options{}))
		// not for the scanner
		slow := shown(read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook("<!DOCTYPE a>"+sheettest.Sheet(text), more)),
			Options{}))
		if quick != slow {
			t.Errorf("%s: %q, by encoding/xml %q", cell, quick, slow)
		}
	}
}
