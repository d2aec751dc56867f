package sheettest

import (
	"html"
	"strings"
	"testing"
)

// OpenDocument packs an .ods of some tables, see Table.
func OpenDocument(tb testing.TB, tables ...string) []byte {
	tb.Helper()
	const urn = `"urn:oasis:names:tc:opendocument:xmlns:`
	return Zip(tb, Parts{
		"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
		"content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office=` + urn + `office:1.0"` +
			` xmlns:table=` + urn + `table:1.0" xmlns:text=` + urn + `text:1.0"><office:body><office:spreadsheet>` +
			strings.Join(tables, "") + `</office:spreadsheet></office:body></office:document-content>`,
	})
}

// Table is a table of an .ods, its cells the texts between the commas of each line.
func Table(name, lines string) string {
	var b strings.Builder
	b.WriteString(`<table:table table:name="` + html.EscapeString(name) + `">`)
	for line := range strings.Lines(lines) {
		b.WriteString(`<table:table-row>`)
		for text := range strings.SplitSeq(strings.TrimRight(line, "\r\n"), ",") {
			b.WriteString(`<table:table-cell office:value-type="string"><text:p>` + html.EscapeString(text) +
				`</text:p></table:table-cell>`)
		}
		b.WriteString(`</table:table-row>`)
	}
	return b.String() + `</table:table>`
}
