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

// pools are those of the groups that a rollup is taken apart by.
type pools struct {
	asked  string
	keys   map[string]*pool
	counts map[string][]Source
	by     map[*Submission][]*pool // in which the figures of a source go
	others []Source                // that count in a group and not in the whole
	years  map[int][]Source
}

// poolsBy are the pools of prefectures, models or fiscal years. Of years each has the newest submissions of its own;
// that of the others is the year of the result.
func poolsBy(c *chosen, sources []Source, o Options) *pools {
	p := &pools{asked: o.By, keys: map[string]*pool{}, counts: map[string][]Source{}, by: map[*Submission][]*pool{}}
	switch o.By {
	case "year":
		p.years = byYear(sources, o)
		for _, year := range sortedYears(p.years) {
			for _, s := range p.years[year] {
				p.put(fmt.Sprint(year), s)
				p.others = append(p.others, s)
			}
		}
	case "prefecture":
		for _, s := range c.counts {
			p.put(s.Municipality.Code[:2], s)
		}
	case "model":
		for _, s := range c.counts {
			p.put(s.Model, s)
		}
	}
	return p
}

func (p *pools) put(key string, s Source) {
	if p.keys[key] == nil {
		p.keys[key] = &pool{}
	}
	p.counts[key] = append(p.counts[key], s)
	p.by[s.Submission] = append(p.by[s.Submission], p.keys[key])
}

// groups are their figures, once all are gathered.
func (p *pools) groups(defs []kpi.Definition, g *gathering, l lang.Lang) []result.RollupGroup {
	out := []result.RollupGroup{}
	for _, key := range slices.Sorted(maps.Keys(p.keys)) {
		of := result.RollupGroup{Key: key, Title: titleOf(p.asked, key, p.counts[key]).In(l),
			Municipalities: len(p.counts[key])}
		if p.asked == "year" {
			of.Goals = goalsOf(g.of(p.counts[key], defs), l)
		}
		figures, _ := p.keys[key].figures(defs)
		for i := range figures {
			of.Figures = append(of.Figures, result.RollupFigureOf(&figures[i]))
		}
		out = append(out, of)
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
		return prefectureOf(key, of[0].Municipality.Prefecture)
	case "year":
		return lang.Text{JA: key + "年度", EN: "fiscal " + key}
	}
	if t, ok := models[key]; ok {
		return t
	}
	return lang.Text{JA: "型の記入なし", EN: "no model given"}
}
