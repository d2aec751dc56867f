package layout

import (
	"math"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

const codeSplitHours = "C333" // hours stand in one column, the minutes in the next

// splitHours is a column of hours that was not read, as the minutes stand in a column beside it.
type splitHours struct {
	hours   foundColumn
	minutes head
	column  *schema.Column
}

// leaveSplitHours gives up a column of hours beside a column 分 that adds to it: the hours alone
// would be too few. Minutes that only say the same again do no harm.
func (l *layout) leaveSplitHours(t *Table) {
	for i := range t.Columns {
		hours := t.Columns[i]
		if t.Schema.Columns[i].Kind != schema.HoursKind || hours.From == 0 || hours.rank == pinnedRank {
			continue
		}
		for _, h := range l.unmatched(t.candidate) {
			if h.from == hours.to+1 && l.saysMinutes(h) && t.addsMinutes(hours, h.from) {
				t.split = append(t.split, splitHours{hours, h, &t.Schema.Columns[i]})
				t.Columns[i] = foundColumn{}
			}
		}
	}
}

// saysMinutes reports the heading 分, or one with it in brackets.
func (l *layout) saysMinutes(h head) bool {
	r := l.reduce(h.parts[len(h.parts)-1])
	for _, unit := range []string{r.whole, r.bracketed} {
		if f, ok := unitScale(schema.HoursKind, unit); ok && f < 1 {
			return true
		}
	}
	return false
}

// addsMinutes reports whether some row has minutes that are not its hours again.
func (t *Table) addsMinutes(hours foundColumn, minutes int) bool {
	for i := range t.Grid.Rows {
		row := &t.Grid.Rows[i]
		if row.Number <= t.last {
			continue
		}
		n, _, fault := cell.ReadNumber(row.At(minutes), cell.Any)
		if fault != nil || n == 0 {
			continue
		}
		h, _, fault := cell.ReadHours(row.At(hours.From), cell.Any)
		if fault != nil || math.Abs(n-float64(h*60)) > 1 {
			return true
		}
	}
	return false
}

// finding is the C333 of the column.
func (s splitHours) finding(t *Table) finding.Finding {
	at, beside := sheetPlace(t.Grid), sheetPlace(t.Grid)
	at.Range, beside.Range = t.Grid.Ref(t.last, s.hours.From), t.Grid.Ref(t.last, s.minutes.from)
	minutes := s.minutes.parts[len(s.minutes.parts)-1]
	return finding.Finding{
		Code: codeSplitHours, Severity: finding.Error, Place: at, Column: s.hours.Heading, Related: []finding.Place{beside},
		Message: lang.Sayf("「%[1]s」が「%[3]s」と「%[4]s」の2つの列に分かれているため、どちらも読んでいません。",
			"%[2]s stand in two columns, “%[3]s” and “%[4]s”; neither is read.",
			s.column.Heading.JA, s.column.Heading.EN, lang.Quote(s.hours.Heading), lang.Quote(minutes)),
		Fix: lang.Sayf("1つの列に 1:30 または 1.5 のようにまとめて書いてください。「%[2]s」の列（%[4]s列）だけで足りるときは、読み取りの設定でその列を「%[1]s」と決めてください。",
			"Write both in one column, as 1:30 or 1.5. If the column “%[2]s” (%[4]s) alone is right, say in the settings of "+
				"reading that it is %[3]s.",
			s.column.Heading.JA, lang.Quote(s.hours.Heading), s.column.Heading.EN, grid.ColumnName(s.hours.From)),
	}
}

// clockPairs are the columns of a log that hold the start and the end of work.
var clockPairs = [][2]string{{"start", "end"}, {"start2", "end2"}, {"start3", "end3"}}

// leaveLoneClocks gives up the columns of starts and ends that do not come in pairs or hold no times: 開始 and 終了 may
// head the dates of a term, and the time at which a form was filled in is no work. Without a first pair the rest is
// no rest from anything.
func (t *Table) leaveLoneClocks() {
	if t.Schema.Key != schema.Tasks {
		return
	}
	t.startByDate()
	pairs := 0
	for _, pair := range clockPairs {
		start, end := &t.Columns[t.Schema.Index(pair[0])], &t.Columns[t.Schema.Index(pair[1])]
		if t.pinnedColumn(start) && t.pinnedColumn(end) || t.holdsClock(start.From) && t.holdsClock(end.From) {
			pairs++
			continue
		}
		*start, *end = foundColumn{}, foundColumn{}
	}
	if span := &t.Columns[t.Schema.Index("span")]; !t.pinnedColumn(span) &&
		!(span.From > 0 && t.mostly(span.From, readsAsSpans)) {
		*span = foundColumn{}
	}
	if pairs == 0 {
		t.Columns[t.Schema.Index("end_date")] = foundColumn{}
	}
}

// startByDate lets a day with a time, of which the end stands beside it, be the start of the work too: 開始日時, 終了日時.
func (t *Table) startByDate() {
	date, start := t.Columns[t.Schema.Index("date")], &t.Columns[t.Schema.Index("start")]
	end := t.Columns[t.Schema.Index("end")]
	if start.From == 0 && end.From > 0 && date.From > 0 && t.mostly(date.From, readsAsInstant) &&
		t.mostly(end.From, readsAsInstant) {
		*start = date
	}
}

// readsAsInstant reports a day with a time of it.
func readsAsInstant(v cell.Value) bool {
	c, _, fault := cell.ReadTimeOfDay(v, cell.UnknownUnit, cell.Tokyo)
	return fault == nil && c.HasDay
}

// startFor lets the column of starts be that of the days where the sheet has no other, the ends stand beside it and
// each start has its day.
func (l *layout) startFor(c *candidate, t *schema.Table) {
	if t.Key != schema.Tasks || c.Columns[t.Index("date")].From > 0 {
		return
	}
	start, end, values := c.Columns[t.Index("start")], c.Columns[t.Index("end")], 0
	for i := range l.grid.Rows {
		row := &l.grid.Rows[i]
		v := row.At(start.From)
		if start.From == 0 || end.From == 0 || row.Number <= c.last || v.IsBlank() {
			continue
		}
		if !readsAsInstant(v) {
			return
		}
		if values++; values == mostLooked {
			break
		}
	}
	if values > 0 {
		c.Columns[t.Index("date")] = start
	}
}

func (t *Table) pinnedColumn(c *foundColumn) bool { return c.From > 0 && c.rank == pinnedRank }

// holdsClock reports a column most of whose values are times of day.
func (t *Table) holdsClock(col int) bool {
	return col > 0 && t.mostly(col, func(v cell.Value) bool {
		c, _, fault := cell.ReadTimeOfDay(v, cell.UnknownUnit, cell.Tokyo)
		return fault == nil && !(c.HasDay && c.Seconds == 0)
	})
}

func readsAsSpans(v cell.Value) bool {
	_, _, fault := cell.ReadSpans(v)
	return fault == nil
}
