package record

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// totalCheck compares the totals in a sheet with the rows they may sum up.
type totalCheck struct {
	scan   *layout.Scan
	rows   []summed // what was read, in order, for each additive column
	slots  []int    // the additive columns
	spare  []float64
	totals []totalFigures
	failed []finding.Finding // formulas in total rows
}

// summed is the additive values of one record row; NaN for a value that could not be read.
type summed struct {
	hidden bool
	values []float64 // one for each of the slots
}

// totalFigures are the figures of one total row, checked when all rows are known.
type totalFigures struct {
	before   int // records above it
	labelled bool
	figures  []totalFigure
}

// totalFigure is one figure of a total row.
type totalFigure struct {
	slot, row, col int
	typed          string
	value          float64
}

// record remembers the numbers of a record row.
func (t *totalCheck) record(hidden bool, numbers []float64) {
	if t.slots == nil {
		for slot, c := range t.scan.Schema.Columns {
			if c.Kind == schema.AmountKind || c.Kind == schema.HoursKind {
				t.slots = append(t.slots, slot)
			}
		}
	}
	n := len(t.slots)
	if len(t.spare) < n {
		t.spare = make([]float64, 256*n)
	}
	row := t.spare[:n:n]
	t.spare = t.spare[n:]
	for i, slot := range t.slots {
		row[i] = numbers[slot]
	}
	t.rows = append(t.rows, summed{hidden, row})
}

// total remembers the figures of a total row.
func (t *totalCheck) total(d *layout.Row) {
	for slot, v := range d.Values {
		if v.Kind == cell.ErrorValue && d.Cols[slot] > 0 {
			t.failed = append(t.failed, t.failure(d, slot))
		}
	}
	if d.Label == "" || !layout.SumsNothingUp(d.Label) {
		t.totals = append(t.totals, totalFigures{len(t.rows), d.Label != "", t.figures(d)})
	}
}

// figures are the amounts and hours of a row.
func (t *totalCheck) figures(d *layout.Row) []totalFigure {
	var out []totalFigure
	for slot, c := range t.scan.Schema.Columns {
		v := d.Values[slot]
		if c.Kind != schema.AmountKind && c.Kind != schema.HoursKind || v.IsBlank() || d.Cols[slot] == 0 {
			continue
		}
		value, fault := t.readTotal(v, slot)
		if fault != nil {
			continue
		}
		if layout.BareNumber(v) {
			value *= t.scan.Scale(slot)
		}
		out = append(out, totalFigure{slot, d.Number, d.Cols[slot], v.Text, value})
	}
	return out
}

func (t *totalCheck) readTotal(v cell.Value, slot int) (float64, *cell.Fault) {
	if t.scan.Schema.Columns[slot].Kind == schema.HoursKind {
		h, _, fault := cell.ReadHoursIn(v, t.scan.HoursUnit(slot), cell.Any)
		return h, fault
	}
	n, _, fault := cell.ReadYen(v, cell.Any)
	return n, fault
}

// failure is the finding of a total whose formula failed: nobody can check the rows against it.
func (t *totalCheck) failure(d *layout.Row, slot int) finding.Finding {
	g, v := t.scan.Grid, d.Values[slot]
	_, fault := t.readTotal(v, slot)
	return finding.Finding{
		Code: fault.Code, Severity: finding.Error, Column: t.scan.Columns[slot].Heading, Value: v.Text,
		Message: fault.Message, Fix: fault.Fix,
		Place: finding.Place{File: g.File, Sheet: g.Sheet, Range: g.Ref(d.Number, d.Cols[slot])},
	}
}

// findings reports the totals that equal no sum they could be, and the rows without a label that
// are no total.
func (t *totalCheck) findings() []finding.Finding {
	out := t.failed
	from := 0
	for i, total := range t.totals {
		spans := t.spans(i, from)
		switch {
		case total.labelled:
			for _, f := range total.figures {
				if agrees, nearest := t.agrees(f, spans); !agrees {
					out = append(out, t.finding(f, nearest))
				}
			}
		default:
			if wrong := t.noSums(total.figures, spans); len(wrong) > 0 {
				for _, f := range wrong {
					out = append(out, t.neither(f))
				}
				t.scan.IsNoTotal(wrong[0].row)
				continue // it ends no run of rows either
			}
		}
		from = total.before
	}
	return out
}

// spans are the runs of rows that a total may sum up: those since the last total, all above, those
// below, all.
func (t *totalCheck) spans(i, from int) [][2]int {
	before, to := t.totals[i].before, len(t.rows)
	if i+1 < len(t.totals) {
		to = t.totals[i+1].before
	}
	return [][2]int{{from, before}, {0, before}, {before, to}, {0, len(t.rows)}}
}

