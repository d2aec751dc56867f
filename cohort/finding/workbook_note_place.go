package finding

import (
	"encoding/xml"
	"fmt"
)

// noteWidth is the width of a note's box in pixels.
const noteWidth = 320

// sheetGrid is what a sheet says of the size of its columns and rows, in pixels.
type sheetGrid struct {
	width, height int // of one that has no size of its own
	columns       []columnWidth
}

type columnWidth struct{ from, to, width int }

// readGrid reads the sizes from the part of a sheet before its cells. Rows are taken to be of
// the usual height.
func readGrid(head []byte) sheetGrid {
	g := sheetGrid{width: 64, height: 20}
	var read struct {
		Format struct {
			Width  float64 `xml:"defaultColWidth,attr"`
			Height float64 `xml:"defaultRowHeight,attr"`
		} `xml:"sheetFormatPr"`
		Columns []struct {
			From   int     `xml:"min,attr"`
			To     int     `xml:"max,attr"`
			Width  float64 `xml:"width,attr"`
			Hidden bool    `xml:"hidden,attr"`
		} `xml:"cols>col"`
	}
	_ = xml.Unmarshal(head, &read) // what cannot be read has the usual size
	if w := read.Format.Width; w > 0 {
		g.width = pixels(w)
	}
	if h := read.Format.Height; h > 0 {
		g.height = max(int(h*4/3), 1)
	}
	for _, c := range read.Columns {
		width := pixels(c.Width)
		if c.Hidden {
			width = 0
		}
		g.columns = append(g.columns, columnWidth{c.From, c.To, width})
	}
	return g
}

// pixels is the width of a column of so many characters on a screen at its usual size.
func pixels(characters float64) int { return int(float64(characters*7) + 5) }

func (g sheetGrid) widthOf(col int) int {
	for _, c := range g.columns {
		if c.from <= col && col <= c.to {
			return c.width
		}
	}
	return g.width
}

// lastColumn is the last column a sheet can have.
const lastColumn = 16384

// anchor is the place of a box of a size beside a cell: column and pixels within it, row and
// pixels, of the upper left corner and of the lower right one, counted from 0.
func (g sheetGrid) anchor(row, col, width, height int) string {
	from := min(col, lastColumn-2)
	left, to := 15, from
	rest := left + width
	for rest > g.widthOf(to+1) && to < lastColumn-1 {
		rest -= g.widthOf(to + 1)
		to++
	}
	top := max(row-2, 0)
	bottom := height + 10
	return fmt.Sprintf("%d, %d, %d, %d, %d, %d, %d, %d", from, left, top, 10, to, min(rest, g.widthOf(to+1)),
		top+bottom/g.height, bottom%g.height)
}
