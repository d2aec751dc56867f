package pdf

// rgb is a colour of the page. The palette keeps its order of darkness on a grey copy; contrasts are
// those to white.
type rgb struct{ r, g, b uint8 }

var (
	ink   = rgb{0x1A, 0x1F, 0x2B} // 16.5 : 1
	sub   = rgb{0x4A, 0x53, 0x62} // 7.8
	rule  = rgb{0xC8, 0xCE, 0xD8}
	field = rgb{0xF2, 0xF5, 0xF9}
	white = rgb{0xFF, 0xFF, 0xFF}
	blue  = rgb{0x0B, 0x4C, 0x8C} // 8.7; this pilot, reached
	grey  = rgb{0x5F, 0x6B, 0x7A} // 5.4; what is set beside it, or no longer there
	amber = rgb{0x9A, 0x4A, 0x00} // 6.3; short of a target
	red   = rgb{0xB3, 0x26, 0x1E} // 6.5; to be done now
	track = rgb{0xE6, 0xEA, 0xF0} // the empty part of a bar
	straw = rgb{0xFD, 0xF1, 0xDF} // ground of an amber hatch
)

// style is how text is set; lead is the distance of baselines, both in points. There is none under
// 8 points, and none is made smaller to fit.
type style struct {
	bold   bool
	size   float64
	lead   float64
	colour rgb
}

var (
	titleStyle   = style{true, 17, 22.4, ink}
	lineStyle    = style{false, 8.5, 13, sub} // the line above the title
	headingStyle = style{true, 11, 15.4, ink}
	leadStyle    = style{false, 10.2, 16.5, ink}
	captionStyle = style{true, 9.5, 14, ink}
	bodyStyle    = style{false, 9.5, 14.4, ink}
	pointStyle   = style{false, 9.5, 13.8, ink}
	noteStyle    = style{false, 8, 11.6, sub}
	labelStyle   = style{true, 9.5, 14.4, ink}
	footerStyle  = style{false, 8, 11, sub}
	markingStyle = style{true, 9, 12, red}
	cellStyle    = style{false, 9.5, 13.3, ink}
	headStyle    = style{true, 8, 11.4, sub}
	cardTitle    = style{true, 9.5, 13.6, ink}
	cardValue    = style{true, 28, 32, blue}
	cardUnit     = style{true, 12, 16, blue}
	cardDetail   = style{false, 9, 12.8, sub}
	cardNote     = style{false, 8, 11.6, sub}
)

// sectionGap is the room between sections: 4 mm.
const sectionGap = 11.3

// in returns the style in another colour.
func (s style) in(c rgb) style {
	s.colour = c
	return s
}

// scaled returns the style at another size, its leading kept in proportion.
func (s style) scaled(size float64) style {
	s.lead *= size / s.size
	s.size = size
	return s
}
