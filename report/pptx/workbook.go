package pptx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"pilot90/report/deck"
)

// sheetName is the sheet of a chart's workbook.
const sheetName = "Sheet1"

// grid are the numbers of a native chart: a row a category, a column a series.
type grid struct {
	categories []string
	series     []column
}

// column is a series as it is drawn.
type column struct {
	name   string
	values []*float64 // nil: a gap
	look   look
	points map[int]look   // of single values that look otherwise
	labels string         // number format of the values written at the bars; empty: none
	ink    string         // of those
	outer  bool           // they stand outside
	plate  string         // behind them
	own    map[int]string // formats of single labels; nil: all have the one of the series
}

// workbook is the grid as an xlsx file: text is text, never a formula.
func (g *grid) workbook() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	var err error
	keep := func(e error) { err = cmp.Or(err, e) }
	put := func(column, row int, set func(cell string) error) {
		cell, e := excelize.CoordinatesToCellName(column, row)
		keep(e)
		keep(set(cell))
	}
	for i, s := range g.series {
		put(i+2, 1, func(cell string) error { return f.SetCellStr(sheetName, cell, deck.Clean(s.name)) })
		for k, v := range s.values {
			if v != nil {
				put(i+2, k+2, func(cell string) error { return f.SetCellFloat(sheetName, cell, *v, -1, 64) })
			}
		}
	}
	for k, name := range g.categories {
		put(1, k+2, func(cell string) error { return f.SetCellStr(sheetName, cell, deck.Clean(name)) })
	}
	if err != nil {
		return nil, err
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return settled(b.Bytes())
}

// settled packs an archive anew, its parts in the order of their names and without times.
func settled(data []byte) ([]byte, error) {
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range from.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		w, err := to.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := io.Copy(w, r); err != nil {
			return nil, err
		}
		if err := r.Close(); err != nil {
			return nil, err
		}
	}
	err = to.Close()
	return out.Bytes(), err
}
