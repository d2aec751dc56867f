package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"slices"
	"strings"

	"pilot90/cohort/finding"
)

// link leads from a cell to a place: in a file, or in this workbook when file is empty.
type link struct {
	from     string // A1
	file     string // relative address, escaped
	location string // 'sheet'!A1
}

// mostLinks is how many links one sheet gets. Spreadsheet programs take 65,530, but one of them
// needs minutes to open some thirty thousand; file, sheet and cell stand in every line anyway.
const mostLinks = 4_000

// ledgerLink links a cell to a cell of the ledger. A CSV is opened as a file: it has no sheets
// that every program names alike.
func (b *book) ledgerLink(sheet, column string, row int, to finding.Place) bool {
	if b.o.Ledger == "" || to.File == "" || len(b.links[sheet]) >= mostLinks {
		return false
	}
	l := link{from: fmt.Sprintf("%s%d", column, row), file: escapePath(path.Join(b.o.Ledger, to.File))}
	if ext := strings.ToLower(path.Ext(to.File)); ext == ".xlsx" || ext == ".xlsm" {
		l.location = quoteSheet(to.Sheet) + "!" + to.Range
	}
	b.links[sheet] = append(b.links[sheet], l)
	return true
}

// innerLink links a cell to a cell of this workbook.
func (b *book) innerLink(sheet, from, toSheet, to string) {
	b.links[sheet] = append(b.links[sheet], link{from: from, location: quoteSheet(toSheet) + "!" + to})
}

func escapePath(p string) string {
	parts := strings.Split(p, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return strings.Join(parts, "/")
}

// quoteSheet writes a sheet's name as a formula or a link needs it.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// partOf is the part that holds a sheet.
func (b *book) partOf(sheet string) string {
	return fmt.Sprintf("xl/worksheets/sheet%d.xml", slices.Index(b.sheets, sheet)+1)
}

// behindLinks are the elements of a sheet that come after its links.
var behindLinks = []string{"<printOptions", "<pageMargins", "<pageSetup", "<headerFooter", "<rowBreaks", "<drawing",
	"<legacyDrawing", "<tableParts", "<extLst", "</worksheet>"}

// addLinks puts the links into a finished sheet, or into what follows the cells of one. The library's own way looks
// through all links for each new one, which is slow for the thousands that 根拠 has.
func (p *pack) addLinks(part string, text []byte, links []link) ([]byte, error) {
	if len(links) == 0 {
		return text, nil
	}
	body, rels := linkXML(links)
	end := bytes.Index(text, []byte(cellsEnd))
	if end < 0 {
		return nil, fmt.Errorf("xlsx: %s has no cells", part)
	}
	at := len(text)
	for _, tag := range behindLinks {
		if i := bytes.Index(text[end:], []byte(tag)); i >= 0 {
			at = min(at, end+i)
		}
	}
	p.addRelations(part, rels)
	return slices.Concat(text[:at], body, text[at:]), nil
}

// cellsEnd ends the cells of a sheet.
const cellsEnd = "</sheetData>"

const relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

func linkXML(links []link) (body, rels []byte) {
	var b, r bytes.Buffer
	b.WriteString("<hyperlinks>")
	for i, l := range links {
		b.WriteString(`<hyperlink ref="` + l.from + `"`)
		if l.file != "" {
			fmt.Fprintf(&b, ` xmlns:r="%s" r:id="link%d"`, relationSpace, i+1)
			fmt.Fprintf(&r, `<Relationship Id="link%d" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, i+1,
				relationSpace, escapeXML(l.file))
		}
		if l.location != "" {
			b.WriteString(` location="` + escapeXML(l.location) + `"`)
		}
		b.WriteString("/>")
	}
	b.WriteString("</hyperlinks>")
	return b.Bytes(), r.Bytes()
}

func escapeXML(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}

// addRelations adds the targets of a sheet's links to the relations that it has already.
func (p *pack) addRelations(part string, rels []byte) {
	if len(rels) == 0 {
		return
	}
	name := strings.Replace(part, "worksheets/", "worksheets/_rels/", 1) + ".rels"
	const end = "</Relationships>"
	old := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + end
	if b, ok := p.parts[name]; ok {
		old = b.String()
	}
	p.parts[name] = bytes.NewBufferString(strings.Replace(old, end, string(rels)+end, 1))
}
