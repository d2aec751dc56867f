package setting

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// metricPrefix begins the ids of the figures that the metrics sheet makes; which there are is the
// hub's to say.
const metricPrefix = "metric."

// UnknownFigures reports the targets and grant indicators that name no figure. known are the ids of the
// figures, which only a package above this one knows.
func (p *Pilot) UnknownFigures(known []string) []finding.Finding {
	var found []finding.Finding
	unknown := func(table string, targets map[string]float64) {
		for _, id := range slices.Sorted(maps.Keys(targets)) {
			if !isFigure(id, known) {
				found = append(found, p.unknownFigure(codeUnknownKey, table+"."+id, id, known))
			}
		}
	}
	unknown("targets", p.Targets)
	for _, year := range slices.Sorted(maps.Keys(p.YearTargets)) {
		unknown(p.yearKeys[year], p.YearTargets[year])
	}
	for i, g := range p.Grants {
		for j, k := range g.KPIs {
			if k.Figure != "" && !isFigure(k.Figure, known) {
				found = append(found, p.unknownFigure(codeWrongValue, fmt.Sprintf("grant.%d.kpi.%d.figure", i, j), k.Figure,
					known))
			}
		}
	}
	return found
}

func isFigure(id string, known []string) bool {
	return strings.HasPrefix(id, metricPrefix) || slices.Contains(known, id)
}

func (p *Pilot) unknownFigure(code, key, id string, known []string) finding.Finding {
	fix := lang.Say("指標の名前の一覧は「pilot90 kpi --list」で見られます。", "\"pilot90 kpi --list\" prints the figures.")
	near := lang.Nearest(id, known)
	if i := slices.IndexFunc(known, func(k string) bool { return strings.HasPrefix(k, id+"_") }); near == "" && i >= 0 {
		near = known[i]
	}
	if near != "" {
		fix = lang.Sayf("「%s」のことであれば、書き直してください。", "If %s is meant, correct it.", near)
	}
	f := p.Wrong(code, key, lang.Sayf("「%s」という指標はありません。", "There is no figure “%s”.", id), fix)
	f.Value = id
	return f
}
