package chart

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/dop251/goja"

	"pilot90/report/content"
)

// Size is the box of a drawing. In the print look one unit is one point (1/72 inch): draw the SVG
// at Width × Height points and its text has the size it names.
type Size struct {
	Width, Height float64 // Height 0 = the natural height of the chart at this width
	Look          Look
}

// longest is a bound on the run of one drawing, some hundred times what it needs; it keeps a
// fault in a script from hanging the program and touches no output.
const longest = 30 * time.Second

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
	svg, err := renderSVG(string(data), size.Width, size.Height)
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	return []byte(still.ReplaceAllString(svg, "")), nil
}

// still matches what serves only a pointer over a live drawing: hover classes and their styles.
// Text cannot match, because the renderer escapes quotes and angle brackets in it.
var still = regexp.MustCompile(`(?s) (?:ecmeta_\w+|class|pointer-events)="[^"]*"|<style.*?</style>\s*`)

// programs are ECharts and our drawing functions, compiled once.
var programs = sync.OnceValues(func() ([]*goja.Program, error) {
	library, err := Library()
	if err != nil {
		return nil, err
	}
	var out []*goja.Program
	for _, s := range []struct{ name, source string }{
		{"echarts.min.js", library}, {"layout.js", layoutScript}, {"renderers.js", renderScript}, {"draw.js", drawScript},
	} {
		p, err := goja.Compile(s.name, s.source, false)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
})

const drawScript = `function drawSVG(json, width, height) {
  echarts.setPlatformAPI({measureText: measureText});
  var chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height, locale: 'JA'});
  chart.setOption(pilot90.layout(JSON.parse(json), width, height));
  var svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}`

// renderSVG runs one drawing in an engine of its own: nothing is left over from another chart,
// so the same option gives the same bytes.
func renderSVG(option string, width, height float64) (string, error) {
	compiled, err := programs()
	if err != nil {
		return "", err
	}
	vm, complaints, err := newEngine()
	if err != nil {
		return "", err
	}
	stop := time.AfterFunc(longest, func() { vm.Interrupt("drawing took too long") })
	defer stop.Stop()
	for _, p := range compiled {
		if _, err := vm.RunProgram(p); err != nil {
			return "", err
		}
	}
	draw, ok := goja.AssertFunction(vm.Get("drawSVG"))
	if !ok {
		return "", errors.New("drawing script is not complete")
	}
	out, err := draw(goja.Undefined(), vm.ToValue(option), vm.ToValue(width), vm.ToValue(height))
	if err != nil {
		return "", err
	}
	if len(*complaints) > 0 {
		return "", fmt.Errorf("drawing script: %s", strings.Join(*complaints, "; "))
	}
	return out.String(), nil
}

// newEngine is a JavaScript engine without timers, with a fixed clock and random source, and with
// the widths of the real font. What scripts complain about on the console is collected.
func newEngine() (*goja.Runtime, *[]string, error) {
	measure, err := loadFaces()
	if err != nil {
		return nil, nil, err
	}
	vm, complaints := goja.New(), &[]string{}
	vm.SetRandSource(func() float64 { return 0.5 })
	vm.SetTimeSource(func() time.Time { return time.Unix(0, 0).UTC() })
	complain := func(call goja.FunctionCall) goja.Value {
		*complaints = append(*complaints, call.Argument(0).String())
		return goja.Undefined()
	}
	nothing := func(goja.FunctionCall) goja.Value { return vm.ToValue(0) }
	globals := map[string]any{
		"setTimeout": nothing, "clearTimeout": nothing,
		"console": map[string]any{"error": complain, "warn": complain, "log": nothing},
		"measureText": func(text, css string) map[string]float64 {
			return map[string]float64{"width": measure.width(text, css)}
		},
	}
	for name, value := range globals {
		if err := vm.Set(name, value); err != nil {
			return nil, nil, err
		}
	}
	return vm, complaints, nil
}
