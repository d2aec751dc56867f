package sheet

import (
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/sheettest"
)

// struckStyles has format 0 as usual and format 1 with a struck font; fonts 2 and 3 say so in
// words.
const struckStyles = `<styleSheet xmlns="` + sheettest.MainSpace +
	`"><fonts count="4"><font><sz val="11"/></font><font><strike/></font><font><strike val="1"/></font><font>` +
	`<strike val="0"/></font></fonts>` +
	`<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="1"/><xf fontId="2"/><xf fontId="3"/>` +
	`<xf fontId="9"/></cellXfs></styleSheet>`

// TestStrike: what is struck out, by the format of the cell and by the runs of its text.
func TestStrike(t *testing.T) {
	const line, noLine = `<rPr><b/><strike/><sz val="11"/></rPr>`, `<rPr><strike val="false"/></rPr>`
	runs := func(pairs ...string) string {
		var b strings.Builder
		for i := 0; i < len(pairs); i += 2 {
			b.WriteString("<r>" + pairs[i] + `<t xml:space="preserve">` + pairs[i+1] + "</t></r>")
		}
		return b.String()
	}
	for _, c := range []struct {
		name, style, item string
		want              cell.Strike
		text              string
	}{
		{"plain", "0", "<t>a</t>", cell.NotStruck, "a"},
		{"plain, cell struck", "1", "<t>a</t>", cell.WhollyStruck, "a"},
		{"plain, strike of 1", "2", "<t>a</t>", cell.WhollyStruck, "a"},
		{"plain, strike of 0", "3", "<t>a</t>", cell.NotStruck, "a"},
		{"a font that is not there", "4", "<t>a</t>", cell.NotStruck, "a"},
		{"one run struck of two", "0", runs(line, "3000", noLine, "5000"), cell.PartlyStruck, "30005000"},
		{"a struck run, then one in the cell's format", "0", runs(line, "3000", "", "5000"), cell.PartlyStruck, "30005000"},
		{"the same in a struck cell", "1", runs(line, "3000", "", "5000"), cell.WhollyStruck, "30005000"},
		{"all runs struck", "0", runs(line, "a", line, "b"), cell.WhollyStruck, "ab"},
		{"a struck run and a blank one", "0", runs(line, "a", noLine, " "), cell.WhollyStruck, "a "},
		{"no run struck in a struck cell", "1", runs(noLine, "a", noLine, "b"), cell.NotStruck, "ab"},
		{"furigana", "0", "<t>東</t><rPh sb=\"0\" eb=\"1\"><t>ヒガシ</t></rPh><phoneticPr/>", cell.NotStruck, "東"},
	} {
		for _, how := range []struct{ name, cell string }{
			{"shared", `<c r="A1" s="` + c.style + `" t="s"><v>0</v></c>`},
			{"shared, other order", `<c t="s" r="A1" s="` + c.style + `"><v>0</v></c>`},
			{"inline", `<c r="A1" s="` + c.style + `" t="inlineStr"><is>` + c.item + `</is></c>`},
		} {
			data := sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(`<row r="1">`+how.cell+strings.Repeat(" ", 80)+`</row>`),
				sheettest.Parts{"xl/styles.xml": struckStyles, "xl/sharedStrings.xml": sheettest.Strings(c.item)}))
			book, findings := read(t, "a.xlsx", data, Options{})
			if book == nil {
				t.Errorf("%s, %s: %v", c.name, how.name, findings)
				continue
			}
			if v := book.Sheets[0].At(1, 1); v.Strike != c.want || v.Text != c.text {
				t.Errorf("%s, %s: strike %d of %q, want %d of %q", c.name, how.name, v.Strike, v.Text, c.want, c.text)
			}
		}
	}
}

// TestStrikeOfNumbers: numbers have the format of their cell, and the next row is not struck by
// the one before.
func TestStrikeOfNumbers(t *testing.T) {
	rows := `<row r="1"><c r="A1" s="1"><v>45748</v></c><c r="B1" s="2" t="b"><v>1</v></c></row><row r="2"><c r="A2">` +
		`<v>5</v></c><c r="B2" s="3" t="n"><v>1.5</v></c></row>` + strings.Repeat(" ", 80)
	book, _ := read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(rows),
		sheettest.Parts{"xl/styles.xml": struckStyles})), Options{})
	for ref, want := range map[[2]int]cell.Strike{{1, 1}: cell.WhollyStruck, {1, 2}: cell.WhollyStruck,
		{2, 1}: cell.NotStruck, {2, 2}: cell.NotStruck} {
		if v := book.Sheets[0].At(ref[0], ref[1]); v.Strike != want || v.Text == "" {
			t.Errorf("%v: strike %d of %q, want %d", ref, v.Strike, v.Text, want)
		}
	}
}
