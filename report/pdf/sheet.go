package pdf

import "pilot90/report/chart"

// A4 in points (1 pt = 25.4/72 mm).
const shortSide, longSide = 595.28, 841.89

// sheet is a form of page. Layout works in the sheet's own points; the page is drawn zoom times
// as large, so that a slide is read from the back of a room with the same layout and the same
// drawings as a printed page.
type sheet struct {
	width, height float64 // before zooming
	side          float64 // left and right margin
	top, bottom   float64 // where the body begins and ends
	line, foot    float64 // baselines of the running title, from above, and of the footer, from below
	zoom          float64
}

// bodyWidth is the measure of the body of every sheet at zoom 1, so that a chart is drawn once for
// page, slide and screen.
const bodyWidth = chart.PrintWidth

// upright is the page of a report; its head and foot are those of furnish.
var upright = &sheet{width: shortSide, height: longSide, side: 56, top: 64, bottom: longSide - 66, line: 39.4, foot: 40,
	zoom: 1}

// slide is A4 on its side.
var slide = slideSheet()

func slideSheet() *sheet {
	const side = 36
	width := float64(bodyWidth + 2*side)
	zoom := longSide / width
	height := shortSide / zoom
	return &sheet{width: width, height: height, side: side, top: 40, bottom: height - 40, line: 26, foot: 20, zoom: zoom}
}

// onePage is an upright page for a section that has to be read at one glance: narrower margins
// above and below, and everything as much smaller as zoom says.
func onePage(zoom float64) *sheet {
	s := &sheet{width: shortSide / zoom, height: longSide / zoom, zoom: zoom, top: 46, line: 34, foot: 34}
	s.side = float64((s.width - bodyWidth/zoom) / 2)
	s.bottom = s.height - 56
	return s
}

// fromFoot turns a distance from the top in the sheet's points into one from the foot of the page
// in those of the file.
func (s *sheet) fromFoot(y float64) float64 { return float64(s.zoom * (s.height - y)) }

func (s *sheet) body() float64 { return s.bottom - s.top }

// frame is the measure that blocks are set in.
type frame struct {
	x, width, height float64
	least            float64 // height of the smallest text in a chart
}

// smallest is the height of the smallest text of a chart on the page, in points of the file.
const smallest = 8.0

func (s *sheet) frame() frame {
	return frame{s.side, s.width - float64(2*s.side), s.body(), smallest / s.zoom}
}
