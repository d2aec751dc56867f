package finding

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// The bounds of a workbook that is copied. The library that writes it holds every cell of a row up to its last column,
// blank ones too, at about 300 bytes each, and compares merged ranges pair by pair: a small file can cost any memory.
const (
	mostCopied = 300_000 // cells: 20,000 rows of 15 columns
	mostMerged = 5_000   // ranges
	mostSheets = 1_000
	mostBytes  = 256 << 20 // of the sheets, unpacked
	mostFaults = 5_000     // that are coloured and commented, and as many lines of the front sheet
)

// errTooMuch says that a workbook is beyond these bounds.
var errTooMuch = errors.New("more cells, merged ranges or sheets than a copy can take")

// errDisorder says that a sheet names its rows in another order than from the first down. The library then loses
// cells, which is found only after the whole copy was made.
var errDisorder = errors.New("the rows of a sheet are not in their order")

// load is what a copy has to hold in memory.
type load struct {
	cells, merged, sheets int
	bytes                 int64
	disorder              bool // rows that go back
}

func (l load) tooMuch() bool {
	return l.cells > mostCopied || l.merged > mostMerged || l.sheets > mostSheets || l.bytes > mostBytes
}

// firstFaults are the errors and warnings, the errors first, at most so many, and how many there are. Nobody corrects
// thousands of cells one by one: what has been corrected makes room for the rest.
func firstFaults(fs []Finding, most int) (first []Finding, all int) {
	for _, severity := range []Severity{Error, Warning} {
		for _, f := range fs {
			if f.Severity != severity {
				continue
			}
			if all++; len(first) < most {
				first = append(first, f)
			}
		}
	}
	return first, all
}

// copyable returns errTooMuch for a workbook (its bytes, decrypted) that cannot be copied within the bounds, and
// errDisorder for one whose rows are in no order. Of one that is no archive, or whose sheets cannot be read, the
// library says so itself.
func copyable(plain []byte) error {
	a, err := openArchive(plain)
	if err != nil {
		return nil
	}
	parts, err := a.sheetParts()
	if err != nil {
		return nil
	}
	l := load{sheets: len(parts)}
	for _, part := range parts {
		if l.tooMuch() {
			break
		}
		f := a.file(part)
		if f == nil {
			continue
		}
		in, err := f.Open()
		if err != nil {
			continue
		}
		l.add(in)
		in.Close()
	}
	switch {
	case l.tooMuch():
		return fmt.Errorf("%w: at least %+v", errTooMuch, l)
	case l.disorder:
		return errDisorder
	}
	return nil
}

// add counts the cells and merged ranges of a sheet until it ends, cannot be read on or is too much.
func (l *load) add(sheet io.Reader) {
	from := l.bytes
	tokens := xml.NewDecoder(io.LimitReader(sheet, mostBytes+1-from))
	last, number := 0, 0 // the last column of the row, and its number
	for !l.tooMuch() {
		token, err := tokens.RawToken()
		l.bytes = from + tokens.InputOffset()
		if err != nil {
			break
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			l.cells += last
			last = 0
			n := rowOf(start)
			l.disorder = l.disorder || n > 0 && n < number
			number = max(number, n)
		case "c":
			last = max(last+1, columnOf(start))
		case "mergeCell":
			l.merged++
		}
	}
	l.cells += last
}

// rowOf is the number of a row, 0 where it gives none.
func rowOf(row xml.StartElement) int {
	for _, attr := range row.Attr {
		if attr.Name.Local == "r" {
			n, _ := strconv.Atoi(attr.Value) // what is no number is none
			return n
		}
	}
	return 0
}

// columnOf is the number of a cell's column, 0 where it gives none.
func columnOf(c xml.StartElement) int {
	for _, attr := range c.Attr {
		if attr.Name.Local == "r" {
			col, _, err := excelize.CellNameToCoordinates(attr.Value)
			if err == nil {
				return col
			}
		}
	}
	return 0
}

// copyableSheets is copyable for the cells of sheets that are written anew.
func copyableSheets(sheets []NewSheet) error {
	l := load{sheets: len(sheets)}
	for _, s := range sheets {
		row, last := 0, 0
		for c := range s.Cells {
			if c.Row != row {
				l.cells, row, last = l.cells+last, c.Row, 0
			}
			if last = max(last, c.Col); l.cells+last > mostCopied {
				break
			}
		}
		l.cells += last
		if l.tooMuch() {
			return fmt.Errorf("%w: at least %+v", errTooMuch, l)
		}
	}
	return nil
}
