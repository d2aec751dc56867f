package disclose

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// numbered is what a figure is called whose own name may not be told.
type numbered struct {
	id    string
	title lang.Text
}

// renamed are the figures whose titles, typed in a row, say whose they are, by their ids, with the running numbers that
// stand in place of these.
func renamed(figures []kpi.Figure) map[string]numbered {
	names := map[string]numbered{}
	for i := range figures {
		if f := &figures[i]; f.Disclosure.Titled {
			prefix, _, _ := strings.Cut(f.ID, ".")
			n := len(names) + 1
			names[f.ID] = numbered{fmt.Sprintf("%s.%d", prefix, n),
				lang.Text{JA: fmt.Sprintf("実績値%d", n), EN: fmt.Sprintf("Metric %d", n)}}
		}
	}
	return names
}

// Untitled are the definitions of figures as an outer edition may print them: without titles that say whose they are.
// Figures are those of the result that nothing was taken out of.
func Untitled(defs []kpi.Definition, figures []kpi.Figure) []kpi.Definition {
	names := renamed(figures)
	out := slices.Clone(defs)
	for i := range out {
		if as, ok := names[out[i].ID]; ok {
			out[i].ID, out[i].Title = as.id, as.title
		}
	}
	return out
}

var notKnown = lang.Text{JA: "値がわかりません", EN: "the value is not known"}

// untitle gives figures running numbers where their own names may not be told, in the forms of grants too. What
// pilot.toml calls a grant or an indicator is the municipality's own word.
func untitle(figures []kpi.Figure, out *result.Result) {
	names := renamed(figures)
	for i := range figures {
		as, ok := names[figures[i].ID]
		if !ok {
			continue
		}
		shown := &out.Figures[i]
		shown.ID, shown.Title, shown.Warnings = as.id, as.title, nil
		if shown.Value == nil {
			shown.Reason = notKnown
		}
	}
	for g := range out.Grants {
		for k := range out.Grants[g].Indicators {
			ind := &out.Grants[g].Indicators[k]
			as, ok := names[ind.Figure]
			if !ok {
				continue
			}
			if ind.Title == kpi.Find(figures, ind.Figure).Title {
				ind.Title = as.title
			}
			if ind.Figure, ind.Warnings = as.id, nil; ind.Actual == nil {
				ind.Reason = notKnown
			}
		}
	}
}
