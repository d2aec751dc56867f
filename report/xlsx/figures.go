package xlsx

import (
	"fmt"
	"math"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var figureColumns = []column{
	{lang.Text{JA: "指標ID", EN: "figure_id"}, 25},
	{lang.Text{JA: "指標名", EN: "title"}, 31},
	{lang.Text{JA: "値", EN: "value"}, 12},
	{lang.Text{JA: "単位", EN: "unit"}, 9},
	{lang.Text{JA: "分子", EN: "numerator"}, 11},
	{lang.Text{JA: "分母", EN: "denominator"}, 11},
	{lang.Text{JA: "件数", EN: "n"}, 6},
	{lang.Text{JA: "除外件数", EN: "left_out"}, 7},
	{lang.Text{JA: "95％区間の下限", EN: "interval_low"}, 9},
	{lang.Text{JA: "95％区間の上限", EN: "interval_high"}, 9},
	{lang.Text{JA: "誤りを直したあとの下限", EN: "range_low"}, 10},
	{lang.Text{JA: "誤りを直したあとの上限", EN: "range_high"}, 10},
	{lang.Text{JA: "目標", EN: "target"}, 8},
	{lang.Text{JA: "値がない理由", EN: "reason"}, 36},
	{lang.Text{JA: "注意", EN: "notes"}, 35},
	{lang.Text{JA: "計算", EN: "arithmetic"}, 35},
	{lang.Text{JA: "値の出し方", EN: "how_computed"}, 26},
	{lang.Text{JA: "根拠の行数", EN: "row_count"}, 12},
	{lang.Text{JA: "根拠の場所", EN: "rows_at"}, 14},
	{lang.Text{JA: "内訳の場所", EN: "parts_at"}, 14},
	{lang.Text{JA: "定義", EN: "definition"}, 35},
}

// The columns of 指標 that formulas and links name.
const (
	valueColumn       = "C"
	numeratorColumn   = "E"
	denominatorColumn = "F"
	rowsAtColumn      = "S"
	partsAtColumn     = "T"
)

// figuresOnPaper is how many columns of 指標 are printed: up to the reason.
const figuresOnPaper = 14

// figures writes 指標, one figure a row in the order of the result.
func (e *edition) figures() error {
	d, err := e.startData(figuresSheet, figureColumns)
	if err != nil {
		return err
	}
	for i := range e.result.Figures {
		if err := e.figureRow(d, &e.result.Figures[i]); err != nil {
			return err
		}
	}
	return d.end(figuresOnPaper)
}

func (e *edition) figureRow(d *data, f *kpi.Figure) error {
	row := d.row + 1
	value, how := e.value(f, row)
	low, high := ends(f.Interval)
	from, to := ends(f.Range)
	n, excluded := any(f.N), any(f.Excluded)
	if f.Hides("n") {
		n = text(kpi.Mark)
	}
	if f.Hides("excluded") {
		excluded = text(kpi.Mark)
	}
	var notes []string
	for _, w := range f.Notes() {
		notes = append(notes, w.In(e.o.Lang))
	}
	count, at := e.rowsAt(d.sheet, f, row)
	in := e.plainFormat(f.Unit)
	return d.add(text(f.ID), text(f.Title.In(e.o.Lang)), shown{value, in}, text(f.Unit),
		shown{e.shown(f, "numerator", f.Numerator, row), sumFormat(f.Numerator)},
		shown{e.shown(f, "denominator", f.Denominator, row), sumFormat(f.Denominator)},
		n, excluded, shown{e.hiddenOr(f, "interval", low), in}, shown{e.hiddenOr(f, "interval", high), in}, shown{from, in},
		shown{to, in}, shown{f.Target, in},
		text(f.Reason.In(e.o.Lang)), text(strings.Join(notes, "；")), text(f.Arithmetic.In(e.o.Lang)),
		text(how), count, at, e.partsAt(d.sheet, f, row), text(e.definition(f.ID).Formula.In(e.o.Lang)))
}

// plainFormat is the number format of a unit in a data sheet, where the unit has a column of its
// own.
func (b *book) plainFormat(u kpi.Unit) string {
	switch u {
	case kpi.Ratio:
		return `0.0%;"△ "0.0%`
	case kpi.Date:
		return "yyyy-mm-dd"
	case kpi.Months, kpi.Hours, kpi.Multiple:
		return `#,##0.0;"△ "#,##0.0`
	case kpi.Score:
		return "0.00"
	}
	return `#,##0;"△ "#,##0`
}

// sumFormat shows a whole number without decimals and any other with up to three.
func sumFormat(v *float64) string {
	if v != nil && *v != math.Trunc(*v) {
		return `#,##0.0##;"△ "#,##0.0##`
	}
	return `#,##0;"△ "#,##0`
}

func ends(interval *[2]float64) (low, high *float64) {
	if interval == nil {
		return nil, nil
	}
	return &interval[0], &interval[1]
}

// value is the cell of a figure's value, and how it comes about.
func (e *edition) value(f *kpi.Figure, row int) (cell any, how string) {
	switch {
	case f.Suppressed:
		return text(f.Mark().In(e.o.Lang)), ""
	case f.Value == nil:
		return nil, ""
	case f.Unit == kpi.Date:
		return *f.Value + serialOf1970, e.words("計算結果の値（日付）", "the engine's result (a date)")
	case f.Numerator != nil && f.Denominator != nil && *f.Denominator != 0 &&
		near(*f.Numerator / *f.Denominator, *f.Value):
		return formula{fmt.Sprintf("%s%d/%s%d", numeratorColumn, row, denominatorColumn, row), *f.Value},
			e.words("分子 ÷ 分母", "numerator ÷ denominator")
	case f.Numerator == nil && e.lines.spans[f.ID].above:
		return e.sum(row, aboveColumn, *f.Value), e.words("根拠の合計", "sum over the rows")
	}
	if f.Step > 0 {
		return *f.Value, e.words("計算結果をまるめた値（約）", "the engine's result, rounded")
	}
	return *f.Value, e.words("計算結果の値", "the engine's result")
}

// serialOf1970 is the spreadsheet's number of 1 January 1970.
const serialOf1970 = 25569

// hiddenOr is a number, or the mark where the edition may not show it.
func (e *edition) hiddenOr(f *kpi.Figure, field string, v *float64) any {
	if f.Hides(field) {
		return text(kpi.Mark)
	}
	return v
}

// shown is part, or the mark where the edition may not show it.
func (e *edition) shown(f *kpi.Figure, field string, v *float64, row int) any {
	if f.Hides(field) {
		return text(kpi.Mark)
	}
	return e.part(f, v, row, field == "numerator")
}

// part is the cell of a numerator or denominator: a sum over 根拠 where the rows give it.
func (e *edition) part(f *kpi.Figure, v *float64, row int, above bool) any {
	s := e.lines.spans[f.ID]
	switch {
	case v == nil:
		return nil
	case above && s.above:
		return e.sum(row, aboveColumn, *v)
	case !above && s.below:
		return e.sum(row, belowColumn, *v)
	}
	return *v
}

// sum is the formula that adds the lines of the figure in that row.
func (e *edition) sum(row int, column string, cached float64) formula {
	sheet := quoteSheet(e.name(rowsSheet))
	in := func(c string) string { return fmt.Sprintf("%s!$%s$2:$%s$%d", sheet, c, c, e.lines.last) }
	return formula{fmt.Sprintf("SUMIFS(%s,%s,$A%d)", in(column), in("A"), row), cached}
}

// rowsAt is how many lines 根拠 has for the figure, and the link to the first.
func (e *edition) rowsAt(sheet string, f *kpi.Figure, row int) (count, at any) {
	s := e.lines.spans[f.ID]
	switch {
	case s.left:
		return nil, text(e.words("行数が多いため載せていません", "too many rows to list"))
	case s.n == 0:
		return nil, nil
	}
	first := fmt.Sprintf("A%d", s.from)
	e.innerLink(sheet, fmt.Sprintf("%s%d", rowsAtColumn, row), e.name(rowsSheet), first)
	return s.n, linkText(e.name(rowsSheet) + "!" + first)
}
