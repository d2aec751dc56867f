package chart

import (
	"bytes"
	"fmt"
	"regexp"

	"pilot90/report/content"
)

// Size is the box of a drawing. In the print look one unit is one point (1/72 inch): draw the SVG
// at Width × Height points and its text has the size it names.
type Size struct {
	Width, Height float64 // Height 0 = the natural height of the chart at this width
	Look          Look
}

// SVG draws c as one SVG image whose bytes depend on c and size only. It uses rect, path, circle,
// polyline, polygon and text elements, without patterns, gradients, clips or halos. Errors are
// those of Option, a missing asset and a failure of the script.
func SVG(c *content.Chart, size Size) ([]byte, error) {
	data, err := option(c, size.Look, true)
	if err != nil {
		return nil, err
	}
	if size.Height == 0 {
		size.Height = Height(c, size.Width, size.Look)
	}
	svg, err := drawn.get(drawing{string(data), size.Width, size.Height}, renderSVG)
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	return []byte(svg), nil
}

// PrintWidth is the measure of a printed page in points: A4 less two margins of 56.
const PrintWidth = 595.28 - 2*56

// Still draws c as it is printed, at PrintWidth, for a page that may not have the font: the same
// drawing with the fonts of a screen behind its own. It returns the height in points too.
func Still(c *content.Chart, lang string) (svg []byte, height float64, err error) {
	size := Size{Width: PrintWidth, Height: Height(c, PrintWidth, Look{Lang: lang}), Look: Look{Lang: lang}}
	svg, err = SVG(c, size)
	return bytes.ReplaceAll(svg, []byte("font-family:"+printFont), []byte("font-family:"+screenFont)), size.Height, err
}

// still matches what serves only a pointer over a live drawing: hover classes and their styles.
// Text cannot match, because the renderer escapes quotes and angle brackets in it.
var still = regexp.MustCompile(`(?s) (?:ecmeta_\w+|class|pointer-events)="[^"]*"|<style.*?</style>\s*`)
