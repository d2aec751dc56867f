package cohort

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/sheet"
)

// totalText is how a row of totals or of other summaries is marked, after headingForm.
var totalText = regexp.MustCompile(`^(.{0,12}(合計|小計|総計|累計|月計|年計|合計額|合計時間)|.{0,8}[月日年度期分名人計]計|計|(grand|sub)?total|sum|average|平均.{0,2}|(延べ)?(件数|人数|回数|日数)計?|最大.?|最小.?|最高.?|最低.?|中央値|(合計|総計|小計|計)[0-9,]+(名|人|件|時間|円|回)?)$`)

// uncheckedText are summaries that sum nothing up.
var uncheckedText = regexp.MustCompile(`平均|average|件数|人数|回数|日数|最大|最小|最高|最低|中央値`)

// isTotal reports a row of totals: a cell in the table or left of it says so, and the row is no
// complete record or says so in a required column.
func (s *rowScan) isTotal(row *sheet.Row, complete bool) bool {
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.Col > s.to {
			break
		}
		if c.Kind != cell.Text || len(c.Text) > 80 || !saysTotal(c.Text) {
			continue
		}
		slot := s.slotOf[c.Col]
		if !complete || slot >= 0 && s.schema.Columns[slot].Required && s.schema.Columns[slot].Kind != TextKind {
			s.data.label = c.Text
			return true
		}
	}
	return false
}

// saysTotal reports a word for a total, such as 合計, 4月小計 or Total.
func saysTotal(s string) bool {
	if !containsAny(s, "計", "平均", "数", "最", "中央", "otal", "OTAL", "um", "UM", "verage") {
		return false
	}
	whole, bare, _ := headingForm(s)
	return totalText.MatchString(whole) || totalText.MatchString(bare)
}

// totalCheck compares the totals in a sheet with the rows they may sum up.
type totalCheck struct {
	scan    *rowScan
	rows    []summed // what was read, in order, for each additive column
	totals  []int    // index in rows before which each total row stands
	pending []pendingTotal
}

// summed is the additive values of one record row; NaN for a value that could not be read.
type summed struct {
	hidden bool
	values []float64
}

// pendingTotal is one figure of a total row, checked when all rows are known.
type pendingTotal struct {
	slot, row, col int
	before         int // records above it
	typed          string
	value          float64
	level          int // index in totals
	unlabelled     bool
}

// record remembers the numbers of a record row.
func (t *totalCheck) record(hidden bool, numbers []float64) {
	t.rows = append(t.rows, summed{hidden, append([]float64(nil), numbers...)})
}

// total remembers the figures of a total row.
func (t *totalCheck) total(d *dataRow) {
	if uncheckedText.MatchString(strings.ToLower(d.label)) {
		return
	}
	t.totals = append(t.totals, len(t.rows))
	for slot, c := range t.scan.schema.Columns {
		v := d.values[slot]
		if c.Kind != AmountKind && c.Kind != HoursKind || v.IsBlank() || d.cols[slot] == 0 {
			continue
		}
		value, ok := readTotal(v, c.Kind)
		if !ok {
			continue
		}
		if bareNumber(v) {
			value *= t.scan.scale(slot)
		}
		t.pending = append(t.pending, pendingTotal{slot, d.number, d.cols[slot], len(t.rows), v.Text, value, len(t.totals) - 1, d.label == ""})
	}
}

func readTotal(v cell.Value, kind ColumnKind) (float64, bool) {
	if kind == HoursKind {
		h, _, fault := cell.ReadHours(v, cell.Any)
		return h, fault == nil
	}
	n, _, fault := cell.ReadYen(v, cell.Any)
	return n, fault == nil
}

// findings reports the totals that equal no sum they could be: of the rows since the last
// total, of all rows above, of all rows, of the rows below; with or without hidden rows.
func (t *totalCheck) findings() []finding.Finding {
	var out []finding.Finding
	for _, p := range t.pending {
		from, to := 0, len(t.rows)
		if p.level > 0 {
			from = t.totals[p.level-1]
		}
		if p.level+1 < len(t.totals) {
			to = t.totals[p.level+1]
		}
		nearest, agrees := math.NaN(), false
		for _, span := range [][2]int{{from, p.before}, {0, p.before}, {p.before, to}, {0, len(t.rows)}} {
			for _, visible := range []bool{false, true} {
				sum := t.sum(span[0], span[1], p.slot, visible)
				agrees = agrees || math.IsNaN(sum) || math.Abs(sum-p.value) < 0.006*max(1, math.Abs(sum)*1e-6)
				if math.IsNaN(nearest) && span[1] > span[0] {
					nearest = sum
				}
			}
		}
		switch {
		case !agrees && p.unlabelled:
			out = append(out, t.neither(p))
		case !agrees:
			out = append(out, t.finding(p, nearest))
		}
	}
	return out
}

// neither is the finding of a row of numbers that is no record, since its required values are
// blank, and no total, since it equals no sum.
func (t *totalCheck) neither(p pendingTotal) finding.Finding {
	g := t.scan.grid
	return finding.Finding{
		Code: cell.CodeBlank, Severity: finding.Error, Column: t.scan.columns[p.slot].heading, Value: p.typed,
		Place:   finding.Place{File: g.File, Sheet: g.Sheet, Range: sheet.Ref(p.row, p.col)},
		Message: say("日付や番号のない行に「%s」だけがあります。合計としても合いません。", "The row has %s but neither date nor id; it is no total either.", shown(p.typed)),
		Fix:     text("記録であれば足りない欄を記入し、合計であれば「合計」と書いて数を確かめてください。", "Fill in the row if it is a record; label it 合計 and check it if it is a total."),
	}
}

// sum adds one column over the rows from <= i < to.
func (t *totalCheck) sum(from, to, slot int, visibleOnly bool) float64 {
	s := 0.0
	for _, r := range t.rows[from:to] {
		if !visibleOnly || !r.hidden {
			s += r.values[slot]
		}
	}
	return s
}

func (t *totalCheck) finding(p pendingTotal, sum float64) finding.Finding {
	g := t.scan.grid
	shownSum := strings.TrimSuffix(strings.TrimRight(formatNumber(sum), "0"), ".")
	return finding.Finding{
		Code: "C214", Severity: finding.Warning, Column: t.scan.columns[p.slot].heading, Value: p.typed,
		Place:   finding.Place{File: g.File, Sheet: g.Sheet, Range: sheet.Ref(p.row, p.col)},
		Message: say("合計の「%s」が、行の値を足した %s と合いません。", "The total %s differs from the sum of the rows, %s.", shown(p.typed), shownSum),
		Fix:     text("抜けた行や二重の行がないか、合計の数式の範囲が足りているかを確かめてください。集計には行の値だけを使います。", "Look for missing or double rows and check the range of the formula. The figures use the rows only."),
	}
}

func formatNumber(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }
