package chart

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/dop251/goja"
)

// longest is a bound on the run of one drawing, some hundred times what it needs; it keeps a
// fault in a script from hanging the program and touches no output.
const longest = 30 * time.Second

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

// engine is a JavaScript engine with ECharts and our drawing functions loaded.
type engine struct {
	vm         *goja.Runtime
	draw       goja.Callable
	complaints []string // what scripts said on the console during one drawing
}

// engines are those at rest. Loading the library into an engine costs as much as drawing half a
// chart; a drawing leaves nothing behind that another one could see (a test draws in every order),
// since what counts on, the ids of shapes, is not part of the output.
var engines sync.Pool

// renderSVG runs one drawing. An engine that failed is not used again.
func renderSVG(d drawing) (string, error) {
	e, ok := engines.Get().(*engine)
	if !ok {
		var err error
		if e, err = newEngine(); err != nil {
			return "", err
		}
	}
	svg, err := e.render(d)
	if err != nil {
		return "", err
	}
	engines.Put(e)
	return still.ReplaceAllString(svg, ""), nil
}

func (e *engine) render(d drawing) (string, error) {
	e.complaints = nil
	stop := time.AfterFunc(longest, func() { e.vm.Interrupt("drawing took too long") })
	defer stop.Stop()
	out, err := e.draw(goja.Undefined(), e.vm.ToValue(d.option), e.vm.ToValue(d.width), e.vm.ToValue(d.height))
	if err != nil {
		return "", err
	}
	if len(e.complaints) > 0 {
		return "", fmt.Errorf("drawing script: %s", strings.Join(e.complaints, "; "))
	}
	return out.String(), nil
}

// newEngine is an engine without timers, with a fixed clock and random source, and with the widths
// of the real font.
func newEngine() (*engine, error) {
	compiled, err := programs()
	if err != nil {
		return nil, err
	}
	measure, err := loadFaces()
	if err != nil {
		return nil, err
	}
	e := &engine{vm: goja.New()}
	e.vm.SetRandSource(func() float64 { return 0.5 })
	e.vm.SetTimeSource(func() time.Time { return time.Unix(0, 0).UTC() })
	complain := func(call goja.FunctionCall) goja.Value {
		e.complaints = append(e.complaints, call.Argument(0).String())
		return goja.Undefined()
	}
	nothing := func(goja.FunctionCall) goja.Value { return e.vm.ToValue(0) }
	globals := map[string]any{
		"setTimeout": nothing, "clearTimeout": nothing,
		"console": map[string]any{"error": complain, "warn": complain, "log": nothing},
		"measureText": func(text, css string) map[string]float64 {
			return map[string]float64{"width": measure.width(text, css)}
		},
	}
	for name, value := range globals {
		if err := e.vm.Set(name, value); err != nil {
			return nil, err
		}
	}
	for _, p := range compiled {
		if _, err := e.vm.RunProgram(p); err != nil {
			return nil, err
		}
	}
	draw, ok := goja.AssertFunction(e.vm.Get("drawSVG"))
	if !ok {
		return nil, errors.New("drawing script is not complete")
	}
	e.draw = draw
	return e, nil
}
