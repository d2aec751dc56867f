package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding"
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

// soon fails when run takes longer than seconds: what these tests read took minutes.
func soon(tb testing.TB, run func()) {
	tb.Helper()
	start := time.Now()
	run()
	if took := time.Since(start); took > 10*time.Second {
		tb.Errorf("took %v", took)
	}
}

// encoded is a text in another encoding.
func encoded(tb testing.TB, enc encoding.Encoding, text string) []byte {
	tb.Helper()
	b, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}
