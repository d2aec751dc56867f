package main

import (
	"fmt"
	"strings"
)

const (
	mainNS   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	relNS    = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// head is the headings of a work log as a row of XML.
var head = "<row r=\"1\">" + inline("A1", "作業日") + inline("B1", "参加者ID") + inline("C1", "案件ID") +
	inline("D1", "時間") + inline("E1", "報酬") + "</row>"

func inline(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}

func relation(id int, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, id, officeNS, kind, target)
}

func relations(all ...string) string {
	return `<Relationships xmlns="` + relNS + `">` + strings.Join(all, "") + `</Relationships>`
}

func worksheet(rows, behind string) string {
	return `<worksheet xmlns="` + mainNS + `"><sheetData>` + rows + `</sheetData>` + behind + `</worksheet>`
}

func styleSheet(inside string) string {
	return `<styleSheet xmlns="` + mainNS + `">` + inside + `</styleSheet>`
}

// workbook is a workbook of sheets named 作業ログ, 作業ログ1 and so on, with parts beside them.
func workbook(sheets []string, more ...part) []byte { return workbookAround(sheets, "", more...) }

// workbookAround is workbook, with what stands behind the list of its sheets.
func workbookAround(sheets []string, behind string, more ...part) []byte {
	var list, rels strings.Builder
	parts := []part{{"_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))}}
	for i, s := range sheets {
		name := "作業ログ"
		if i > 0 {
			name += fmt.Sprint(i)
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%[2]d"/>`, name, i+1)
		rels.WriteString(relation(i+1, "worksheet", fmt.Sprintf("worksheets/sheet%d.xml", i+1)))
		parts = append(parts, part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s})
	}
	rels.WriteString(relation(len(sheets)+1, "sharedStrings", "sharedStrings.xml"))
	rels.WriteString(relation(len(sheets)+2, "styles", "styles.xml"))
	parts = append(parts, part{"xl/workbook.xml", `<workbook xmlns="` + mainNS + `" xmlns:r="` + officeNS + `"><sheets>` +
		list.String() + `</sheets>` + behind + `</workbook>`}, part{"xl/_rels/workbook.xml.rels", relations(rels.String())})
	return packed(append(parts, more...))
}

// times is a text n times, each with its number in place of %d.
func times(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "%d", fmt.Sprint(i+2)))
	}
	return b.String()
}

// row is a task as a row of XML; %d is its number.
const row = `<row r="%d"><c r="A%d"><v>45900</v></c><c r="B%d" t="inlineStr"><is><t>P0001</t></is></c>` +
	`<c r="C%d" t="inlineStr"><is><t>A0001</t></is></c><c r="D%d"><v>2</v></c><c r="E%d"><v>2400</v></c></row>`

// made puts a workbook beside the sound one, or in its place.
func made(kind string, book func(c *hostileCase) []byte) maker {
	return maker{kind, func(c *hostileCase) error {
		name := "作業ログ.xlsx"
		if c.number%4 < 2 {
			name = "台帳.xlsx"
		}
		return c.put(name, book(c))
	}}
}

// books are workbooks that Excel would not write.
var books = []maker{
	made("a bomb of one text", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+`<row r="2">`+inline("A2", strings.Repeat("9", 60<<20))+`</row>`, "")})
	}),
	made("shared strings by the million", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head, "")}, part{"xl/sharedStrings.xml", `<sst xmlns="` + mainNS + `">` +
			times(c.size(1_000_000), "<si><t>%d</t></si>") + `</sst>`})
	}),
	made("nested entities", func(c *hostileCase) []byte {
		return workbook([]string{`<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">` + times(20, `<!ENTITY e%d "&a;&a;&a;&a;&a;">`) +
			`]>` + worksheet(head+`<row r="2">`+inline("A2", "&e3;&e4;&a;")+`</row>`, "")})
	}),
	made("deep elements", func(c *hostileCase) []byte {
		n := c.size(300_000)
		return workbook([]string{worksheet(head+strings.Repeat("<x>", n)+strings.Repeat("</x>", n), "")})
	}),
	made("merges by the ten thousand", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+times(2000, row),
			`<mergeCells>`+times(c.size(40_000), `<mergeCell ref="A%d:C%d"/>`)+`</mergeCells>`)})
	}),
	made("one merge over all", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+times(300, row),
			`<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:B1048576"/></mergeCells>`)})
	}),
	made("styles by the hundred thousand", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+times(50, row), "")}, part{"xl/styles.xml", styleSheet(`<numFmts>` +
			times(c.size(100_000), `<numFmt numFmtId="%d" formatCode="[&gt;%d]yyyy;[h]:mm;@"/>`) + `</numFmts><cellXfs>` +
			times(c.size(100_000), `<xf numFmtId="%d"/>`) + `</cellXfs>`)})
	}),
	made("rows up to the last", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+times(c.size(120_000), row), "")})
	}),
	made("rows from the last up", func(c *hostileCase) []byte {
		var b strings.Builder
		for n := c.size(60_000); n > 1; n-- {
			b.WriteString(strings.ReplaceAll(row, "%d", fmt.Sprint(n)))
		}
		return workbook([]string{worksheet(head+b.String(), "")})
	}),
	made("16,384 columns", func(c *hostileCase) []byte {
		var b strings.Builder
		for r := range 1 + c.rand.IntN(40) {
			fmt.Fprintf(&b, `<row r="%d">`, r+1)
			for range 16384 {
				b.WriteString(`<c t="inlineStr"><is><t>作業日</t></is></c>`)
			}
			b.WriteString(`</row>`)
		}
		return workbook([]string{worksheet(b.String(), "")})
	}),
	made("thousands of sheets", func(c *hostileCase) []byte {
		sheets := make([]string, c.size(4900))
		for i := range sheets {
			sheets[i] = worksheet(head+times(2, row), "")
		}
		return workbook(sheets)
	}),
	made("a part twice", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head, "")}, part{"xl/worksheets/sheet1.xml", worksheet(head+times(9, row), "")})
	}),
	made("relations in a ring and outside", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head, "")}, part{"xl/worksheets/_rels/sheet1.xml.rels", relations(
			relation(1, "worksheet", "sheet1.xml"), relation(2, "worksheet", "../../../../etc/passwd"),
			relation(3, "externalLink", "file:///dev/zero"), relation(4, "worksheet", "http://a.example/x.xml"))})
	}),
	made("formulas in a ring", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+times(c.size(5000),
			`<row r="%d"><c r="A%d"><f>A%d+HYPERLINK("http://a.example")</f></c><c r="E%d"><f>E%d</f>`+
				`<v>#REF!</v></c></row>`), "")})
	}),
	made("days beyond all", func(c *hostileCase) []byte {
		rows := strings.ReplaceAll(times(400, row), "45900", numbers[c.rand.IntN(len(numbers))])
		return workbook([]string{worksheet(head+strings.ReplaceAll(rows, "<v>2</v>", "<v>"+
			numbers[c.rand.IntN(len(numbers))]+"</v>"), "")})
	}),
	made("faults by the ten thousand", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+strings.ReplaceAll(times(c.size(50_000), row), "<v>2400</v>",
			`<v>x</v>`), "")})
	}),
	made("addresses that are none", func(c *hostileCase) []byte {
		return workbook([]string{worksheet(head+`<row r="0"><c r="A0"><v>1</v></c></row><row r="-1"/><row r="2">`+
			`<c r="ZZZZ9"><v>1</v></c><c r=""><v>1</v></c><c r="1A"/></row>`+
			`<row r="99999999999"><c r="XFE2"><v>1</v></c></row>`, "")})
	}),
}
