package sheet

import (
	"bytes"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/sheet/grid"
)

// read reads a file from memory; name decides as a file name does.
func read(tb testing.TB, name string, data []byte, opt Options) (*grid.Book, []finding.Finding) {
	tb.Helper()
	book, findings, err := Read(name, bytes.NewReader(data), int64(len(data)), opt)
	if err != nil {
		tb.Fatal(err)
	}
	return book, findings
}

// shown writes a result on one line: "A1=あ B1=1.5" with a letter for kinds other than text
// and number (b bool, e error, u uncomputed, d date, t time), or the code and place of a refusal.
func shown(book *grid.Book, findings []finding.Finding) string {
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
				out = append(out, grid.Ref(r.Number, c.Col)+mark(c.Value)+"="+strings.ReplaceAll(c.Text, "\n", "⏎"))
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
