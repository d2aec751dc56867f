package xlsx

import (
	"fmt"
	"math"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var figureColumns = []column{
	{lang.Text{JA: "指標", EN: "figure"}, 33},
	{lang.Text{JA: "値", EN: "value"}, 14},
	{lang.Text{JA: "分子", EN: "numerator"}, 12},
	{lang.Text{JA: "分母", EN: "denominator"}, 12},
	{lang.Text{JA: "もとの数", EN: "n"}, 8},
	{lang.Text{JA: "目標", EN: "target"}, 11},
	{lang.Text{JA: "値がない理由、まず読む注意", EN: "why there is no value, first caveat"}, 88},
	{lang.Text{JA: "除いた数", EN: "left out"}, 8},
	{lang.Text{JA: "直したあと 下限", EN: "once mended, low"}, 12},
	{lang.Text{JA: "直したあと 上限", EN: "once mended, high"}, 12},
	{lang.Text{JA: "95%区間 下限", EN: "95 % interval, low"}, 10},
	{lang.Text{JA: "95%区間 上限", EN: "95 % interval, high"}, 10},
	{lang.Text{JA: "ほかの注意", EN: "other notes"}, 35},
	{lang.Text{JA: "計算", EN: "arithmetic"}, 35},
	{lang.Text{JA: "値の出し方", EN: "how computed"}, 26},
	{lang.Text{JA: "根拠の行数", EN: "rows behind"}, 12},
	{lang.Text{JA: "根拠の場所", EN: "rows at"}, 14},
	{lang.Text{JA: "内訳の場所", EN: "parts at"}, 14},
}

// figureKeys are the ids behind figureColumns.
var figureKeys = keyed{figureID}

var figureID = lang.Text{JA: "指標ID", EN: "figure_id"}

// The columns of 指標 that formulas and links name.
const (
	valueColumn       = "B"
	numeratorColumn   = "C"
	denominatorColumn = "D"
	rowsAtColumn      = "Q"
	partsAtColumn     = "R"
	idColumn          = "S"
)

// figuresOnPaper is how many columns of 指標 are printed: up to the reason.
const figuresOnPaper = 7

// figures writes 指標, one figure a row in the order of the result.
func (e *edition) figures() error {
	d, err := e.startData(figuresSheet, figureColumns, figureKeys)
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
		n = text(kpi.Symbol)
	}
	if f.Hides("excluded") {
		excluded = text(kpi.Symbol)
	}
	first, rest := e.remarks(f)
	count, at := e.rowsAt(d.sheet, f, row)
	in := e.format(f.Unit, f.Counts)
	return d.add(text(f.Title.In(e.o.Lang)), shown{value, in},
		shown{e.shown(f, "numerator", f.Numerator, row), sumFormat(f.Numerator)},
		shown{e.shown(f, "denominator", f.Denominator, row), sumFormat(f.Denominator)},
		n, shown{f.Target, in}, text(first), excluded, shown{from, in}, shown{to, in},
		shown{e.hiddenOr(f, "interval", low), e.roughFormat(f)}, shown{e.hiddenOr(f, "interval", high), e.roughFormat(f)},
		text(rest), text(f.Arithmetic.In(e.o.Lang)),
		text(how), count, at, e.partsAt(d.sheet, f, row), text(f.ID))
}

// remarks are what stands beside a value on paper, the reason where there is none or else the first caveat, and the
// other notes.
func (e *edition) remarks(f *kpi.Figure) (first, rest string) {
	var notes []string
	for _, w := range f.Notes() {
		notes = append(notes, w.In(e.o.Lang))
	}
	first = f.Reason.In(e.o.Lang)
	if first == "" && len(notes) > 0 {
		first, notes = notes[0], notes[1:]
	}
	return first, strings.Join(notes, "；")
}

// roughFormat is the format of an end of an interval: whole percents, since more would claim what it cannot.
func (e *edition) roughFormat(f *kpi.Figure) string {
	if f.Unit == kpi.Ratio {
		return `0%;"−"0%`
	}
	return e.format(f.Unit, f.Counts)
}

// sumFormat shows a whole number without decimals and any other with up to three.
func sumFormat(v *float64) string {
	if v != nil && *v != math.Trunc(*v) {
		return `#,##0.0##;"−"#,##0.0##`
	}
	return `#,##0;"−"#,##0`
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
		return text(f.Symbol().In(e.o.Lang)), ""
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
		return text(kpi.Symbol)
	}
	return v
}

// shown is part, or the mark where the edition may not show it.
func (e *edition) shown(f *kpi.Figure, field string, v *float64, row int) any {
	if f.Hides(field) {
		return text(kpi.Symbol)
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
	return formula{fmt.Sprintf("SUMIFS(%s,%s,$%s%d)", in(column), in(rowIDColumn), idColumn, row), cached}
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
