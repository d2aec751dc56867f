package pdf

// rgb is a colour of the page. The palette keeps its order of darkness on a grey copy.
type rgb struct{ r, g, b uint8 }

var (
	ink     = rgb{0x1B, 0x1E, 0x23}
	dim     = rgb{0x56, 0x5C, 0x66} // secondary text; 6.6 : 1 on white
	navy    = rgb{0x1D, 0x35, 0x57}
	rule    = rgb{0x8B, 0x93, 0x9E}
	hair    = rgb{0xC9, 0xCE, 0xD5}
	zebra   = rgb{0xF4, 0xF5, 0xF7}
	panel   = rgb{0xE7, 0xEA, 0xEE}
	white   = rgb{0xFF, 0xFF, 0xFF}
	green   = rgb{0x1B, 0x6B, 0x50}
	ochre   = rgb{0x8A, 0x5A, 0x00}
	crimson = rgb{0xA3, 0x25, 0x2C}
)

// style is how text is set; lead is the distance of baselines, both in points.
type style struct {
	bold   bool
	size   float64
	lead   float64
	colour rgb
}

var (
	titleStyle    = style{true, 21, 29, navy}
	subtitleStyle = style{false, 11.5, 18, dim}
	editionStyle  = style{true, 9.5, 14, dim}
	metaLabel     = style{false, 8.2, 12.4, dim}
	metaValue     = style{false, 9.4, 13.6, ink}
	headingStyle  = style{true, 14, 20, navy}
	captionStyle  = style{true, 9.8, 14.6, ink}
	bodyStyle     = style{false, 10.2, 16.4, ink}
	noteStyle     = style{false, 8.4, 12.8, dim}
	labelStyle    = style{true, 9, 16.4, ink}
	footerStyle   = style{false, 7.8, 11, dim}
	markingStyle  = style{true, 9, 12, crimson}
	cellStyle     = style{false, 8.8, 12.6, ink}
	headStyle     = style{true, 8.4, 11.8, ink}
	cardTitle     = style{true, 9.2, 13, ink}
	cardValue     = style{true, 27, 31, navy}
	cardDetail    = style{false, 9, 13, ink}
	cardNote      = style{false, 7.8, 11.4, dim}
)

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
