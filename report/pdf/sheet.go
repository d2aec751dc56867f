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
	running       float64 // what the running title of a later page takes from the body
	line, foot    float64 // baselines of the running title, from above, and of the footer, from below
	zoom          float64
}

// bodyWidth is the measure of the body of every sheet at zoom 1, so that a chart is drawn once for
// page, slide and screen: 180 mm.
const bodyWidth = chart.PrintWidth

// upright is the page of a report: 15 mm at the sides, 12 above, the rule of the foot 14 from below.
var upright = &sheet{width: shortSide, height: longSide, side: (shortSide - bodyWidth) / 2, top: 34,
	bottom:  longSide - 46,
	running: 20, line: 43, foot: 28.5, zoom: 1}

// slide is A4 on its side.
var slide = slideSheet()

func slideSheet() *sheet {
	const side = 36
	width := float64(bodyWidth + 2*side)
	zoom := longSide / width
	height := shortSide / zoom
	return &sheet{width: width, height: height, side: side, top: 40, bottom: height - 40, line: 26, foot: 20, zoom: zoom}
}

// fromFoot turns a distance from the top in the sheet's points into one from the foot of the page
// in those of the file.
func (s *sheet) fromFoot(y float64) float64 { return float64(s.zoom * (s.height - y)) }

// body is the room of a page that begins under a running title.
func (s *sheet) body() float64 { return s.bottom - s.top - s.running }

// frame is the measure that blocks are set in.
type frame struct {
	x, width, height float64
}

func (s *sheet) frame() frame {
	return frame{s.side, s.width - float64(2*s.side), s.body()}
}
