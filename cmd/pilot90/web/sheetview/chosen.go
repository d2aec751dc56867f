package sheetview

import (
	"math"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// View is the view of the sheet of a choice.
func (t *Trial) View(c Choice, g *grid.Grid, all bool) View {
	tables, others := parted(t.After.ReadingOf(c.File, c.Sheet, math.MaxInt), c.Part)
	saved, _ := parted(t.Mid.ReadingOf(c.File, c.Sheet, 0), c.Part)
	var found []finding.Finding
	for _, f := range t.After.Findings {
		if f.File == c.File && f.Sheet == c.Sheet && (f.Severity != finding.Info || len(tables) == 0) {
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b finding.Finding) int { return int(a.Severity) - int(b.Severity) })
	view := newView(Source{Grid: g, Tables: tables, Others: others, Saved: saved, Findings: found, All: all,
		Draft: t.Draft, Choice: c})
	view.Fixed = t.fixed(c, tables)
	return view
}

// parted are the table of a sheet that is shown, and its other ones.
func parted(tables []cohort.TableReading, part string) (own, others []cohort.TableReading) {
	i := max(0, slices.IndexFunc(tables, func(t cohort.TableReading) bool { return string(t.Table) == part }))
	if len(tables) == 0 {
		return nil, nil
	}
	return tables[i : i+1], slices.Concat(tables[:i], tables[i+1:])
}

// Chosen is what can be chosen for a sheet as a whole, and what is.
type Chosen struct {
	Tables, Rows, Shapes []Option
	Table, Row, Shape    string
	Was                  Choice // as it is saved
}

// Chosen is what can be chosen for the sheet of a choice.
func (t *Trial) Chosen(c Choice, g *grid.Grid) Chosen {
	var view Chosen
	view.Tables = []Option{{Value: "", Label: lang.Say("（選ぶ）", "(choose)")}}
	for _, table := range schema.Tables() {
		view.Tables = append(view.Tables, Option{Value: string(table.Key), Label: table.Sheet})
	}
	view.Tables = append(view.Tables, Option{Value: NotRead, Label: lang.Say("読まない", "not read")})
	auto := lang.Say("見つける", "find it")
	if tables, _ := parted(t.After.ReadingOf(c.File, c.Sheet, 0), c.Part); len(tables) > 0 {
		if at, ok := grid.ParseRange(tables[0].Headings); ok {
			auto = lang.Sayf("%d行目", "row %d", at.FromRow)
		}
	}
	if t.Draft {
		auto = lang.Say("1行目", "row 1")
		if len(g.Rows) > 0 {
			auto = lang.Sayf("%d行目", "row %d", g.Rows[0].Number)
		}
	}
	for _, row := range headingRows(g) {
		view.Rows = append(view.Rows, Option{Value: row, Label: lang.Sayf("%s行目に決める", "set to row %s", row)})
	}
	view.Rows = slices.Insert(view.Rows, 0, Option{Value: "0", Label: auto})
	view.Shapes = []Option{{Value: "", Label: lang.Say("自動", "find it")}}
	for _, shape := range setting.Shapes() {
		view.Shapes = append(view.Shapes, Option{Value: shape, Label: shapeLabels[shape]})
	}
	was := t.Saved(c.File, c.Sheet, c.Part)
	view.Was, view.Table, view.Row, view.Shape = was, was.Table, was.Row, was.Shape
	if c.Table != "" || t.Changed {
		view.Table, view.Row, view.Shape = c.Table, c.Row, c.Shape
	}
	return view
}

// shapeLabels are the shapes of a sheet in words.
var shapeLabels = map[string]lang.Text{
	setting.RowsShape:   lang.Say("1行に1件", "a record a row"),
	setting.MonthShape:  lang.Say("1か月のシート", "a month with its days"),
	setting.MatrixShape: lang.Say("人 × 日の表", "persons by days"),
	setting.PayShape:    lang.Say("人 × 月の支払の表", "payments by persons and months"),
}
