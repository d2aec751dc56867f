package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// parts are the parts of a workbook by name.
type parts map[string]string

// made returns a workbook of one sheet 表 with a head of the usual parts; more replaces or, with
// an empty text, removes parts.
func made(sheetXML string, more parts) parts {
	p := parts{
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relSpace + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relSpace + `/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="` + relSpace + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   sheetXML,
	}
	maps.Copy(p, more)
	maps.DeleteFunc(p, func(_, text string) bool { return text == "" })
	return p
}

// sheetOf wraps rows in a worksheet.
func sheetOf(rows string) string {
	return `<worksheet xmlns="` + mainSpace + `"><sheetData>` + rows + `</sheetData></worksheet>`
}

// stylesOf returns a styles part whose cell format i has the number format ids[i]; a text is
// a format code of its own.
func stylesOf(formats ...any) string {
	var codes, cells strings.Builder
	for i, f := range formats {
		id := 0
		switch f := f.(type) {
		case int:
			id = f
		case string:
			id = 164 + i
			fmt.Fprintf(&codes, `<numFmt numFmtId="%d" formatCode="%s"/>`, id, strings.ReplaceAll(f, `"`, "&quot;"))
		}
		fmt.Fprintf(&cells, `<xf numFmtId="%d"/>`, id)
	}
	return `<styleSheet xmlns="` + mainSpace + `"><numFmts>` + codes.String() + `</numFmts><cellXfs>` + cells.String() + `</cellXfs></styleSheet>`
}

func stringsOf(items ...string) string {
	return `<sst xmlns="` + mainSpace + `"><si>` + strings.Join(items, "</si><si>") + `</si></sst>`
}

// zipped packs the parts in the order of their names.
func zipped(tb testing.TB, p parts) []byte {
	tb.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(p[name]))
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

// read reads a file from memory; name decides as a file name does.
func read(tb testing.TB, name string, data []byte, opt Options) (*Book, []finding.Finding) {
	tb.Helper()
	book, findings, err := Read(name, bytes.NewReader(data), int64(len(data)), opt)
	if err != nil {
		tb.Fatal(err)
	}
	return book, findings
}

// shown writes a result on one line: "A1=あ B1=1.5" with a letter for kinds other than text
// and number (b bool, e error, u uncomputed, d date, t time), or the code and place of a refusal.
func shown(book *Book, findings []finding.Finding) string {
	if book == nil {
		var out []string
		for _, f := range findings {
			out = append(out, strings.TrimSpace(f.Code+" "+f.Range))
		}
		return strings.Join(out, " ")
	}
	var out []string
	for _, g := range book.Sheets {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				out = append(out, Ref(r.Number, c.Col)+mark(c.Value)+"="+strings.ReplaceAll(c.Text, "\n", "⏎"))
			}
		}
	}
	return strings.Join(out, " ")
}

func mark(v cell.Value) string {
	if v.Kind == cell.Number {
		return [...]string{"#", "#d", "#t"}[v.Format]
	}
	return [...]string{"!", "", "", "b", "e", "u"}[v.Kind]
}
