package png

import (
	"math"
	"slices"
)

// A mask says how much of each pixel an outline covers. The arithmetic is whole numbers all the
// way from the corners on, so that every machine gives the same picture: corners lie on a grid of
// 1/256 pixel, each pixel is cut into 16 lines, and of each line the covered length is exact.

const (
	grid    = 256 // steps of a pixel
	lines   = 16  // lines of a pixel
	spacing = grid / lines
)

// mask is the cover of a rectangle of pixels, 0–255, row by row.
type mask struct {
	left, top, width, height int
	cover                    []uint8
}

// crossing is where an outline crosses a line, and whether downwards (1) or upwards (-1).
type crossing struct{ x, turn int }

// corner is a point on the grid.
type corner struct{ x, y int }

func onGrid(p point) corner {
	return corner{int(math.Floor(float64(p.x*grid) + 0.5)), int(math.Floor(float64(p.y*grid) + 0.5))}
}

// filler makes one mask after the other in the same memory.
type filler struct {
	found [][]crossing // of each line
	row   []int
	cover []uint8
}

// fill fills closed polygons by the nonzero rule, within a picture of the given size. The mask holds
// until the next one is made.
func (f *filler) fill(polygons [][]point, width, height int) *mask {
	var corners [][]corner
	low, high := corner{width * grid, height * grid}, corner{0, 0}
	for _, p := range polygons {
		var c []corner
		for _, at := range p {
			g := onGrid(at)
			low = corner{min(low.x, g.x), min(low.y, g.y)}
			high = corner{max(high.x, g.x), max(high.y, g.y)}
			c = append(c, g)
		}
		corners = append(corners, c)
	}
	m := &mask{left: max(0, low.x/grid), top: max(0, low.y/grid)}
	m.width = max(0, min(width, high.x/grid+1)-m.left)
	m.height = max(0, min(height, high.y/grid+1)-m.top)
	f.clear(m.width, m.height)
	m.cover = f.cover
	for _, c := range corners {
		for i := range c {
			m.cross(f.found, c[i], c[(i+1)%len(c)])
		}
	}
	for y := range m.height {
		clear(f.row)
		for _, line := range f.found[y*lines : (y+1)*lines] {
			m.spans(f.row, line)
		}
		for x := range m.width {
			m.cover[y*m.width+x] = uint8((f.row[x]*255 + grid*lines/2) / (grid * lines))
		}
	}
	return m
}

// clear makes room for a mask of the given size.
func (f *filler) clear(width, height int) {
	f.row = slices.Grow(f.row[:0], width+1)[:width+1]
	f.cover = slices.Grow(f.cover[:0], width*height)[:width*height]
	f.found = slices.Grow(f.found[:0], height*lines)[:height*lines]
	for i := range f.found {
		f.found[i] = f.found[i][:0]
	}
}

// cross notes where an edge crosses the lines of the mask.
func (m *mask) cross(found [][]crossing, a, b corner) {
	turn := 1
	if a.y > b.y {
		a, b, turn = b, a, -1
	}
	top := m.top * grid
	first := max(0, ceilDiv(a.y-top-spacing/2, spacing))
	last := min(len(found), ceilDiv(b.y-top-spacing/2, spacing))
	for i := first; i < last; i++ {
		y := top + i*spacing + spacing/2
		found[i] = append(found[i], crossing{a.x + (y-a.y)*(b.x-a.x)/(b.y-a.y), turn})
	}
}

func ceilDiv(a, b int) int {
	if a >= 0 {
		return (a + b - 1) / b
	}
	return a / b
}

// spans adds the covered lengths of one line to the pixels of its row.
func (m *mask) spans(row []int, line []crossing) {
	slices.SortFunc(line, func(a, b crossing) int { return a.x - b.x })
	winding := 0
	for i, c := range line {
		if winding != 0 {
			m.span(row, line[i-1].x-m.left*grid, c.x-m.left*grid)
		}
		winding += c.turn
	}
}

// span adds one covered stretch.
func (m *mask) span(row []int, from, to int) {
	from, to = max(from, 0), min(to, m.width*grid)
	for x := from / grid; from < to; x++ {
		end := min(to, (x+1)*grid)
		row[x] += end - from
		from = end
	}
}
