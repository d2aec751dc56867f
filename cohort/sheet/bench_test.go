package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"testing"

	klauspost "github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"pilot90/cohort/sheet/sheettest"
)

// workLog writes a workbook of ten columns in the form Excel writes it: shared strings,
// dates, ids, hours, pay, marks.
func workLog(tb testing.TB, rows int) []byte {
	tb.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	part := func(name, text string) io.Writer {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			tb.Fatal(err)
		}
		return w
	}
	part("_rels/.rels",
		sheettest.XMLHead+
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
			`<Relationship Id="rId1" `+
			`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" `+
			`Target="xl/workbook.xml"/></Relationships>`)
	part("xl/workbook.xml", sheettest.XMLHead+`<workbook xmlns="`+sheettest.MainSpace+`" xmlns:r="`+sheettest.RelSpace+
		`"><sheets><sheet name="作業ログ" sheetId="1" r:id="rId1"/></sheets></workbook>`)
	part("xl/_rels/workbook.xml.rels", sheettest.XMLHead+
		`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+
		sheettest.RelSpace+`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="`+sheettest.RelSpace+
		`/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="`+sheettest.RelSpace+
		`/styles" Target="styles.xml"/></Relationships>`)
	part("xl/styles.xml", sheettest.XMLHead+`<styleSheet xmlns="`+sheettest.MainSpace+
		`"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`)
	part("[Content_Types].xml", sheettest.XMLHead+
		`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
		`<Default Extension="xml" ContentType="application/xml"/>`+
		`<Override PartName="/xl/workbook.xml" `+
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+
		`<Override PartName="/xl/worksheets/sheet1.xml" `+
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`+
		`<Override PartName="/xl/sharedStrings.xml" `+
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>`+
		`<Override PartName="/xl/styles.xml" `+
		`ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>`+
		`</Types>`)
	const texts = 5000
	w := part("xl/sharedStrings.xml", sheettest.XMLHead+`<sst xmlns="`+sheettest.MainSpace+`">`)
	for i := range texts {
		fmt.Fprintf(w, `<si><t>データ入力 %d 件目</t></si>`, i)
	}
	io.WriteString(w, `</sst>`)
	w = part("xl/worksheets/sheet1.xml", sheettest.XMLHead+`<worksheet xmlns="`+sheettest.MainSpace+`" xmlns:r="`+
		sheettest.RelSpace+`"><dimension ref="A1:J`+strconv.Itoa(rows)+`"/><sheetData>`)
	var line []byte
	for r := 1; r <= rows; r++ {
		x := uint32(r) * 2654435761 >> 7 // spread, the same at every run
		line = fmt.Appendf(line[:0], `<row r="%d" spans="1:10" x14ac:dyDescent="0.25">`, r)
		line = fmt.Appendf(line, `<c r="A%d" s="1"><v>%d</v></c>`, r, 45748+r%365)
		line = fmt.Appendf(line, `<c r="B%d" t="s"><v>%d</v></c>`, r, x%30)
		line = fmt.Appendf(line, `<c r="C%d" t="s"><v>%d</v></c>`, r, 30+x%100)
		line = fmt.Appendf(line, `<c r="D%d" t="s"><v>%d</v></c>`, r, x%texts)
		line = fmt.Appendf(line, `<c r="E%d"><v>%d.%d</v></c>`, r, x%8, x%4*25)
		line = fmt.Appendf(line, `<c r="F%d"><v>%d</v></c>`, r, x%20000)
		line = fmt.Appendf(line, `<c r="G%d" s="1"><v>%d</v></c>`, r, 45750+r%365)
		line = fmt.Appendf(line, `<c r="H%d" s="1"><v>%d</v></c>`, r, 45760+r%365)
		line = fmt.Appendf(line, `<c r="I%d"><v>%d</v></c>`, r, x%15000)
		line = fmt.Appendf(line, `<c r="J%d" t="s"><v>%d</v></c></row>`, r, x%2)
		w.Write(line)
	}
	io.WriteString(w, `</sheetData></worksheet>`)
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return file.Bytes()
}

var benchSizes = []int{1_000, 50_000, 500_000}

// BenchmarkStream reads every row without keeping any.
func BenchmarkStream(b *testing.B) {
	eachSize(b, func(b *testing.B, data []byte, rows int) {
		r, findings, err := NewReader("作業ログ.xlsx", bytes.NewReader(data), int64(len(data)), Options{})
		if err != nil || findings != nil {
			b.Fatal(err, findings)
		}
		n := 0
		for _, err := range r.Sheets[0].Rows() {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != rows {
			b.Fatalf("%d rows, want %d", n, rows)
		}
	})
}

// BenchmarkBook reads into a Book.
func BenchmarkBook(b *testing.B) {
	eachSize(b, func(b *testing.B, data []byte, rows int) {
		book, findings, err := Read("作業ログ.xlsx", bytes.NewReader(data), int64(len(data)), Options{})
		if err != nil || findings != nil || len(book.Sheets[0].Rows) != rows {
			b.Fatal(err, findings)
		}
	})
}

// BenchmarkInflate only unpacks the sheet, with the standard library and with klauspost's.
func BenchmarkInflate(b *testing.B) {
	for _, lib := range []struct {
		name string
		open zip.Decompressor
	}{{"std", nil}, {"klauspost", klauspost.NewReader}} {
		b.Run(lib.name, func(b *testing.B) {
			eachSize(b, func(b *testing.B, data []byte, _ int) {
				z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
				if err != nil {
					b.Fatal(err)
				}
				if lib.open != nil {
					z.RegisterDecompressor(zip.Deflate, lib.open)
				}
				f, err := z.Open("xl/worksheets/sheet1.xml")
				if err != nil {
					b.Fatal(err)
				}
				if _, err := io.Copy(io.Discard, f); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// BenchmarkExcelize is the raw streaming of the library, for comparison.
func BenchmarkExcelize(b *testing.B) {
	eachSize(b, func(b *testing.B, data []byte, _ int) {
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.Rows("作業ログ")
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	})
}

// BenchmarkCSV reads the same rows from UTF-8 text.
func BenchmarkCSV(b *testing.B) {
	for _, rows := range benchSizes {
		var text []byte
		for r := range rows {
			text = fmt.Appendf(text, "2025-04-%02d,0012,C-%d,データ入力 %d 件目,1.5,%d,2025-05-01,2025-05-31,%d,○\r\n", r%30+1, r%100,
				r%5000, r%20000, r%15000)
		}
		b.Run(strconv.Itoa(rows), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, findings, err := Read("作業ログ.csv", bytes.NewReader(text), int64(len(text)), Options{}); err != nil ||
					findings != nil {
					b.Fatal(err, findings)
				}
			}
		})
	}
}

func eachSize(b *testing.B, run func(b *testing.B, data []byte, rows int)) {
	for _, rows := range benchSizes {
		data := workLog(b, rows)
		b.Run(strconv.Itoa(rows), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				run(b, data, rows)
			}
		})
	}
}
