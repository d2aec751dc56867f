package xlsx

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/sheettest"
	"pilot90/cohort/sheet/xml"
)

// FuzzSheetXML reads a sheet by the scanner and by encoding/xml: the same cells or a refusal.
func FuzzSheetXML(f *testing.F) {
	for _, s := range []string{"<a/>", `<x:a xmlns:x="u"><x:b/><y:b/><b/></x:a>`, `<worksheet><sheetData/></worksheet>`} {
		f.Add([]byte(s))
	}
	for _, rows := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>45748</v></c></row>`, `<row><c t="d"><v>2025-04-01</v></c></row>`,
		`<row r="2" hidden="1"><c r="B2" t="inlineStr"><is><r><t>_x000D_</t></r><rPh><t>x</t></rPh></is></c></row>`,
		`<row r="3"><c r="A3"><v>1</v></c><c r="B3" s="1"><v>45748</v></c><c r="C3" t="s"><v>0</v></c><c r="D3"/></row>` +
			strings.Repeat(" ", 200),
		`<row><c><f>A1</f></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>`,
	} {
		f.Add([]byte(sheettest.Sheet(rows)))
	}
	more := sheettest.Parts{"xl/sharedStrings.xml": sheettest.Strings("<t>あ</t>"),
		"xl/styles.xml": sheettest.Styles(0, 14, "000", "h:mm")}
	f.Fuzz(func(t *testing.T, part []byte) {
		data := sheettest.Zip(t, sheettest.Workbook(string(part)+" ", more)) // made leaves out parts without text
		p, err := pack.Open(t.Context(), bytes.NewReader(data), int64(len(data)), grid.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		book, err := Open(p)
		if err != nil {
			t.Fatal(err)
		}
		fast, err := book.pack.Tokens("xl/worksheets/sheet1.xml")
		if err != nil {
			t.Fatal(err)
		}
		got := rowsOf(book, fast)
		fast.Close()
		if want := rowsOf(book, xml.NewXMLTokens(bytes.NewReader(part))); got != want {
			t.Fatalf("%q:\nscanner %q\n    xml %q", part, got, want)
		}
	})
}

// rowsOf reads all rows of a sheet; a refusal is its code alone, as the words may differ.
func rowsOf(book *Workbook, toks xml.Tokenizer) string {
	p, err := newParser(book, toks, &grid.Arena{Limit: grid.Unlimited})
	g := &grid.Grid{}
	for err == nil {
		var row grid.Row
		var ok bool
		if row, ok, err = p.next(); !ok {
			break
		}
		row.Cells = slices.Clone(row.Cells)
		g.Rows = append(g.Rows, row)
	}
	if err != nil {
		return "refused"
	}
	return fmt.Sprintf("%+v", g.Rows)
}
