package grid

import (
	"strconv"
	"strings"
)

// The size of a sheet in Excel: XFD1048576 is its last cell.
const (
	maxRow = 1048576
	MaxCol = 16384
)

// ColumnName returns the letters of a column: 1 is A, 27 is AA, 16384 is XFD. It is empty for
// a number below 1.
func ColumnName(col int) string {
	var buf [16]byte
	i := len(buf)
	for ; col > 0; col = (col - 1) / 26 {
		i--
		buf[i] = byte('A' + (col-1)%26)
	}
	return string(buf[i:])
}

// ParseColumn is the inverse of ColumnName. Small letters are read too; it is false for
// anything that is not a column of Excel (A to XFD).
func ParseColumn(s string) (col int, ok bool) {
	col, rest := leadingColumn(s)
	return col, col > 0 && len(rest) == 0
}

// Ref returns the address of a cell as Excel shows it: row 17, column 5 is E17.
func Ref(row, col int) string { return ColumnName(col) + strconv.Itoa(row) }

// ParseRef is the inverse of Ref. $E$17 and e17 are read too; it is false for anything that
// is not a cell of Excel (A1 to XFD1048576).
func ParseRef(s string) (row, col int, ok bool) { return ReadRef(strings.ReplaceAll(s, "$", "")) }

// RangeRef returns the address of a range, E9:E22, or of its only cell, E9.
func RangeRef(r Range) string {
	from := Ref(r.FromRow, r.FromCol)
	if r.FromRow == r.ToRow && r.FromCol == r.ToCol {
		return from
	}
	return from + ":" + Ref(r.ToRow, r.ToCol)
}

// ParseRange is the inverse of RangeRef; corners in any order are put right.
func ParseRange(s string) (Range, bool) {
	a, b, two := strings.Cut(s, ":")
	if !two {
		b = a
	}
	r1, c1, ok1 := ParseRef(a)
	r2, c2, ok2 := ParseRef(b)
	return Range{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}, ok1 && ok2
}

// ReadRef reads E17. It is generic so that the scanner can read bytes without a copy.
func ReadRef[T string | []byte](s T) (row, col int, ok bool) {
	col, digits := leadingColumn(s)
	if col == 0 || len(digits) == 0 || len(digits) > 7 || digits[0] == '0' {
		return 0, 0, false
	}
	for i := range len(digits) {
		d := digits[i] - '0'
		if d > 9 {
			return 0, 0, false
		}
		row = row*10 + int(d)
	}
	return row, col, row <= maxRow
}

// leadingColumn reads the letters at the front; col is 0 when there are none or too many.
func leadingColumn[T string | []byte](s T) (col int, rest T) {
	for i := range len(s) {
		letter := s[i] &^ 0x20
		if letter < 'A' || letter > 'Z' {
			return col, s[i:]
		}
		if col = col*26 + int(letter-'A') + 1; col > MaxCol {
			return 0, s
		}
	}
	return col, s[len(s):]
}

// Range is a rectangle of cells, 1-based, both ends included.
type Range struct{ FromRow, FromCol, ToRow, ToCol int }

// Contains reports whether the cell lies in the range.
func (r Range) Contains(row, col int) bool {
	return r.FromRow <= row && row <= r.ToRow && r.FromCol <= col && col <= r.ToCol
}
