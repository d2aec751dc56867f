package picture

import (
	"bytes"
	"encoding/xml"
	"strconv"
)

// Number writes a length with at most two decimals.
func Number(v float64) string { return string(appendNumber(nil, v)) }

func appendNumber(b []byte, v float64) []byte {
	from := len(b)
	b = strconv.AppendFloat(b, v, 'f', 2, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b[from:]) == "-0" {
		b = append(b[:from], '0')
	}
	return b
}

// SVG writes the picture as an image whose texts are set in the given font families (a CSS list). It
// uses the elements path and text alone: no pattern, gradient, clip or style.
func (p *Picture) SVG(families string) []byte {
	w := writer{}
	w.raw(`<svg xmlns="http://www.w3.org/2000/svg" width="`).number(p.Width).raw(`" height="`).number(p.Height)
	w.raw(`" viewBox="0 0 `).number(p.Width).raw(" ").number(p.Height).raw(`" font-family="`).text(families).raw(`">`)
	for _, s := range p.Shapes {
		w.raw("\n")
		if s.Text != "" {
			w.words(s)
		} else {
			w.outline(s)
		}
	}
	w.raw("\n</svg>\n")
	return w.Bytes()
}

type writer struct{ bytes.Buffer }

func (w *writer) raw(s string) *writer { w.WriteString(s); return w }

func (w *writer) number(v float64) *writer {
	w.Write(appendNumber(w.AvailableBuffer(), v))
	return w
}

// text writes characters so that they stay characters; those that XML does not have become U+FFFD.
func (w *writer) text(s string) *writer {
	_ = xml.EscapeText(w, []byte(s)) // a buffer takes everything
	return w
}

func (w *writer) colour(name string, p Paint) {
	const digits = "0123456789abcdef"
	w.raw(" ").raw(name)
	if !p.Solid {
		w.raw(`="none"`)
		return
	}
	w.raw(`="#`)
	for _, v := range []uint8{p.R, p.G, p.B} {
		w.WriteByte(digits[v>>4])
		w.WriteByte(digits[v&15])
	}
	w.raw(`"`)
}

func (w *writer) words(s Shape) {
	w.raw("<text ")
	if s.Up {
		w.raw(`transform="translate(`).number(s.At.X).raw(" ").number(s.At.Y).raw(`) rotate(-90)"`)
	} else {
		w.raw(`x="`).number(s.At.X).raw(`" y="`).number(s.At.Y).raw(`"`)
	}
	w.raw(` font-size="`).number(s.Size).raw(`"`)
	if s.Bold {
		w.raw(` font-weight="bold"`)
	}
	switch s.Anchor {
	case 0.5:
		w.raw(` text-anchor="middle"`)
	case 1:
		w.raw(` text-anchor="end"`)
	}
	w.colour("fill", s.Fill)
	w.raw(">").text(s.Text).raw("</text>")
}

// Path is an outline as the attribute d of a path.
func Path(steps []Step) string {
	w := writer{}
	w.path(steps)
	return w.String()
}

func (w *writer) path(steps []Step) {
	for _, step := range steps {
		w.WriteByte(step.Kind)
		for k := range step.Places() {
			if k > 0 {
				w.raw(" ")
			}
			w.number(step.P[k].X).raw(" ").number(step.P[k].Y)
		}
	}
}

func (w *writer) outline(s Shape) {
	w.raw(`<path d="`)
	w.path(s.Outline)
	w.raw(`"`)
	w.colour("fill", s.Fill)
	if s.Stroke.Solid {
		w.colour("stroke", s.Stroke)
		w.raw(` stroke-width="`).number(s.Line).raw(`"`)
	}
	for i, d := range s.Dash {
		if i == 0 {
			w.raw(` stroke-dasharray="`)
		} else {
			w.raw(" ")
		}
		w.number(d)
	}
	if len(s.Dash) > 0 {
		w.raw(`"`)
	}
	w.raw("/>")
}
