package pptx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"

	"pilot90/report/picture"
)

// head begins every part.
const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// The names that elements of slides are written with.
const namespaces = ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`

// escaped is a text as character data or the value of an attribute; what XML does not have becomes U+FFFD.
func escaped(s string) string {
	var b bytes.Buffer
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.String()
}

// emu is a length in points in the unit of the format, 1/12700 pt.
func emu(points float64) int { return int(math.Round(float64(points * 12700))) }

// hundredths is a size in points in the unit of text.
func hundredths(points float64) int { return int(math.Round(float64(points * 100))) }

// hex is a colour as the format writes it.
func hex(p picture.Paint) string { return fmt.Sprintf("%02X%02X%02X", p.R, p.G, p.B) }

// fill is the element that paints an area.
func fill(p picture.Paint) string {
	if !p.Solid {
		return `<a:noFill/>`
	}
	return `<a:solidFill><a:srgbClr val="` + hex(p) + `"/></a:solidFill>`
}

// outline is the element that paints a line of so many points.
func outline(p picture.Paint, points float64) string {
	if !p.Solid || points <= 0 {
		return `<a:ln><a:noFill/></a:ln>`
	}
	return fmt.Sprintf(`<a:ln w="%d">%s</a:ln>`, emu(points), fill(p))
}

// place is the element that puts a shape into a box.
func place(tag string, x, y, w, h float64) string {
	return fmt.Sprintf(`<%s><a:off x="%d" y="%d"/><a:ext cx="%d" cy="%d"/></%s>`, tag, emu(x), emu(y), emu(w), emu(h), tag)
}
