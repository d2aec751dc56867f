package chart

import (
	_ "embed"

	"pilot90/templates"
)

//go:embed layout.js
var layoutScript string

//go:embed renderers.js
var renderScript string

// Renderers is the JavaScript that draws the marks of an option. It needs ECharts loaded before
// it, registers the drawing functions there and defines pilot90.layout(option, width, height),
// which must be called on a freshly parsed option before setOption, pilot90.coloured(json, palette), which
// parses JSON that holds options, and pilot90.tall(option,
// width, natural), the height that a box of this width needs where the chart has this natural height.
func Renderers() string { return layoutScript + renderScript }

// Library is the source of ECharts.
func Library() (string, error) {
	src, err := templates.Asset(templates.ECharts)
	return string(src), err
}
