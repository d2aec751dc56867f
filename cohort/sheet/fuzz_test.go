package sheet

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/sheettest"
)

// checkBook checks what holds of every Book.
func checkBook(t *testing.T, book *grid.Book) {
	t.Helper()
	for _, g := range book.Sheets {
		last := 0
		for _, r := range g.Rows {
			if r.Number <= last || r.Number > grid.DefaultLimits().Rows || len(r.Cells) == 0 {
				t.Fatalf("row %d after %d with %d cells", r.Number, last, len(r.Cells))
			}
			last = r.Number
			col := 0
			for _, c := range r.Cells {
				if c.Col <= col || c.Col > grid.MaxCol || c.Kind == 0 {
					t.Fatalf("row %d: column %d after %d: %+v", r.Number, c.Col, col, c)
				}
				if col = c.Col; g.At(r.Number, col) != c.Value {
					t.Fatalf("At(%d, %d) is another value", r.Number, col)
				}
			}
		}
	}
}

// fuzzed reads any bytes: a Book in order or one finding, never an error.
func fuzzed(t *testing.T, name string, data []byte) {
	t.Helper()
	limits := grid.Limits{FileBytes: 1 << 20, PartBytes: 8 << 20, TotalBytes: 16 << 20, GeneralXML: 1 << 20}
	book, findings, err := Read(name, bytes.NewReader(data), int64(len(data)),
		Options{Password: "password", Limits: limits})
	if err != nil || (book == nil) != (len(findings) == 1) {
		t.Fatal(book, findings, err)
	}
	if book != nil {
		checkBook(t, book)
	}
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\r\n1,\"2\n3\"\n", "\"a\"\"b\";c\n", "\ufeffあ,い\n", "\x82\xa0,\x82\xa2\n",
		"\xff\xfea\x00,\x00", "sep=;\na;b", "\"open", "a\x00b", "=\"01\"\n\x1a", "\xa4\xb7,\xa4\xe1"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.csv", data) })
}

func FuzzFile(f *testing.F) {
	f.Add(sheettest.Zip(f, sheettest.Workbook(sheettest.Sheet(`<row r="1"><c r="A1"><v>1</v></c></row>`), nil)))
	f.Add(compoundFile("Root Entry", "EncryptedPackage", "EncryptionInfo"))
	f.Add(compoundFile("Root Entry", "Workbook"))
	f.Add(oldFile("Workbook"))
	f.Add(sheettest.OpenDocument(f, sheettest.Table("表", "a,b")))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzed(t, "a.xlsx", data)
		if stream, err := oldWorkbook(data); err == nil && len(stream) > len(data) {
			t.Fatalf("a stream of %d bytes in a file of %d", len(stream), len(data))
		}
	})
}

// TestCSVComesBack writes random tables as the standard library does and reads them again.
func TestCSVComesBack(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	pieces := []string{"", "あ", "1.5", "a,b", "x\ny", `q"q`, " s ", "2025-04-01", "髙", `"`, ";"}
	for range 500 {
		table := make([][]string, 1+random.IntN(5))
		for i := range table {
			table[i] = []string{"見出し"} // a first column that is never blank
			for range 1 + random.IntN(4) {
				table[i] = append(table[i], pieces[random.IntN(len(pieces))])
			}
		}
		var text strings.Builder
		w := csv.NewWriter(&text)
		w.UseCRLF = random.IntN(2) == 0
		if err := w.WriteAll(table); err != nil {
			t.Fatal(err)
		}
		book, findings := read(t, "a.csv", []byte(text.String()), Options{})
		if book == nil {
			t.Fatalf("%q: %v", text.String(), findings)
		}
		for i, row := range table {
			for j, want := range row {
				if got := book.Sheets[0].At(i+1, j+1).Text; got != want {
					t.Fatalf("%q: %s = %q, want %q", text.String(), grid.Ref(i+1, j+1), got, want)
				}
			}
		}
	}
}
