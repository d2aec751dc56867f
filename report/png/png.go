// Package png draws a chart of a report as a picture for slides.
//
// The one idea: the same drawing as everywhere. The picture that the PDF prints is painted here in
// whole-number arithmetic with the built-in fonts, below the chart's title, so that any machine
// gives the same bytes. The alternative text and the title travel in the file. The package decides
// nothing about words or numbers.
package png

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	stdpng "image/png"
	"io"
	"math"

	"pilot90/report/chart"
	"pilot90/report/content"
	"pilot90/report/picture"
)

// Width of every picture, in pixels, and of the drawing in it, in the units of the chart: what
// is 9 pt in print is 9 of 512, some 28 pixels.
const (
	Width = 1600
	units = 512.0
)

// The layout around the drawing, in units.
const (
	margin     = 16.0
	titleSize  = 14.0
	titleLead  = 21.0
	sourceSize = 8.0
)

// Signature stands in every picture of this package.
const Signature = "Software\x00pilot90"

// Write draws c. Equal charts give equal bytes. Errors are those of drawing the chart and of w.
func Write(w io.Writer, c *content.Chart, lang string) error {
	s, err := draw(c, lang)
	if err != nil {
		return fmt.Errorf("chart %s: %w", c.ID, err)
	}
	var b bytes.Buffer
	if err := stdpng.Encode(&b, s.pixels); err != nil {
		return err
	}
	_, err = w.Write(described(b.Bytes(), c))
	return err
}

func draw(c *content.Chart, lang string) (*sheet, error) {
	f, err := loadFaces()
	if err != nil {
		return nil, err
	}
	drawing, err := chart.Draw(c, chart.Size{Width: units - 2*margin, Look: chart.Look{Lang: lang}})
	if err != nil {
		return nil, err
	}
	title, err := f.balanced(c.Title, titleSize, units-2*margin)
	if err != nil {
		return nil, err
	}
	source, err := f.wrap(c.Source, sourceSize, units-2*margin)
	if err != nil {
		return nil, err
	}
	head := margin + float64(float64(len(title))*titleLead) + 4
	foot := margin + float64(float64(len(source))*sourceSize*1.5)
	scale := Width / units
	s := newSheet(Width, int(math.Ceil((head+drawing.Height+foot)*scale)), f, scale)
	s.left, s.top = margin, head
	for _, p := range drawing.Shapes {
		if err := s.shape(p); err != nil {
			return nil, err
		}
	}
	s.left, s.top = 0, 0
	if err := s.lines(title, titleSize, titleLead, margin, true); err != nil {
		return nil, err
	}
	return s, s.lines(source, sourceSize, sourceSize*1.5, head+drawing.Height+4, false)
}

// lines paints lines of text below each other.
func (s *sheet) lines(lines []string, size, lead, top float64, bold bool) error {
	ink := picture.Paint{R: 0x1A, G: 0x1A, B: 0x1C, Solid: true}
	if !bold {
		ink = picture.Paint{R: 0x59, G: 0x59, B: 0x59, Solid: true}
	}
	for i, line := range lines {
		at := picture.Point{X: margin, Y: top + float64(float64(i)*lead) + size}
		if err := s.text(picture.Shape{Text: line, Bold: bold, Size: size, At: at, Fill: ink}); err != nil {
			return err
		}
	}
	return nil
}

// described puts the title and the alternative text behind the head of the file.
func described(data []byte, c *content.Chart) []byte {
	const head = 8 + 25 // signature and IHDR
	alt := c.Alt
	if alt == "" {
		alt = c.Title
	}
	var b bytes.Buffer
	b.Write(data[:head])
	chunk(&b, "tEXt", []byte(Signature))
	chunk(&b, "iTXt", []byte("Title\x00\x00\x00\x00\x00"+c.Title))
	chunk(&b, "iTXt", []byte("Description\x00\x00\x00\x00\x00"+alt))
	b.Write(data[head:])
	return b.Bytes()
}

func chunk(b *bytes.Buffer, kind string, data []byte) {
	var n [4]byte
	binary.BigEndian.PutUint32(n[:], uint32(len(data)))
	b.Write(n[:])
	sum := crc32.NewIEEE()
	for _, part := range [][]byte{[]byte(kind), data} {
		b.Write(part)
		sum.Write(part)
	}
	binary.BigEndian.PutUint32(n[:], sum.Sum32())
	b.Write(n[:])
}
