package chart

import (
	"fmt"
	"math"

	"pilot90/report/content"
	"pilot90/report/picture"
)

// Size is the box of a drawing. In the print look one unit is one point (1/72 inch): put the picture
// on Width × Height points and its text has the size it names.
type Size struct {
	Width, Height float64 // Height 0 = the natural height of the chart at this width
	Look          Look
}

// Draw lays c out in a box and returns its marks as outlines and texts. The picture depends on c and
// size only. Errors are those of Option, a missing asset, and a mark that has no place.
func Draw(c *content.Chart, size Size) (*picture.Picture, error) {
	cv, err := painted(c, size.Look, size.Look.colours(), false)
	if err != nil {
		return nil, err
	}
	m, err := loadFaces()
	if err != nil {
		return nil, err
	}
	if size.Height == 0 {
		size.Height = Height(c, size.Width, size.Look)
	}
	f := fit(cv, m, size.Width, size.Height)
	f.draw()
	for _, s := range f.shapes {
		if !placed(s) {
			return nil, fmt.Errorf("chart %s: a mark has no place", c.ID)
		}
	}
	return &picture.Picture{Width: size.Width, Height: size.Height, Shapes: f.shapes}, nil
}

// placed reports whether every number of a shape is finite.
func placed(s picture.Shape) bool {
	sum := float64(s.At.X*0) + float64(s.At.Y*0) + float64(s.Size*0) + float64(s.Line*0)
	for _, step := range s.Outline {
		for k := range step.Places() {
			sum += float64(step.P[k].X*0) + float64(step.P[k].Y*0)
		}
	}
	return !math.IsNaN(sum)
}

// SVG draws c as an image whose bytes depend on c and size only.
func SVG(c *content.Chart, size Size) ([]byte, error) {
	p, err := Draw(c, size)
	if err != nil {
		return nil, err
	}
	return p.SVG(size.Look.font()), nil
}

// PrintWidth is the measure of a printed page in points: A4 less two margins of 15 mm.
const PrintWidth = 595.28 - 2*42.52

// Still draws c as it is printed, at PrintWidth, for a page that may not have the font: the same
// drawing with the fonts of a screen behind its own. It returns the height in points too.
func Still(c *content.Chart, lang string) (svg []byte, height float64, err error) {
	p, err := Draw(c, Size{Width: PrintWidth, Look: Look{Lang: lang}})
	if err != nil {
		return nil, 0, err
	}
	return p.SVG(screenFont), p.Height, nil
}
