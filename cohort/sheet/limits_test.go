package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

// TestLimits checks each limit at its last good value and one beyond.
func TestLimits(t *testing.T) {
	texts := sheettest.Parts{"xl/sharedStrings.xml": sheettest.Strings(`<t>あい</t>`, `<t>う</t>`),
		"xl/styles.xml": sheettest.Styles(0, 1, 2)}
	xlsx := func(rows string) []byte { return sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(rows), texts)) }
	row := `<row r="3"><c r="D3" t="s"><v>0</v></c><c r="E3"><v>1</v></c></row>`
	merged := sheettest.Zip(t, sheettest.Workbook(`<worksheet xmlns="`+sheettest.MainSpace+
		`"><sheetData/><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells></worksheet>`, nil))
	mergedOnce := `<worksheet xmlns="` + sheettest.MainSpace +
		`"><sheetData/><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>`
	mergedTwice := sheettest.Zip(t, sheettest.Workbook(mergedOnce, withSecond(mergedOnce)))
	hidden := sheettest.Zip(t, sheettest.Workbook(`<worksheet xmlns="`+sheettest.MainSpace+
		`"><cols><col min="1" max="2" hidden="1"/><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="B1">`+
		`<v>1</v></c></row></sheetData></worksheet>`, nil))
	one := sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(row), texts))
	sharedTwice := xlsx(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c>` +
		`<c r="C1" t="s"><v>1</v></c></row>`)
	oneRow := sheettest.Sheet(`<row r="9"><c r="A9"><v>1</v></c></row>`)
	twoRows := sheettest.Zip(t, sheettest.Workbook(oneRow, withSecond(oneRow)))
	sheetSize := int64(len(sheettest.Sheet(row)))
	var total int64
	for _, text := range sheettest.Workbook(sheettest.Sheet(row), texts) {
		total += int64(len(text))
	}
	odd := "<!DOCTYPE worksheet>" + sheettest.Sheet("")
	oddTwice := sheettest.Zip(t, sheettest.Workbook(odd, withSecond(odd)))
	// about a thousand to one
	squeezed := sheettest.Sheet(strings.Repeat(strings.Repeat(" ", mib)+"<zz/>", grid.RatioFloor/2/mib))
	squeezedTwice := sheettest.Zip(t, sheettest.Workbook(squeezed, withSecond(squeezed)))
	fonts := sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(row),
		sheettest.Parts{"xl/sharedStrings.xml": texts["xl/sharedStrings.xml"],
			"xl/styles.xml": `<styleSheet xmlns="` + sheettest.MainSpace +
				`"><fonts><font/><font/></fonts><cellXfs><xf/></cellXfs></styleSheet>`}))
	formats := sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(row),
		sheettest.Parts{"xl/sharedStrings.xml": texts["xl/sharedStrings.xml"],
			"xl/styles.xml": sheettest.Styles("0.0", "0.00")}))
	for _, c := range []struct {
		name, file string
		data       []byte
		good, over grid.Limits
	}{
		{"file size", "a.xlsx", one, grid.Limits{FileBytes: int64(len(one))}, grid.Limits{FileBytes: int64(len(one)) - 1}},
		{"part size", "a.xlsx", one, grid.Limits{PartBytes: max(sheetSize, 700)}, grid.Limits{PartBytes: sheetSize - 1}},
		{"total size", "a.xlsx", one, grid.Limits{TotalBytes: total}, grid.Limits{TotalBytes: total - 1}},
		{"unusual XML", "a.xlsx", sheettest.Zip(t, sheettest.Workbook(odd, nil)), grid.Limits{GeneralXML: int64(len(odd))},
			grid.Limits{GeneralXML: int64(len(odd)) - 1}},
		{"unusual XML of all sheets", "a.xlsx", oddTwice, grid.Limits{GeneralXML: 2 * int64(len(odd))},
			grid.Limits{GeneralXML: 2*int64(len(odd)) - 1}},
		{"ratio of all parts", "a.xlsx", squeezedTwice, grid.Limits{Ratio: 1100}, grid.Limits{Ratio: 250}},
		{"parts", "a.xlsx", one, grid.Limits{Parts: 6}, grid.Limits{Parts: 5}},
		{"sheets", "a.xlsx", mergedTwice, grid.Limits{Sheets: 2}, grid.Limits{Sheets: 1}},
		{"links", "a.xlsx", one, grid.Limits{Parts: 6}, grid.Limits{Parts: 2}},
		{"sheet name", "a.xlsx", one, grid.Limits{SheetName: 1}, grid.Limits{SheetName: -1}}, // 表
		{"fonts", "a.xlsx", fonts, grid.Limits{Styles: 2}, grid.Limits{Styles: 1}},
		{"number formats", "a.xlsx", formats, grid.Limits{Styles: 2}, grid.Limits{Styles: 1}},
		{"rows", "a.xlsx", one, grid.Limits{Rows: 3}, grid.Limits{Rows: 2}},
		{"columns", "a.xlsx", one, grid.Limits{Columns: 5}, grid.Limits{Columns: 4}},
		{"cells", "a.xlsx", one, grid.Limits{Cells: 2}, grid.Limits{Cells: 1}},
		{"rows of all sheets", "a.xlsx", twoRows, grid.Limits{BookRows: 2}, grid.Limits{BookRows: 1}},
		{"CSV rows of a book", "a.csv", []byte("a\n\nb\n"), grid.Limits{BookRows: 2}, grid.Limits{BookRows: 1}},
		{"merges", "a.xlsx", merged, grid.Limits{Merges: 2}, grid.Limits{Merges: 1}},
		{"merges of all sheets", "a.xlsx", mergedTwice, grid.Limits{Merges: 2}, grid.Limits{Merges: 1}},
		{"hidden columns", "a.xlsx", hidden, grid.Limits{Columns: 2}, grid.Limits{Columns: 1}},
		{"cells and hidden columns", "a.xlsx", hidden, grid.Limits{Cells: 3}, grid.Limits{Cells: 2}},
		{"shared string length", "a.xlsx", one, grid.Limits{TextLength: 2}, grid.Limits{TextLength: 1}},
		{"inline string length", "a.xlsx", xlsx(`<row><c t="str"><v>あいう</v></c></row>`), grid.Limits{TextLength: 3},
			grid.Limits{TextLength: 2}},
		{"shared strings", "a.xlsx", one, grid.Limits{SharedStrings: 2}, grid.Limits{SharedStrings: 1}},
		{"styles", "a.xlsx", one, grid.Limits{Styles: 3}, grid.Limits{Styles: 2}},
		{"text", "a.xlsx", one, grid.Limits{TextBytes: 9}, grid.Limits{TextBytes: 8}},                        // あいう in UTF-8
		{"text of all cells", "a.xlsx", sharedTwice, grid.Limits{CellTexts: 15}, grid.Limits{CellTexts: 14}}, // あい twice, う
		{"CSV text of all cells", "a.csv", []byte("ab,c"), grid.Limits{CellTexts: 3}, grid.Limits{CellTexts: 2}},
		{"text of zeros", "a.xlsx", sheettest.Zip(t,
			sheettest.Workbook(sheettest.Sheet(`<row><c><v>1</v></c><c><v>1</v></c></row>`),
				sheettest.Parts{"xl/styles.xml": sheettest.Styles("0000")})),
			grid.Limits{TextBytes: 8}, grid.Limits{TextBytes: 7}}, // 0001 twice
		{"CSV rows", "a.csv", []byte("a\nb\n"), grid.Limits{Rows: 2}, grid.Limits{Rows: 1}},
		{"CSV columns", "a.csv", []byte("a,b"), grid.Limits{Columns: 2}, grid.Limits{Columns: 1}},
		{"CSV cells", "a.csv", []byte("a,b"), grid.Limits{Cells: 2}, grid.Limits{Cells: 1}},
		{"CSV text length", "a.csv", []byte("あい"), grid.Limits{TextLength: 2}, grid.Limits{TextLength: 1}},
		{"CSV text", "a.csv", []byte("ab,c"), grid.Limits{TextBytes: 3}, grid.Limits{TextBytes: 2}},
		{"CSV size as UTF-8", "a.csv", []byte("\x82\xa0\x82\xa2"), grid.Limits{PartBytes: 6}, grid.Limits{PartBytes: 5}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if book, findings := read(t, c.file, c.data, Options{Limits: c.good}); book == nil {
				t.Errorf("at the limit: %v", findings)
			}
			book, findings := read(t, c.file, c.data, Options{Limits: c.over})
			if book != nil || findings[0].Code != grid.CodeLimit {
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

// listed is a workbook part with a list of sheets.
func listed(sheets string) string {
	return `<workbook xmlns="` + sheettest.MainSpace + `" xmlns:r="` + sheettest.RelSpace + `"><sheets>` + sheets +
		`</sheets></workbook>`
}

// related are the links of a workbook to its sheets, by id: the type and the part.
func related(links ...[3]string) string {
	var b strings.Builder
	for _, l := range links {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, l[0], sheettest.RelSpace, l[1], l[2])
	}
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + b.String() +
		`</Relationships>`
}

// withSecond adds a sheet b to the sheet a.
func withSecond(sheetXML string) sheettest.Parts {
	return sheettest.Parts{
		"xl/workbook.xml": listed(`<sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId2"/>`),
		"xl/_rels/workbook.xml.rels": related([3]string{"rId1", "worksheet", "worksheets/sheet1.xml"},
			[3]string{"rId2", "worksheet", "worksheets/sheet2.xml"}),
		"xl/worksheets/sheet2.xml": sheetXML,
	}
}

// TestTimeLimit: a Book that takes longer than grid.Limits.Time is refused, and says the limit.
func TestTimeLimit(t *testing.T) {
	for _, file := range []string{"a.xlsx", "a.csv"} {
		data := []byte("a,b\n")
		if file == "a.xlsx" {
			data = sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(""), nil))
		}
		_, findings := read(t, file, data, Options{Limits: grid.Limits{Time: time.Nanosecond}})
		if len(findings) != 1 || findings[0].Code != grid.CodeLimit ||
			!strings.Contains(findings[0].Message.JA, "（1e-09秒）") || findings[0].File != file {
			t.Errorf("%s: %v", file, findings)
		}
		if book, findings := read(t, file, data, Options{}); book == nil {
			t.Errorf("%s with the default: %v", file, findings)
		}
	}
}

