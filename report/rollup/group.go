package rollup

import (
	"fmt"
	"maps"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// Groupings are what a rollup can be taken apart by.
var Groupings = []string{"prefecture", "year", "model"}

// groups are the figures of each prefecture, model or fiscal year. Of years each has the newest submissions of its
// own; that of the others is the year of the result.
func groups(defs []kpi.Definition, sources []Source, c chosen, o Options, l lang.Lang) []result.RollupGroup {
	by := map[string][]Source{}
	if o.By == "year" {
		for year, of := range byYear(sources, o) {
			by[fmt.Sprint(year)] = of
		}
	} else {
		for _, s := range c.counts {
			key := s.Model
			if o.By == "prefecture" {
				key = s.Municipality.Code[:2]
			}
			by[key] = append(by[key], s)
		}
	}
	out := []result.RollupGroup{}
	for _, key := range slices.Sorted(maps.Keys(by)) {
		if len(by[key]) == 0 {
			continue
		}
		g := result.RollupGroup{Key: key, Title: titleOf(o.By, key, by[key]).In(l), Municipalities: len(by[key])}
		if o.By == "year" {
			g.Goals = goalsOf(by[key], l)
		}
		figures, _ := pool(defs, by[key])
		for i := range figures {
			g.Figures = append(g.Figures, result.RollupFigureOf(&figures[i]))
		}
		out = append(out, g)
	}
	return out
}

var models = map[string]lang.Text{
	"regional_bpo":     {JA: "地域BPO型", EN: "regional BPO"},
	"industry_digital": {JA: "地場産業DX型", EN: "local industry"},
	"education":        {JA: "教育型", EN: "education"},
}

func titleOf(by, key string, of []Source) lang.Text {
	switch by {
	case "prefecture":
		return lang.Text{JA: of[0].Municipality.Prefecture, EN: of[0].Municipality.Prefecture}
	case "year":
		return lang.Text{JA: key + "年度", EN: "fiscal " + key}
	}
	if t, ok := models[key]; ok {
		return t
	}
	return lang.Text{JA: "型の記入なし", EN: "no model given"}
}
