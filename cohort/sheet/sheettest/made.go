package sheettest

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

// Parts are the parts of a workbook by name.
type Parts map[string]string

// Workbook returns a workbook of one sheet 表 with a head of the usual parts; more replaces or, with
// an empty text, removes parts.
func Workbook(sheetXML string, more Parts) Parts {
	relation := func(id, kind, target string) string {
		return `<Relationship Id="` + id + `" Type="` + RelSpace + `/` + kind + `" Target="` + target + `"/>`
	}
	relations := func(all ...string) string {
		return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			strings.Join(all, "") + `</Relationships>`
	}
	p := Parts{
		"_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
		"xl/workbook.xml": `<workbook xmlns="` + MainSpace + `" xmlns:r="` + RelSpace +
			`"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": relations(relation("rId1", "worksheet", "worksheets/sheet1.xml"),
			relation("rId2", "sharedStrings", "/xl/sharedStrings.xml"), relation("rId3", "styles", "styles.xml")),
		"xl/worksheets/sheet1.xml": sheetXML,
	}
	maps.Copy(p, more)
	maps.DeleteFunc(p, func(_, text string) bool { return text == "" })
	return p
}

// Sheet wraps rows in a worksheet.
func Sheet(rows string) string {
	return `<worksheet xmlns="` + MainSpace + `"><sheetData>` + rows + `</sheetData></worksheet>`
}

// Styles returns a styles part whose cell format i has the number format ids[i]; a text is
// a format code of its own.
func Styles(formats ...any) string {
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
	return `<styleSheet xmlns="` + MainSpace + `"><numFmts>` + codes.String() + `</numFmts><cellXfs>` + cells.String() +
		`</cellXfs></styleSheet>`
}

// Strings returns a part of shared strings with these items.
func Strings(items ...string) string {
	return `<sst xmlns="` + MainSpace + `"><si>` + strings.Join(items, "</si><si>") + `</si></sst>`
}

// Zip packs the parts in the order of their names.
func Zip(tb testing.TB, p Parts) []byte {
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

// Soon fails when run takes longer than seconds: what these tests read took minutes.
func Soon(tb testing.TB, run func()) {
	tb.Helper()
	start := time.Now()
	run()
	if took := time.Since(start); took > 10*time.Second {
		tb.Errorf("took %v", took)
	}
}

// Encode is a text in another encoding.
func Encode(tb testing.TB, enc encoding.Encoding, text string) []byte {
	tb.Helper()
	b, err := enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

const (
	XMLHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	MainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	RelSpace  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)