// TestDirectoryOfManyEntries: the directory is not kept to its end before it is counted.
func TestDirectoryOfManyEntries(t *testing.T) {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for n := range 60_000 {
		if _, err := z.CreateHeader(&zip.FileHeader{Name: strconv.Itoa(n)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	data := file.Bytes()
	for _, parts := range []int{100, 59_999} {
		var got string
		used := allocated(func() { got = shown(read(t, "a.xlsx", data, Options{Limits: grid.Limits{Parts: parts}})) })
		if got != grid.CodeLimit {
			t.Errorf("%d parts allowed: %s", parts, got)
		}
		if parts == 100 && used > 3*mib { // one entry costs 250 bytes and more
			t.Errorf("%d KiB allocated", used>>10)
		}
	}
	if got := shown(read(t, "a.xlsx", data, Options{Limits: grid.Limits{Parts: 60_000}})); got != grid.CodeOtherKind {
		t.Errorf("60,000 parts allowed: %s", got)
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
	for r := 1; r <= grid.DefaultLimits().Rows; r++ {
		rows.WriteString(`<row r="` + strconv.Itoa(r) + `" s="3" customFormat="1"/>`)
	}
	var cells strings.Builder
	for r := 1; r <= 60_000; r++ {
		fmt.Fprintf(&cells, `<row r="%d"><c r="A%d" s="1"/><c r="B%d" s="1"/><c r="C%d" s="1"/></row>`, r, r, r, r)
	}
	dimension := strings.Replace(sheettest.Sheet(`<row r="1"><c r="A1"><v>1</v></c></row>`), "<sheetData>",
		`<dimension ref="A1:XFD1048576"/><sheetData>`, 1)
	for _, c := range []struct{ name, xml, want string }{
		{"a million empty formatted rows", sheettest.Sheet(rows.String()), ""},
		{"empty formatted cells", sheettest.Sheet(cells.String()), ""},
		{"a claim of A1:XFD1048576", dimension, "A1#=1"},
		{"blanks that pack a thousand to one", sheettest.Sheet(strings.Repeat(" ", 40*mib)), grid.CodeLimit},
		{"one endless value", sheettest.Sheet(`<row><c t="str"><v>` + strings.Repeat("ab", 4*mib) + `</v></c></row>`),
			"C307 A1"},
		{"one endless attribute", sheettest.Sheet(`<row a="` + strings.Repeat("ab", 4*mib) + `"/>`), grid.CodeLimit},
		{"nested too deeply", sheettest.Sheet(strings.Repeat("<a>", 100_000)), grid.CodeUnreadable},
		{"one endless attribute for encoding/xml",
			"<!DOCTYPE a>" + sheettest.Sheet(`<row a="`+strings.Repeat("ab", 4*mib)+`"/>`), grid.CodeLimit},
		{"attributes without end", sheettest.Sheet(`<row ` + strings.Repeat(`a="" `, 2000) + `/>`), grid.CodeUnreadable},
		{"entities", `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">]>` +
			sheettest.Sheet(`<row><c t="str"><v>`+strings.Repeat("&a;", mib)+`</v></c></row>`), "C301 A1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := sheettest.Zip(t, sheettest.Workbook(c.xml, nil))
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