// agrees reports whether a figure equals the sum of one of the runs, with or without hidden rows;
// a sum with an unreadable value may be anything. nearest is the first sum that is known.
func (t *totalCheck) agrees(f totalFigure, spans [][2]int) (agrees bool, nearest float64) {
	nearest = math.NaN()
	for _, span := range spans {
		for _, visible := range []bool{false, true} {
			sum, _ := t.sum(span, f.slot, visible)
			agrees = agrees || math.IsNaN(sum) || EqualSums(sum, f.value)
			if math.IsNaN(nearest) && span[1] > span[0] {
				nearest = sum
			}
		}
	}
	return agrees, nearest
}

// noSums returns the figures of a row without a label that are no sum of two or more rows. Where
// a sum cannot be known, it is enough that another figure of the row is one; a figure that repeats
// a single row says nothing, for two tasks are often alike.
func (t *totalCheck) noSums(figures []totalFigure, spans [][2]int) []totalFigure {
	var wrong, unknown []totalFigure
	sums := 0
	for _, f := range figures {
		isSum, isUnknown := false, false
		for _, span := range spans {
			for _, visible := range []bool{false, true} {
				sum, n := t.sum(span, f.slot, visible)
				isSum = isSum || n > 1 && EqualSums(sum, f.value)
				isUnknown = isUnknown || math.IsNaN(sum)
			}
		}
		switch {
		case f.value == 0:
		case isSum:
			sums++
		case isUnknown:
			unknown = append(unknown, f)
		default:
			wrong = append(wrong, f)
		}
	}
	if len(wrong) == 0 && sums > 0 {
		return nil
	}
	return append(wrong, unknown...)
}

// sumsUp reports whether every figure of the row is the sum of the rows since a total above it, or
// of all rows above.
func (t *totalCheck) sumsUp(d *layout.Row) bool {
	if layout.SumsNothingUp(d.Label) {
		return false
	}
	figures := t.figures(d)
	for _, from := range t.starts() {
		some, all := false, from < len(t.rows)
		for _, f := range figures {
			sum, _ := t.sum([2]int{from, len(t.rows)}, f.slot, false)
			all = all && EqualSums(sum, f.value)
			some = some || f.value != 0
		}
		if some && all {
			return true
		}
	}
	return false
}

// starts are where the rows begin that a total below all rows so far may sum up: below the last
// label of a total, below rows that may be one, and at the top.
func (t *totalCheck) starts() []int {
	var starts []int
	for i := len(t.totals) - 1; i >= 0; i-- {
		starts = append(starts, t.totals[i].before)
		if t.totals[i].labelled {
			break
		}
	}
	return append(starts, 0)
}

// EqualSums allows for the rounding of hours.
func EqualSums(sum, value float64) bool {
	return math.Abs(sum-value) < 0.006*max(1, math.Abs(sum)*1e-6)
}

// sum adds one column over the rows span[0] <= i < span[1]; n is how many of them are not 0.
func (t *totalCheck) sum(span [2]int, slot int, visibleOnly bool) (sum float64, n int) {
	at := slices.Index(t.slots, slot)
	for _, r := range t.rows[span[0]:span[1]] {
		if visibleOnly && r.hidden || r.values[at] == 0 {
			continue
		}
		sum += r.values[at]
		n++
	}
	return sum, n
}

// neither is the finding of a row of numbers that is no record, since its required values are
// blank, and no total, since it equals no sum.
func (t *totalCheck) neither(f totalFigure) finding.Finding {
	return finding.Finding{
		Code: cell.CodeBlank, Severity: finding.Error, Column: t.scan.Columns[f.slot].Heading, Value: f.typed,
		Place: t.place(f),
		Message: lang.Sayf("日付や番号のない行に「%s」だけがあります。合計としても合いません。",
			"The row has %s but neither date nor id; it is no total either.",
			lang.Quote(f.typed)),
		Fix: lang.Say("記録であれば足りない欄を記入し、合計であれば「合計」と書いて数を確かめてください。",
			"Fill in the row if it is a record; label it 合計 and check it if it is a total."),
	}
}

func (t *totalCheck) finding(f totalFigure, sum float64) finding.Finding {
	shownSum := strings.TrimSuffix(strings.TrimRight(formatNumber(sum), "0"), ".")
	return finding.Finding{
		Code: "C214", Severity: finding.Warning, Column: t.scan.Columns[f.slot].Heading, Value: f.typed,
		Place: t.place(f),
		Message: lang.Sayf("合計の「%s」が、行の値を足した %s と合いません。", "The total %s differs from the sum of the rows, %s.",
			lang.Quote(f.typed),
			shownSum),
		Fix: lang.Say("抜けた行や二重の行がないか、合計の数式の範囲が足りているかを確かめてください。集計には行の値だけを使います。",
			"Look for missing or double rows and check the range of the formula. The figures use the rows only."),
	}
}

func (t *totalCheck) place(f totalFigure) finding.Place {
	g := t.scan.Grid
	return finding.Place{File: g.File, Sheet: g.Sheet, Range: g.Ref(f.row, f.col)}
}

func formatNumber(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }
