package sheet

import (
	"bytes"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
)

// TestLimits checks each limit at its last good value and one beyond.
func TestLimits(t *testing.T) {
	texts := parts{"xl/sharedStrings.xml": stringsOf(`<t>あい</t>`, `<t>う</t>`), "xl/styles.xml": stylesOf(0, 1, 2)}
	xlsx := func(rows string) []byte { return zipped(t, made(sheetOf(rows), texts)) }
	row := `<row r="3"><c r="D3" t="s"><v>0</v></c><c r="E3"><v>1</v></c></row>`
	merged := zipped(t, made(`<worksheet xmlns="`+mainSpace+`"><sheetData/><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells></worksheet>`, nil))
	mergedTwice := zipped(t, made(`<worksheet xmlns="`+mainSpace+`"><sheetData/><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`, twoSheets))
	hidden := zipped(t, made(`<worksheet xmlns="`+mainSpace+`"><cols><col min="1" max="2" hidden="1"/><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="B1"><v>1</v></c></row></sheetData></worksheet>`, nil))
	one := zipped(t, made(sheetOf(row), texts))
	sheetSize := int64(len(sheetOf(row)))
	var total int64
	for _, text := range made(sheetOf(row), texts) {
		total += int64(len(text))
	}
	odd := "<!DOCTYPE worksheet>" + sheetOf("")
	for _, c := range []struct {
		name, file string
		data       []byte
		good, over Limits
	}{
		{"file size", "a.xlsx", one, Limits{FileBytes: int64(len(one))}, Limits{FileBytes: int64(len(one)) - 1}},
		{"part size", "a.xlsx", one, Limits{PartBytes: max(sheetSize, 700)}, Limits{PartBytes: sheetSize - 1}},
		{"total size", "a.xlsx", one, Limits{TotalBytes: total}, Limits{TotalBytes: total - 1}},
		{"unusual XML", "a.xlsx", zipped(t, made(odd, nil)), Limits{GeneralXML: int64(len(odd))}, Limits{GeneralXML: int64(len(odd)) - 1}},
		{"parts", "a.xlsx", one, Limits{Parts: 6}, Limits{Parts: 5}},
		{"rows", "a.xlsx", one, Limits{Rows: 3}, Limits{Rows: 2}},
		{"columns", "a.xlsx", one, Limits{Columns: 5}, Limits{Columns: 4}},
		{"cells", "a.xlsx", one, Limits{Cells: 2}, Limits{Cells: 1}},
		{"merges", "a.xlsx", merged, Limits{Merges: 2}, Limits{Merges: 1}},
		{"merges of all sheets", "a.xlsx", mergedTwice, Limits{Merges: 2}, Limits{Merges: 1}},
		{"hidden columns", "a.xlsx", hidden, Limits{Columns: 2}, Limits{Columns: 1}},
		{"cells and hidden columns", "a.xlsx", hidden, Limits{Cells: 3}, Limits{Cells: 2}},
		{"shared string length", "a.xlsx", one, Limits{TextLength: 2}, Limits{TextLength: 1}},
		{"inline string length", "a.xlsx", xlsx(`<row><c t="str"><v>あいう</v></c></row>`), Limits{TextLength: 3}, Limits{TextLength: 2}},
		{"shared strings", "a.xlsx", one, Limits{SharedStrings: 2}, Limits{SharedStrings: 1}},
		{"styles", "a.xlsx", one, Limits{Styles: 3}, Limits{Styles: 2}},
		{"text", "a.xlsx", one, Limits{TextBytes: 9}, Limits{TextBytes: 8}}, // あいう in UTF-8
		{"CSV rows", "a.csv", []byte("a\nb\n"), Limits{Rows: 2}, Limits{Rows: 1}},
		{"CSV columns", "a.csv", []byte("a,b"), Limits{Columns: 2}, Limits{Columns: 1}},
		{"CSV cells", "a.csv", []byte("a,b"), Limits{Cells: 2}, Limits{Cells: 1}},
		{"CSV text length", "a.csv", []byte("あい"), Limits{TextLength: 2}, Limits{TextLength: 1}},
		{"CSV text", "a.csv", []byte("ab,c"), Limits{TextBytes: 3}, Limits{TextBytes: 2}},
		{"CSV size as UTF-8", "a.csv", []byte("\x82\xa0\x82\xa2"), Limits{PartBytes: 6}, Limits{PartBytes: 5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if book, findings := read(t, c.file, c.data, Options{Limits: c.good}); book == nil {
				t.Errorf("at the limit: %v", findings)
			}
			book, findings := read(t, c.file, c.data, Options{Limits: c.over})
			if book != nil || findings[0].Code != CodeLimit {
				t.Fatalf("over the limit: %s", shown(book, findings))
			}
			if f := findings[0]; strings.HasSuffix(c.name, "length") && !strings.Contains(f.Fix.JA, "セルの文字を短く") {
				t.Errorf("the fix is no help: %s", f.Fix.JA)
			}
			if f := findings[0]; !strings.ContainsAny(f.Message.JA, "0123456789") || f.Message.EN == "" {
				t.Errorf("the finding does not say the limit: %s", f.Message.JA)
			}
		})
	}
}

