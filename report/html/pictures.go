package html

import (
	"html/template"
	"math"

	"pilot90/report/chart"
	"pilot90/report/content"
)

// Picture is one way to draw a chart: for a wide or a narrow window, light or dark.
type Picture struct {
	Name  string // wide, wide-dark, narrow, narrow-dark
	media string
	width float64
	dark  bool
}

// Pictures are all the ways; the last holds where none of the others does.
var Pictures = []Picture{
	{"narrow-dark", "(max-width: 40rem) and (prefers-color-scheme: dark)", narrowWidth, true},
	{"narrow", "(max-width: 40rem)", narrowWidth, false},
	{"wide-dark", "(prefers-color-scheme: dark)", wideWidth, true},
	{"wide", "all", wideWidth, false},
}

// Draw returns the chart as an SVG image.
func (p Picture) Draw(c *content.Chart, lang string) ([]byte, error) {
	look := chart.Look{Lang: language(lang), Screen: true, Dark: p.dark}
	return chart.SVG(c, chart.Size{Width: p.width, Height: chart.Height(c, p.width, look), Look: look})
}

// source is a picture in the template.
type source struct {
	Media         string
	Address       template.Srcset
	Width, Height float64
}

// pictured is a chart with a picture at the address for each way to draw it; the last one is its still.
func (b *builder) pictured(f *figure, address func(Picture) (string, error)) error {
	look := chart.Look{Lang: b.lang, Screen: true}
	for _, p := range Pictures {
		at, err := address(p)
		if err != nil {
			return err
		}
		f.Pictures = append(f.Pictures, source{p.media, template.Srcset(at), p.width, chart.Height(f.Chart, p.width, look)})
		f.Still, f.Width, f.Height = template.URL(at), p.width, math.Ceil(chart.Height(f.Chart, p.width, look))
	}
	return nil
}
