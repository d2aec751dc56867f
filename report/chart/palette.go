package chart

import (
	"encoding/json"
	"fmt"
	"slices"
)

// A page is light or dark, and that can change while it is open: an option names its colours, and the
// script of the page puts those of the moment in their places.

// named are the names of the colours.
var named = func() colours {
	k := light
	k.series, k.steps, k.stepInk = slices.Clone(k.series), slices.Clone(k.steps), slices.Clone(k.stepInk)
	for name, colour := range k.all() {
		*colour = name
	}
	return k
}()

// all are the colours by name.
func (k *colours) all() map[string]*string {
	out := map[string]*string{
		"paper": &k.paper, "ink": &k.ink, "quiet": &k.quiet, "rule": &k.rule, "grid": &k.grid, "track": &k.track,
		"main": &k.main, "on-main": &k.onMain, "link": &k.link, "other": &k.other, "alert": &k.alert, "watch": &k.watch,
		"soft":      &k.soft,
		"tip-paper": &k.tipPaper, "tip-border": &k.tipBorder,
	}
	for i := range k.phases {
		out[fmt.Sprintf("phase-%d", i)] = &k.phases[i]
	}
	for i := range k.series {
		f := &k.series[i]
		out[fmt.Sprintf("series-%d", i)], out[fmt.Sprintf("series-%d-ink", i)] = &f.paint, &f.ink
		out[fmt.Sprintf("series-%d-stroke", i)] = &f.stroke
	}
	for i := range k.steps {
		out[fmt.Sprintf("step-%d", i)], out[fmt.Sprintf("step-%d-ink", i)] = &k.steps[i], &k.stepInk[i]
	}
	return out
}

// Palettes returns the colours that options name, as JSON: {"light": {name: colour, …}, "dark": …}.
// pilot90.coloured of Renderers takes one of the two.
func Palettes() []byte {
	out := map[string]map[string]string{}
	for theme, k := range map[string]colours{"light": light, "dark": dark} {
		out[theme] = map[string]string{}
		for name, colour := range k.all() {
			out[theme][name] = *colour
		}
	}
	data, err := json.Marshal(out)
	if err != nil {
		panic(err) // strings of this package
	}
	return data
}