// twoSheets makes a book of two sheets with the same contents.
var twoSheets = parts{
	"xl/workbook.xml": `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets></workbook>`,
}

func TestSheetLimit(t *testing.T) {
	two := made(sheetOf(""), parts{"xl/workbook.xml": `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets></workbook>`})
	if _, findings := read(t, "a.xlsx", zipped(t, two), Options{Limits: Limits{Sheets: 1}}); len(findings) != 1 || findings[0].Code != CodeLimit {
		t.Error(findings)
	}
}

// allocated returns the bytes that run allocates.
func allocated(run func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

const mib = 1 << 20

// TestBombs checks that files made to exhaust a reader cost little memory.
func TestBombs(t *testing.T) {
	var rows strings.Builder
	for r := 1; r <= maxRow; r++ {
		rows.WriteString(`<row r="` + strconv.Itoa(r) + `" s="3" customFormat="1"/>`)
	}
	var cells strings.Builder
	for r := 1; r <= 60_000; r++ {
		fmt.Fprintf(&cells, `<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/><c r="C%d" s="1"/></row>`, r, r, r, r)
	}
	dimension := strings.Replace(sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`), "<sheetData>", `<dimension ref="A1:XFD1048576"/><sheetData>`, 1)
	for _, c := range []struct{ name, xml, want string }{
		{"a million empty formatted rows", sheetOf(rows.String()), ""},
		{"empty formatted cells", sheetOf(cells.String()), ""},
		{"a claim of A1:XFD1048576", dimension, "A1#=1"},
		{"blanks that pack a thousand to one", sheetOf(strings.Repeat(" ", 40*mib)), CodeLimit},
		{"one endless value", sheetOf(`<row><c t="str"><v>` + strings.Repeat("ab", 4*mib) + `</v></c></row>`), "C307 A1"},
		{"one endless attribute", sheetOf(`<row a="` + strings.Repeat("ab", 4*mib) + `"/>`), CodeLimit},
		{"nested too deeply", sheetOf(strings.Repeat("<a>", 100_000)), CodeUnreadable},
		{"entities", `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">]>` + sheetOf(`<row><c t="str"><v>`+strings.Repeat("&a;", mib)+`</v></c></row>`), "C301 A1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := zipped(t, made(c.xml, nil))
			var got string
			used := allocated(func() { got = shown(read(t, "a.xlsx", data, Options{})) })
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if used > 64*mib {
				t.Errorf("%d MiB allocated, want at most 64", used/mib)
			}
		})
	}
}

// TestStreamingAllocatesLittle reads 20,000 rows of 10 cells without keeping them.
func TestStreamingAllocatesLittle(t *testing.T) {
	data := workLog(t, 20_000)
	rows := 0
	used := allocated(func() {
		r, findings, err := NewReader("a.xlsx", bytes.NewReader(data), int64(len(data)), Options{})
		if err != nil || findings != nil {
			t.Fatal(err, findings)
		}
		for row, err := range r.Sheets[0].Rows() {
			if rows++; err != nil || len(row.Cells) != 10 {
				t.Fatal(row, err)
			}
		}
	})
	if rows != 20_000 {
		t.Errorf("%d rows, want 20,000", rows)
	}
	if used > 8*mib { // a Book of these rows has 10 MB of cells alone
		t.Errorf("%d MiB allocated, want at most 8", used/mib)
	}
}

// TestStreamStopsEarly leaves a stream in the middle and reads it again to the end.
func TestStreamStopsEarly(t *testing.T) {
	data := workLog(t, 5_000)
	r, _, err := NewReader("a.xlsx", bytes.NewReader(data), int64(len(data)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for row := range r.Sheets[0].Rows() {
		if row.Number == 10 {
			break
		}
	}
	last := 0
	for row, err := range r.Sheets[0].Rows() {
		if err != nil {
			t.Fatal(err)
		}
		last = row.Number
	}
	if last != 5_000 {
		t.Errorf("last row %d, want 5000", last)
	}
}
