package finding

import (
	"strconv"
	"strings"
)

// area is a rectangle of cells, 1-based, both ends included; the zero area means "no range".
type area struct{ fromRow, fromCol, toRow, toCol int }

// area returns the rectangle of p.Range; the zero area when Range is empty or not in A1 form.
func (p Place) area() area {
	from, to, isRange := strings.Cut(p.Range, ":")
	if !isRange {
		to = from
	}
	r1, c1 := parseCell(from)
	r2, c2 := parseCell(to)
	if r1 == 0 || r2 < r1 || c2 < c1 {
		return area{}
	}
	return area{r1, c1, r2, c2}
}

// parseCell splits "E17" into row 17 and column 5; zeros when ref is not one cell.
func parseCell(ref string) (row, col int) {
	i := 0
	for i < len(ref) && i < 3 && 'A' <= ref[i] && ref[i] <= 'Z' {
		col = col*26 + int(ref[i]-'A') + 1
		i++
	}
	row, err := strconv.Atoi(ref[i:])
	if err != nil || row < 1 || col == 0 {
		return 0, 0
	}
	return row, col
}

// cellName is the address of a cell as Excel shows it.
func cellName(row, col int) string {
	var letters []byte
	for ; col > 0; col = (col - 1) / 26 {
		letters = append([]byte{byte('A' + (col-1)%26)}, letters...)
	}
	return string(letters) + strconv.Itoa(row)
}

// name is the area in A1 form: one cell, or first:last.
func (a area) name() string {
	from, to := cellName(a.fromRow, a.fromCol), cellName(a.toRow, a.toCol)
	if from == to {
		return from
	}
	return from + ":" + to
}

// String returns the place as "台帳.xlsx 作業ログ!E17", as far as it is known.
func (p Place) String() string {
	parts := []string{p.File}
	if p.File == "" {
		parts = nil
	}
	switch {
	case p.Sheet != "" && p.Range != "":
		parts = append(parts, p.Sheet+"!"+p.Range)
	case p.Sheet != "" || p.Range != "":
		parts = append(parts, p.Sheet+p.Range)
	}
	return strings.Join(parts, " ")
}

// Rows returns the first and last row of the place's range, zeros when it has none.
func (p Place) Rows() (first, last int) {
	a := p.area()
	return a.fromRow, a.toRow
}
