package main

import (
	"fmt"
	"strings"
)

// sheetWith is a workbook of one sheet that has relations of its own, and further parts.
func sheetWith(sheet, rels string, more ...part) []byte {
	return workbook([]string{sheet}, append([]part{{"xl/worksheets/_rels/sheet1.xml.rels", relations(rels)}}, more...)...)
}

// besides are workbooks in which what stands beside the cells does harm: styles, names, columns, remarks.
var besides = []maker{
	made("a dimension of everything", func(c *hostileCase) []byte {
		return workbook([]string{`<worksheet xmlns="` + mainNS + `"><dimension ref="A1:XFD1048576"/><sheetFormatPr ` +
			`defaultRowHeight="1e308"/><sheetData>` + head + times(50, row) + `</sheetData></worksheet>`})
	}),
	made("empty rows by the million", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+times(c.size(1_000_000), `<row r="%d" s="1" customFormat="1" ht="9"/>`), "")})
	}),
	made("empty cells by the million", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+times(c.size(60_000), `<row r="%d">`+strings.Repeat(`<c s="1"/>`, 30)+
			`</row>`),
			"")})
	}),
	made("columns declared by the hundred thousand", func(c *hostileCase) []byte {
		return workbook([]string{`<worksheet xmlns="` + mainNS + `"><cols>` +
			times(c.size(200_000), `<col min="1" max="16384" width="%d" hidden="1"/>`) + `</cols><sheetData>` + head +
			times(50, row) + `</sheetData></worksheet>`})
	}),
	made("defined names by the hundred thousand", func(c *hostileCase) []byte {
		// A second part of the name of the workbook's would be refused: the names are put into the one that is there.
		return workbookAround([]string{worksheet(head+times(50, row), "")}, `<definedNames>`+times(c.size(100_000),
			`<definedName name="_xlnm.Print_Titles%d" localSheetId="%d">作業ログ!$A$%d:$XFD$%d</definedName>`)+`</definedNames>`)
	}),
	made("remarks by the ten thousand", func(c *hostileCase) []byte {
		n := c.size(50_000)
		return sheetWith(worksheet(head+strings.ReplaceAll(times(300, row), "<v>2400</v>", "<v>x</v>"),
			`<legacyDrawing r:id="rId2"/>`),
			relation(1, "comments", "../comments1.xml")+relation(2, "vmlDrawing", "../drawings/vmlDrawing1.vml"),
			part{"xl/comments1.xml", `<comments xmlns="` + mainNS + `"><authors><author/></authors><commentList>` +
				times(n, `<comment ref="A%d" authorId="%d"><text><t>`+obeyed[10:30]+`</t></text></comment>`) +
				`</commentList></comments>`},
			part{"xl/drawings/vmlDrawing1.vml", `<xml xmlns:v="urn:schemas-microsoft-com:vml">` +
				times(n, `<v:shape id="s%d"><x/></v:shape>`) + `</xml>`})
	}),
	made("rules of cells by the ten thousand", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+strings.ReplaceAll(times(300, row), "<v>2400</v>", "<v>x</v>"),
			times(c.size(50_000),
				`<conditionalFormatting sqref="A%d:XFD1048576"><cfRule type="expression" priority="%d"><formula>A%d</formula>`+
					`</cfRule></conditionalFormatting>`)+`<dataValidations>`+times(c.size(50_000), `<dataValidation type="list" `+
				`sqref="A%d"><formula1>[1]x!A%d</formula1></dataValidation>`)+`</dataValidations>`)})
	}),
	made("links by the ten thousand", func(c *hostileCase) []byte {
		n := c.size(60_000)
		return sheetWith(worksheet(head+strings.ReplaceAll(times(300, row), "<v>2400</v>", "<v>x</v>"), `<hyperlinks>`+
			times(n, `<hyperlink ref="A%d" r:id="rId%d"/>`)+`</hyperlinks>`),
			times(n, `<Relationship Id="rId%d" Type="`+officeNS+`/hyperlink" Target="file:///dev/zero" TargetMode="External"/>`))
	}),
	made("formulas to other workbooks", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+times(c.size(20_000),
			`<row r="%d"><c r="A%d"><f>'[1]x'!A%d</f><v>45900</v></c>`+
				`<c r="B%d" t="str"><f>WEBSERVICE("http://a.example")&amp;cmd|' /C calc'!A0</f><v>P0001</v></c></row>`), "")},
			part{"xl/externalLinks/externalLink1.xml", `<externalLink xmlns="` + mainNS + `"/>`})
	}),
	made("a text of runs by the hundred thousand", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>-1</v></c>`+
			`<c r="C2" t="s"><v>99999999999999999999</v></c><c r="D2" t="s"><v>1e3</v></c></row>`, "")},
			part{"xl/sharedStrings.xml", `<sst xmlns="` + mainNS + `" count="-1" uniqueCount="4294967295"><si>` +
				times(c.size(300_000), `<r><rPr><strike/><sz val="%d"/></rPr><t>%d</t></r><rPh sb="0" eb="%d"><t>x</t></rPh>`) +
				`</si></sst>`})
	}),
	made("number formats without end", func(c *hostileCase) []byte {
		code := []string{strings.Repeat("[&gt;1]", 100_000), strings.Repeat(";", 1<<20), `[$-` + strings.Repeat("x", 1<<20),
			strings.Repeat("ggge", 200_000), strings.Repeat("0", 1<<20), strings.Repeat("\\\"_*", 200_000), "[h" +
				strings.Repeat("h", 1<<20) + "]"}
		rows := strings.ReplaceAll(times(2000, row), `"><v>2<`, `" s="1"><v>2<`)
		return workbook([]string{worksheet(head+rows, "")}, part{"xl/styles.xml",
			styleSheet(`<numFmts><numFmt numFmtId="999" ` +
				`formatCode="` + code[c.rand.IntN(len(code))] + `"/></numFmts><cellXfs><xf/><xf numFmtId="999"/></cellXfs>`)})
	}),
	made("sheets of hostile names", func(c *hostileCase) []byte {
		var list, rels strings.Builder
		parts := []part{{"_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))}}
		for i := range c.size(300) {
			name := []string{"", "作業ログ", strings.Repeat("作業ログ", 5000), "_x001B_[2J作業ログ", "\u202e作業ログ", "&lt;b&gt;作業ログ",
				"作業ログ'!A1", "../作業ログ", "=cmd|x!作業ログ"}[i%9]
			fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%[2]d"/>`, name, i+1)
			rels.WriteString(relation(i+1, "worksheet", "worksheets/sheet1.xml"))
		}
		return packed(append(parts, part{"xl/worksheets/sheet1.xml", worksheet(head+times(5, row), "")},
			part{"xl/workbook.xml", `<workbook xmlns="` + mainNS + `" xmlns:r="` + officeNS + `"><sheets>` + list.String() +
				`</sheets></workbook>`}, part{"xl/_rels/workbook.xml.rels", relations(rels.String())}))
	}),
}
