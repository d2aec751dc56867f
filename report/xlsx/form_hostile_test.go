package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// TestMarksAreThoseOfTheirPattern: a mark is what this pattern says, whatever stands around it.
func TestMarksAreThoseOfTheirPattern(t *testing.T) {
	pattern := regexp.MustCompile(`\{\{\s*([A-Za-z][A-Za-z0-9_.\-\p{L}]*)\s*\}\}`)
	pieces := []string{"{", "{{", "}}", "}", " ", "\t", "a", "Z.value", "9", "字", "-", "_", "\u3000", "\xff", "\r\n"}
	r := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		var want, got []string
		for _, m := range pattern.FindAllStringSubmatchIndex(b.String(), -1) {
			want = append(want, fmt.Sprint(m[0], m[1], b.String()[m[2]:m[3]]))
		}
		for from, to, key := nextMark(b.String(), 0); key != ""; from, to, key = nextMark(b.String(), to) {
			got = append(got, fmt.Sprint(from, to, key))
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%q: %v, want %v", b.String(), got, want)
		}
	}
}

// formOf is a workbook of one sheet, of further sheets that are the same part, and of shared strings.
func formOf(t *testing.T, rows, shared, names string, sheets int) []byte {
	t.Helper()
	var list, file strings.Builder
	for i := range sheets {
		fmt.Fprintf(&list, `<sheet name="s%d" sheetId="%d" r:id="rId1"/>`, i, i+1)
	}
	z := zip.NewWriter(&file)
	for name, text := range map[string]string{
		"xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=` +
			`"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` + list.String() + `</sheets>` +
			`<definedNames>` + names + `</definedNames></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" ` +
			`Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
		"xl/sharedStrings.xml":     `<sst>` + shared + `</sst>`,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return []byte(file.String())
}

// TestFormsAreBounded: of cells, texts and names by the ten thousand no copy is made for each, and no more is filled in
// than a form has.
func TestFormsAreBounded(t *testing.T) {
	long := strings.Repeat("長", 30_000)
	refer := strings.Repeat(`<c t="s"><v>0</v></c>`, 20_000)
	name := `<definedName name="people.value">s0!$B$%d</definedName>`
	var names strings.Builder
	for n := range 9000 {
		fmt.Fprintf(&names, name, n%3000+1)
	}
	for _, c := range []struct {
		name, rows, shared, names string
		sheets, filled            int // filled 0: the form is refused
	}{
		{"one long text in all cells", `<row r="1">` + refer + `</row>`, `<si><t>` + long + `{{people.value}}</t></si>`,
			"", 1, 0},
		{"marks without end", `<row r="1"><c t="inlineStr"><is><t>` + strings.Repeat("{{people.value}}", 2000) +
			strings.Repeat(`</t></is></c><c t="inlineStr"><is><t>`+strings.Repeat("{{no}}", 2000), 9) + `</t></is></c></row>`,
			"", "", 1, 0},
		{"a text longer than a cell's", `<row r="1"><c t="inlineStr"><is><t>{{people.value}}</t></is></c>` +
			`<c t="inlineStr"><is>` +
			strings.Repeat(`<r><t>`+long+`</t></r>`, 5) + `<t>{{people.value}}</t></is></c></row>`, "", "", 1, 1},
		{"names of the same cells", `<row r="1"><c r="A1"/></row>`, "", names.String(), 1, 3000},
		{"sheets that are one", `<row r="1"><c t="inlineStr"><is><t>{{people.value}}</t></is></c></row>`, "", "", 9000, 1},
		{"runs of a text", `<row r="1"><c t="s"><v>1</v></c></row>`, `<si/><si><r><t>{{peo</t></r>` +
			strings.Repeat(`<r><t></t></r>`, 50_000) + `<rPh><t>読み</t></rPh><r><t>ple.value}}</t></r></si>`, "", 1, 1},
	} {
		var out bytes.Buffer
		got, err := FillForm(&out, formOf(t, c.rows, c.shared, c.names, c.sheets), formValues())
		if c.filled == 0 && !errors.Is(err, ErrForm) || c.filled > 0 && (err != nil || got.Filled != c.filled) {
			t.Errorf("%s: %+v, %v; want %d filled", c.name, got, err, c.filled)
		}
		if out.Len() > 1<<20 {
			t.Errorf("%s: %d bytes", c.name, out.Len())
		}
	}
}

// TestFormOfOnePartManyTimes: an archive whose directory names one packed text many times is refused, since a copy of
// each would be written.
func TestFormOfOnePartManyTimes(t *testing.T) {
	file := formOf(t, "", strings.Repeat("<si/>", 40_000), "", 1)
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	if overlapping(z, len(file)) {
		t.Error("a sound one is refused")
	}
	for len(z.File) < 4000 {
		z.File = append(z.File, z.File...)
	}
	if !overlapping(z, len(file)) {
		t.Error("one part a thousand times is not refused")
	}
}
