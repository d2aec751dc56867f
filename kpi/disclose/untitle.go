package disclose

import (
	"fmt"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
)

// untitle gives the figures whose titles, typed in a row, say whose they are running numbers in place of these, in their
// ids and in the forms of grants too. What pilot.toml calls a grant or an indicator is the municipality's own word.
func untitle(figures []kpi.Figure, out *result.Result) {
	n := 0
	for i := range figures {
		f, shown := &figures[i], &out.Figures[i]
		if !f.Disclosure.Titled {
			continue
		}
		n++
		prefix, _, _ := strings.Cut(f.ID, ".")
		shown.ID = fmt.Sprintf("%s.%d", prefix, n)
		shown.Title = lang.Text{JA: fmt.Sprintf("実績値%d", n), EN: fmt.Sprintf("Metric %d", n)}
		shown.Warnings = nil
		if shown.Value == nil {
			shown.Reason = lang.Text{JA: "値がわかりません", EN: "the value is not known"}
		}
		for g := range out.Grants {
			for k := range out.Grants[g].Indicators {
				ind := &out.Grants[g].Indicators[k]
				if ind.Figure != f.ID {
					continue
				}
				if ind.Figure = shown.ID; ind.Title == f.Title {
					ind.Title = shown.Title
				}
				if ind.Actual == nil {
					ind.Reason = shown.Reason
				}
				ind.Warnings = nil
			}
		}
	}
}
