package sheet

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

func TestCells(t *testing.T) {
	texts := sheettest.Parts{"xl/sharedStrings.xml": sheettest.Strings(`<t>氏名</t>`,
		`<r><t>佐藤</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 花子</t></r><rPh sb="0" eb="2"><t>サトウ</t></rPh>`+
			`<phoneticPr fontId="1"/>`, `<t/>`),
		"xl/styles.xml": sheettest.Styles(0, 14, 57, "0000", "[h]:mm", "ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", 20,
			22)}
	for _, c := range []struct{ name, rows, want string }{
		{"shared", `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, "A1=氏名"},
		{"rich without furigana", `<row r="1"><c r="A1" t="s"><v>1</v></c></row>`, "A1=佐藤 花子"},
		{"empty string is blank", `<row r="1"><c r="A1" t="s"><v>2</v></c></row>`, ""},
		{"index too high", `<row r="1"><c r="A1" t="s"><v>3</v></c></row>`, "C301 A1"},
		{"index no number", `<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`, "C301 A1"},
		{"inline", `<row r="1"><c r="A1" t="inlineStr"><is><t>あ</t></is></c></row>`, "A1=あ"},
		{"inline rich",
			`<row r="1"><c r="A1" t="inlineStr"><is><r><t>あ</t></r><r><t>い</t></r><rPh sb="0" eb="1"><t>ア</t></rPh></is></c>` +
				`</row>`, "A1=あい"},
		{"formula text", `<row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>x</v></c></row>`, "A1=x"},
		{"formula with the result \"\"", `<row r="1"><c r="A1" t="str"><f>IF(1,"")</f><v></v></c></row>`, ""},
		{"formula without result", `<row r="1"><c r="A1"><f>SUM(B1:B9)</f></c></row>`, "A1u==SUM(B1:B9)"},
		{"formula with an empty v", `<row r="1"><c r="A1"><f>1+1</f><v/></c></row>`, "A1u==1+1"},
		{"formula result", `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>`, "A1#=2"},
		{"bool", `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>`, "A1b=TRUE B1b=FALSE"},
		{"error", `<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>`, "A1e=#N/A"},
		{"unknown kind", `<row r="1"><c r="A1" t="zz"><v>1</v></c></row>`, "C301 A1"},
		{"noise", `<row r="1"><c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>1.1000000000000001</v></c></row>`,
			"A1#=0.3 B1#=1.1"},
		{"exponent", `<row r="1"><c r="A1"><v>1.5E+3</v></c><c r="B1"><v>1E-3</v></c></row>`, "A1#=1500 B1#=0.001"},
		{"no number", `<row r="1"><c r="A1"><v>abc</v></c><c r="B1"><v>NaN</v></c></row>`, "A1=abc B1=NaN"},
		{"serial", `<row r="1"><c r="A1" s="1"><v>45748</v></c><c r="B1" s="7"><v>45748.5</v></c></row>`,
			"A1#d=2025-04-01 B1#d=2025-04-01 12:00"},
		{"format 57 not declared", `<row r="1"><c r="A1" s="2"><v>45748</v></c></row>`, "A1#d=2025-04-01"},
		{"era format", `<row r="1"><c r="A1" s="5"><v>45748</v></c></row>`, "A1#d=2025-04-01"},
		{"zeros", `<row r="1"><c r="A1" s="3"><v>12</v></c><c r="B1" s="3"><v>123456</v></c><c r="C1" s="3"><v>-1</v></c>` +
			`</row>`, "A1#=0012 B1#=123456 C1#=-1"},
		{"time over 24 h", `<row r="1"><c r="A1" s="4"><v>1.5</v></c><c r="B1" s="6"><v>0.0625</v></c></row>`,
			"A1#t=36:00 B1#t=1:30"},
		{"serial Excel shows as ####", `<row r="1"><c r="A1" s="1"><v>20250401</v></c><c r="B1" s="1"><v>-1</v></c></row>`,
			"A1#d=20250401 B1#d=-1"},
		{"style that does not exist", `<row r="1"><c r="A1" s="99"><v>1</v></c></row>`, "A1#=1"},
		{"ISO date", `<row r="1"><c r="A1" t="d"><v>2025-04-01</v></c><c r="B1" t="d"><v>2025-04-01T09:30:00</v></c></row>`,
			"A1#d=2025-04-01 B1#d=2025-04-01 09:30"},
		{"_xHHHH_", `<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_` + "\n" +
			`b_x0041__x005F_x0042__xD842__xDFB7_</t></is></c></row>`, "A1=a⏎bA_x0042_𠮷"},
		{"line ends", `<row r="1"><c r="A1" t="inlineStr"><is><t>a` + "\r\n" + `b` + "\r" + `c&#13;&#10;d</t></is></c></row>`,
			"A1=a⏎b⏎c⏎d"},
		{"entities", `<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;&amp;&#x3042;&#12354;&quot;</t></is></c></row>`,
			`A1=<&ああ"`},
		{"CDATA", `<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[<あ>]]></t></is></c></row>`, "A1=<あ>"},
		{"comment", `<row r="1"><!-- x --><c r="A1"><v>1<!-- y -->2</v></c></row>`, "A1#=12"},
		{"no r", `<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`, "A1#=1 B1#=2 A2#=3"},
		{"r only at cells", `<row><c r="B5"><v>1</v></c></row><row><c><v>2</v></c></row>`, "B5#=1 A6#=2"},
		{"gaps", `<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row>`, "C3#=1 D3#=2"},
		{"cells out of order", `<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>`, "A1#=1 B1#=2"},
		{"a cell twice", `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`, "C301 A1"},
		{"a cell in two rows of one number", `<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>`,
			"C301 A1"},
		{"rows out of order",
			`<row r="2"><c><v>2</v></c></row><row r="1"><c><v>1</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>`,
			"A1#=1 A2#=2 B2#=3"},
		{"two values", `<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`, "C301 A1"},
		{"a value and a text", `<row r="1"><c r="A1" t="inlineStr"><v>0</v><is><t>x</t></is></c></row>`, "C301 A1"},
		{"an empty value beside a text",
			`<row r="1"><c r="A1" t="inlineStr"><v/><is><t>x</t></is></c><c r="B1" t="inlineStr"><is><t>y</t></is><v></v></c>` +
				`</row>`, "A1=x B1=y"},
		{"a boolean in other words",
			`<row r="1"><c r="A1" t="b"><v>True</v></c><c r="B1" t="b"><v>-1</v></c><c r="C1" t="b"><v>true</v></c></row>`,
			"A1=True B1=-1 C1b=TRUE"},
		{"halves of a character", `<row r="1"><c r="A1" t="str"><v>&#xD83D;&#xDE00;</v></c></row>`, "C301 A1"},
		// 55357 is D83D
		{"half of a character in figures", `<row r="1"><c r="A1" t="str"><v>&#0055357;</v></c></row>`, "C301 A1"},
		{"a character above those", `<row r="1"><c r="A1" t="str"><v>&#xE000;&#x1F600;</v></c></row>`, "A1=\ue000😀"},
		{"address in another row", `<row r="1"><c r="A2"><v>1</v></c></row>`, "C301"},
		{"row 0", `<row r="0"><c><v>1</v></c></row>`, "C301"},
		{"bad address", `<row r="1"><c r="1A"><v>1</v></c></row>`, "C301"},
		{"beyond the last row", `<row r="1048577"><c><v>1</v></c></row>`, "C307"},
		{"beyond the last column", `<row r="1"><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>`, "C307"},
		{"empty cells", `<row r="1"><c r="A1" s="1"/><c r="B1"><v/></c><c r="C1"></c></row>`, ""},
		{"unknown elements", `<row r="1"><zz/><c r="A1"><extLst><ext><v>9</v></ext></extLst><v>1</v></c></row><zz/>`,
			"A1#=1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := shown(read(t, "a.xlsx", sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(c.rows), texts)), Options{}))
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestForms(t *testing.T) {
	row := `<row r="1"><c r="A1"><v>1</v></c></row>`
	prefixed := `<x:worksheet xmlns:x="` + sheettest.MainSpace +
		`"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>あ</x:t></x:is></x:c></x:row></x:sheetData>` +
		`</x:worksheet>`
	strict := strings.ReplaceAll(sheettest.Sheet(row), sheettest.MainSpace,
		"http://purl.oclc.org/ooxml/spreadsheetml/main")
	book := func(attrs string) string {
		return `<workbook xmlns="` + sheettest.MainSpace + `" xmlns:r="` + sheettest.RelSpace + `">` + attrs +
			`<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`
	}
	for _, c := range []struct {
		name string
		p    sheettest.Parts
		want string
	}{
		{"no styles, no strings, no dimension", sheettest.Workbook(sheettest.Sheet(row), nil), "A1#=1"},
		{"prefixed", sheettest.Workbook(prefixed, nil), "A1=あ"},
		{"strict", sheettest.Workbook(strict, nil), "A1#=1"},
		{"no package relations", sheettest.Workbook(sheettest.Sheet(row), sheettest.Parts{"_rels/.rels": ""}), "A1#=1"},
		{"no workbook relations", sheettest.Workbook(sheettest.Sheet(row), sheettest.Parts{"xl/_rels/workbook.xml.rels": ""}),
			"C301"},
		{"no workbook", sheettest.Workbook(sheettest.Sheet(row), sheettest.Parts{"xl/workbook.xml": ""}), "C301"},
		{"sheet part missing", sheettest.Workbook("", nil), "C301"},
		{"a sheet without a place", sheettest.Workbook(sheettest.Sheet(row),
			sheettest.Parts{"xl/workbook.xml": listed(`<sheet name="a" r:id="rId1"/><sheet name="b"/>`)}), "C301"},
		{"two sheets in one place", sheettest.Workbook(sheettest.Sheet(row),
			sheettest.Parts{"xl/workbook.xml": listed(`<sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/>`)}), "C301"},
		{"a kind of sheet that is not known", sheettest.Workbook(sheettest.Sheet(row),
			sheettest.Parts{"xl/_rels/workbook.xml.rels": related(
				[3]string{"rId1", "sheet", "worksheets/sheet1.xml"})}), "C301"},
		{"ISO-8859-1", sheettest.Workbook(`<?xml version="1.0" encoding="ISO-8859-1"?>`+
			sheettest.Sheet(`<row r="1"><c r="A1" t="str"><v>`+"caf\xe9 &#x3042;"+`</v></c></row>`), nil), "A1=café あ"},
		{"windows-1252", sheettest.Workbook(`<?xml version="1.0" encoding="windows-1252"?>`+
			sheettest.Sheet(`<row r="1"><c r="A1" t="str"><v>`+"\x80 5"+`</v></c></row>`), nil), "A1=€ 5"},
		{"XML 1.1", sheettest.Workbook(`<?xml version="1.1"?>`+sheettest.Sheet(row), nil), "C301"},
		{"styles and list in UTF-16", sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1" s="1"><v>45748</v></c></row>`),
			sheettest.Parts{
				"xl/styles.xml":   inUTF16(t, sheettest.Styles(0, 14)),
				"xl/workbook.xml": inUTF16(t, listed(`<sheet name="a" r:id="rId1"/>`)),
			}), "A1#d=2025-04-01"}, // serial 45748
		{"a style that is no number", sheettest.Workbook(sheettest.Sheet(row),
			sheettest.Parts{"xl/styles.xml": `<styleSheet xmlns="` + sheettest.MainSpace +
				`"><cellXfs><xf numFmtId="x"/></cellXfs></styleSheet>`}), "C301"},
		{"no sheets", sheettest.Workbook(sheettest.Sheet(row),
			sheettest.Parts{"xl/workbook.xml": `<workbook xmlns="` + sheettest.MainSpace + `"/>`}), "C302"},
		{"1904", sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1" s="0"><v>44286</v></c></row>`),
			sheettest.Parts{"xl/workbook.xml": book(`<workbookPr date1904="1"/>`),
				"xl/styles.xml": sheettest.Styles(14)}), "A1#d=2025-04-01"},
		{"backslashes", func() sheettest.Parts {
			p := sheettest.Workbook(sheettest.Sheet(row), nil)
			p[`xl\worksheets\sheet1.xml`] = p["xl/worksheets/sheet1.xml"]
			delete(p, "xl/worksheets/sheet1.xml")
			return p
		}(), "A1#=1"},
		{"capitals", func() sheettest.Parts {
			p := sheettest.Workbook(sheettest.Sheet(row), nil)
			p["XL/Worksheets/Sheet1.XML"] = p["xl/worksheets/sheet1.xml"]
			delete(p, "xl/worksheets/sheet1.xml")
			return p
		}(), "A1#=1"},
		{"byte order mark", sheettest.Workbook("\ufeff"+sheettest.Sheet(row), nil), "A1#=1"},
		{"no XML at all", sheettest.Workbook("abc", nil), "C301"},
		{"empty part", sheettest.Workbook(" ", nil), "C309"},
		{"foreign elements of the same name", sheettest.Workbook(`<worksheet xmlns="`+sheettest.MainSpace+
			`" xmlns:y="urn:y"><y:sheetData><y:row r="9"/></y:sheetData><sheetData><y:row r="1"/>`+row+
			`</sheetData></worksheet>`, nil), "A1#=1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(read(t, "a.xlsx", sheettest.Zip(t, c.p), Options{})); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// inUTF16 returns a part in UTF-16, which only encoding/xml reads.
func inUTF16(t *testing.T, text string) string {
	return string(sheettest.Encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text))
}

// TestChartSheetsAreSkipped also checks the states of sheets.
func TestSheetsAndStructure(t *testing.T) {
	p := sheettest.Workbook(`<worksheet xmlns="`+sheettest.MainSpace+
		`"><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols><sheetData><row r="1">`+
		`<c r="A1" t="inlineStr"><is><t>見出し</t></is></c></row><row r="4" hidden="1"><c r="D4"><v>1</v></c></row>`+
		`</sheetData><mergeCells count="2"><mergeCell ref="C3:D5"/><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
		sheettest.Parts{
			"xl/workbook.xml": `<workbook xmlns="` + sheettest.MainSpace + `" xmlns:r="` + sheettest.RelSpace +
				`"><sheets><sheet name="表" r:id="rId1"/><sheet name="図" r:id="rId9"/>` +
				`<sheet name="隠" state="veryHidden" r:id="rId2"/><sheet name="Module1" state="veryHidden" r:id=""/></sheets>` +
				`</workbook>`,
			"xl/worksheets/sheet2.xml": sheettest.Sheet(""),
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + sheettest.RelSpace +
				`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + sheettest.RelSpace +
				`/worksheet" Target="/xl/worksheets/sheet2.xml"/>` +
				`<Relationship Id="rId9" Type="` + sheettest.RelSpace +
				`/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
		})
	book, findings := read(t, "a.xlsx", sheettest.Zip(t, p), Options{})
	if book == nil || len(book.Sheets) != 2 || book.Sheets[0].Hidden || !book.Sheets[1].Hidden {
		t.Fatal(book, findings)
	}
	g := book.Sheets[0]
	if g.Sheet != "表" || g.File != "a.xlsx" || g.Rows[0].Hidden || !g.Rows[1].Hidden {
		t.Errorf("sheet %+v", g)
	}
	for col, want := range map[int]bool{1: false, 2: true, 3: true, 4: false, 5: false} {
		if g.HiddenCols[col] != want {
			t.Errorf("column %d hidden: %v, want %v", col, g.HiddenCols[col], want)
		}
	}
	for ref, want := range map[string]string{"A1": "見出し", "B2": "見出し", "C1": "", "D4": "", "D5": ""} {
		row, col, _ := grid.ParseRef(ref)
		if got := g.Merged(row, col).Text; got != want {
			t.Errorf("Merged(%s) = %q, want %q", ref, got, want)
		}
	}
	if got := g.At(4, 4).Text; got != "1" {
		t.Errorf("At(D4) = %q: At does not spread", got)
	}
	if got := grid.RangeRef(g.Used()); got != "A1:D4" {
		t.Errorf("Used = %s", got)
	}
}
