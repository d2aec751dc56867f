package xlsx

import (
	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
)

var cohortsSheet = lang.Text{JA: "期ごと", EN: "Cohorts"}

// cohortsOnPaper is how many cohorts a printed page of 期ごと has room for.
const cohortsOnPaper = 4

// mostCohorts is how many cohorts 期ごと has at most, the latest: a spreadsheet has 16,384 columns.
const mostCohorts = 200

// cohorts writes 期ごと: the cohorts side by side at the same day of the cycle, two columns each. Without two cohorts
// there is no sheet.
func (e *edition) cohorts() error {
	c := e.result.ByCohort
	if c == nil {
		return nil
	}
	earlier := max(len(c.Cohorts)-mostCohorts, 0)
	latest := *c
	latest.Cohorts = c.Cohorts[earlier:]
	c = &latest
	columns := []column{{lang.Text{JA: "指標・段階", EN: "figure or stage"}, 38}}
	for _, at := range c.Cohorts {
		columns = append(columns, column{lang.Text{JA: at.Name, EN: at.Name}, 16},
			column{lang.Text{JA: at.Name + " 対象の人数", EN: at.Name + " n"}, 12})
	}
	d, err := e.startData(cohortsSheet, columns, keyed{{JA: "項目ID", EN: "item_id"}})
	if err != nil {
		return err
	}
	rows := e.cohortRows(c)
	if earlier > 0 {
		told := make([]any, len(columns)+1)
		told[0] = text(lang.Sayf("これより前の%d期は載せていません", "%d earlier cohorts are not listed", earlier).In(e.o.Lang))
		told[len(columns)] = text("earlier")
		rows = append(rows, told)
	}
	for _, row := range rows {
		if err := d.add(row...); err != nil {
			return err
		}
	}
	if err := e.file.SetPageLayout(d.sheet, &excelize.PageLayoutOptions{FitToHeight: new(1)}); err != nil {
		return err
	}
	return d.end(min(len(columns), 1+2*cohortsOnPaper))
}

// cohortRows are the rows of 期ごと: the day of the comparison, who is compared, figures, stages, the flow of phases.
func (e *edition) cohortRows(c *state.Comparison) [][]any {
	row := func(id string, title lang.Text, cells func(at *state.CohortAt) [2]any) []any {
		r := []any{text(title.In(e.o.Lang))}
		for i := range c.Cohorts {
			two := cells(&c.Cohorts[i])
			r = append(r, two[0], two[1])
		}
		return append(r, text(id))
	}
	people := e.format(kpi.Count, kpi.Persons)
	rows := [][]any{
		row("day", lang.Text{JA: "比べる日（開始から何日目まで）", EN: "day of the cycle compared"},
			func(*state.CohortAt) [2]any {
				return [2]any{shown{float64(c.Day), e.format(kpi.Days, kpi.Number)}, nil}
			}),
		row("first_start", lang.Text{JA: "最初の開始日", EN: "first start date"}, func(at *state.CohortAt) [2]any {
			return [2]any{shown{float64(at.First) + serialOf1970, e.format(kpi.Date, kpi.Number)}, nil}
		}),
		row("people", lang.Text{JA: "参加した人", EN: "people"},
			func(at *state.CohortAt) [2]any { return [2]any{shown{float64(at.People), people}, nil} }),
	}
	for i, f := range c.Cohorts[0].Figures {
		rows = append(rows, row(f.ID, f.Title, func(at *state.CohortAt) [2]any {
			g := at.Figures[i]
			if g.Value == nil {
				return [2]any{text(unknownMark), nil}
			}
			return [2]any{shown{*g.Value, e.format(g.Unit, g.Counts)}, g.N}
		}))
	}
	for i, s := range c.Cohorts[0].Funnel.Stages {
		rows = append(rows, row("funnel."+string(s.Stage), s.Title, func(at *state.CohortAt) [2]any {
			if n := at.Funnel.Stages[i].Count; n != nil {
				return [2]any{shown{float64(*n), people}, at.People}
			}
			return [2]any{text(unknownMark), nil}
		}))
	}
	for i := range c.Cohorts[0].Funnel.Phases {
		rows = append(rows, e.phaseRows(row, i, c.Cohorts[0].Funnel.Phases[i])...)
	}
	return rows
}

// phaseRows are the four numbers of one phase of the cycle.
func (e *edition) phaseRows(row func(string, lang.Text, func(*state.CohortAt) [2]any) []any, phase int,
	p state.PhaseFlow) [][]any {
	var rows [][]any
	for _, n := range []struct {
		key   string
		title lang.Text
		of    func(state.PhaseFlow) int
	}{
		{"entered", lang.Text{JA: "入った", EN: "entered"}, func(f state.PhaseFlow) int { return f.Entered }},
		{"moved_on", lang.Text{JA: "次へ進んだ", EN: "moved on"}, func(f state.PhaseFlow) int { return f.MovedOn }},
		{"left", lang.Text{JA: "離脱", EN: "left"}, func(f state.PhaseFlow) int { return f.Left }},
		{"now", lang.Text{JA: "その日にいる", EN: "there on that day"}, func(f state.PhaseFlow) int { return f.Now }},
	} {
		title := lang.Text{JA: p.Title.JA + "：" + n.title.JA, EN: p.Title.EN + ": " + n.title.EN}
		rows = append(rows, row("phase."+facts.PhaseKey(p.Phase)+"."+n.key, title, func(at *state.CohortAt) [2]any {
			return [2]any{shown{float64(n.of(at.Funnel.Phases[phase])), e.format(kpi.Count, kpi.Persons)}, at.People}
		}))
	}
	return rows
}
