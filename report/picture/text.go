package picture

import (
	"strconv"
	"strings"
)

// text reads a text element; a line feed or tspan within one is not used by the charts.
func (r *svgReader) text(n *node, s state) {
	if len(n.kids) > 0 {
		r.fail("text with elements inside it")
	}
	out := Shape{
		Clip: s.clip, Text: n.text, Fill: r.paint(s, "fill", "#000000"),
		Size: r.fontSize(s), Bold: isBold(s),
	}
	out.Anchor = map[string]float64{"middle": 0.5, "end": 1}[s.attrs["text-anchor"]]
	drop := 0.0 // from the line the y names down to the baseline, in parts of the size
	switch s.attrs["dominant-baseline"] {
	case "central", "middle":
		drop = 0.38 // half of 0.88 above and 0.12 below, the metrics of the faces
	case "hanging", "text-before-edge":
		drop = 0.88
	}
	at := Point{r.optional(n, "x"), r.optional(n, "y") + float64(drop*out.Size)}
	out.Frame = s.frame.Mul(Matrix{1, 0, 0, 1, at.X, at.Y})
	if strings.TrimSpace(out.Text) != "" && out.Fill.Opacity > 0 {
		r.d.Shapes = append(r.d.Shapes, out)
	}
}

func isBold(s state) bool {
	for _, word := range append(strings.Fields(s.attrs["font"]), s.attrs["font-weight"]) {
		if n, err := strconv.Atoi(word); word == "bold" || word == "bolder" || err == nil && n >= 600 {
			return true
		}
	}
	return false
}

// fontSize reads "font-size", or the size within the short form "font".
func (r *svgReader) fontSize(s state) float64 {
	value := s.attrs["font-size"]
	if value == "" {
		for _, word := range strings.Fields(s.attrs["font"]) {
			if strings.HasSuffix(word, "px") {
				value = word
			}
		}
	}
	if value == "" {
		return 12
	}
	return r.float(strings.TrimSuffix(value, "px"))
}
