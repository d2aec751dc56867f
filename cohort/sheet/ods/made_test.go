package ods

import (
	"archive/zip"
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
)

// parts are the parts of a file by name.
type parts map[string]string

const spaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"` +
	` xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"` +
	` xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"` +
	` xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"` +
	` xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"` +
	` xmlns:dc="http://purl.org/dc/elements/1.1/"` +
	` xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"` +
	` xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"`

// content is a content.xml with styles and what stands in its spreadsheet.
func content(styles, spreadsheet string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content` + spaces +
		` office:version="1.3"><office:scripts/><office:automatic-styles>` + styles +
		`</office:automatic-styles><office:body><office:spreadsheet>` + spreadsheet +
		`</office:spreadsheet></office:body></office:document-content>`
}

// styled is a styles.xml with common styles and others.
func styled(common, automatic string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-styles` + spaces + `><office:styles>` + common +
		`</office:styles><office:automatic-styles>` +
		automatic + `</office:automatic-styles><office:master-styles/></office:document-styles>`
}

// tableOf wraps rows in a table 表.
func tableOf(rows string) string { return `<table:table table:name="表">` + rows + `</table:table>` }

// rowOf wraps cells in a row.
func rowOf(cells string) string { return `<table:table-row>` + cells + `</table:table-row>` }

// textCell is a cell of a text.
func textCell(paragraphs string) string {
	return `<table:table-cell office:value-type="string">` + paragraphs + `</table:table-cell>`
}

// numberCell is a cell of a number.
func numberCell(attrs, value string) string {
	return `<table:table-cell office:value-type="float" office:value="` + value + `"` + attrs +
		`><text:p>?</text:p></table:table-cell>`
}

// zipped packs the parts, and the type of the file in front, as LibreOffice does.
func zipped(tb testing.TB, p parts) []byte {
	tb.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	mimetype := parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
	maps.Copy(mimetype, p)
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(mimetype))) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(mimetype[name]))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return file.Bytes()
}

// readFile reads a file from memory: grids or a Fault.
func readFile(tb testing.TB, data []byte, limits grid.Limits) ([]*grid.Grid, *grid.Fault) {
	tb.Helper()
	var grids []*grid.Grid
	p, err := pack.Open(tb.Context(), bytes.NewReader(data), int64(len(data)), limits.OrDefault())
	if err == nil {
		grids, err = Read(p, "台帳.ods")
	}
	f, ok := errors.AsType[*grid.Fault](err)
	if err != nil && !ok {
		tb.Fatal(err)
	}
	if f != nil && (f.Message.JA == "" || f.Message.EN == "" || f.Fix.JA == "" || f.Fix.EN == "") {
		tb.Errorf("incomplete finding %+v", f)
	}
	return grids, f
}

// shownSheet reads a content.xml and writes what it gives; see shown.
func shownSheet(tb testing.TB, contentXML string, more parts) string {
	tb.Helper()
	p := parts{"content.xml": contentXML}
	maps.Copy(p, more)
	return shown(readFile(tb, zipped(tb, p), grid.Limits{}))
}

// shown writes the cells on one line: "A1=あ B1#=1.5" with a mark of the kind behind the address
// (# number, #d date, #t time, b bool, e error, u uncomputed; ~ struck out in part, ≈ wholly), or the
// code and the place of a refusal. Sheets are divided by |.
func shown(grids []*grid.Grid, f *grid.Fault) string {
	if f != nil {
		return strings.TrimSpace(f.Code + " " + f.Range)
	}
	var sheets []string
	for _, g := range grids {
		var out []string
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				out = append(out, grid.Ref(r.Number, c.Col)+mark(c.Value)+"="+strings.ReplaceAll(c.Text, "\n", "⏎"))
			}
		}
		sheets = append(sheets, strings.Join(out, " "))
	}
	return strings.Join(sheets, " | ")
}

func mark(v cell.Value) string {
	kind := [...]string{"!", "", "", "b", "e", "u"}[v.Kind]
	if v.Kind == cell.Number {
		kind = [...]string{"#", "#d", "#t"}[v.Format]
	}
	return kind + [...]string{"", "~", "≈"}[v.Strike]
}
