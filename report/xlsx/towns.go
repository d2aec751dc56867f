package xlsx

import (
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// The sheets of a result of several municipalities.
var (
	townsSheet  = lang.Text{JA: "自治体", EN: "Municipalities"}
	tablesSheet = lang.Text{JA: "表", EN: "Tables"}
)

// townsOnPaper is how many columns of 自治体 are printed.
const townsOnPaper = 14

// towns writes 自治体, a row a municipality and a column a figure, in the order of codes, and 表, the tables of the
// report one below the other. A result of one ledger has neither.
func (e *edition) towns() error {
	if e.result.Rollup == nil {
		return nil
	}
	if err := e.townRows(); err != nil {
		return err
	}
	return e.tables()
}

func (e *edition) townRows() error {
	columns := []column{{lang.Text{JA: "自治体", EN: "municipality"}, 18}, {lang.Text{JA: "団体コード", EN: "code"}, 11},
		{lang.Text{JA: "都道府県", EN: "prefecture"}, 11}, {lang.Text{JA: "基準日", EN: "as of"}, 11},
		{lang.Text{JA: "台帳の誤り", EN: "errors open"}, 9}}
	var figures []*kpi.Figure
	for i := range e.result.Figures {
		f := &e.result.Figures[i]
		if !slices.ContainsFunc(e.result.Rollup.Municipalities, func(m result.MunicipalityOf) bool {
			x := figureOf(m.Figures, f.ID)
			return x != nil && x.Value != nil
		}) {
			continue // of nobody there is a value that may be told
		}
		figures = append(figures, f)
		columns = append(columns, column{f.Title, 13})
	}
	d, err := e.startData(townsSheet, columns, nil)
	if err != nil {
		return err
	}
	for _, m := range e.result.Rollup.Municipalities {
		row := []any{text(m.Name), text(m.Code), text(m.Prefecture), text(m.AsOf), m.Findings.Errors}
		for _, f := range figures {
			row = append(row, e.townCell(figureOf(m.Figures, f.ID), f))
		}
		if err := d.add(row...); err != nil {
			return err
		}
	}
	return d.end(min(len(columns), townsOnPaper))
}

func figureOf(all []result.RollupFigure, id string) *result.RollupFigure {
	if i := slices.IndexFunc(all, func(f result.RollupFigure) bool { return f.ID == id }); i >= 0 {
		return &all[i]
	}
	return nil
}

// townCell is a value with its unit, or the mark for what is not told or not there; never 0 for either.
func (e *edition) townCell(x *result.RollupFigure, f *kpi.Figure) any {
	switch {
	case x != nil && x.Suppressed:
		return text(kpi.Symbol)
	case x == nil || x.Value == nil:
		return text(unknownMark)
	}
	return shown{*x.Value, e.format(f.Unit, f.Counts)}
}

// elsewhere are the tables that a sheet of its own has.
var elsewhere = []string{"pooled", "without", "each"}

func (e *edition) tables() error {
	name, err := e.sheet(tablesSheet)
	if err != nil {
		return err
	}
	p := &page{book: e.book, sheet: name}
	p.keep(p.printed(name, 1))
	p.widths(34, 16, 16, 16, 16, 16, 16, 16, 16)
	for _, s := range e.report.Sections {
		for _, b := range s.Blocks {
			if t, ok := b.(*content.Table); ok && !slices.Contains(elsewhere, t.ID) {
				p.row++
				p.put(1, t.Caption, look{bold: true})
				p.row++
				p.twin(t)
				for _, note := range t.Notes {
					p.row++
					p.put(1, note, look{})
				}
				p.row++
			}
		}
	}
	return p.err
}
