package record

import (
	"math"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// codeClockAside is the code of clock times that could not be used beside hours that could.
const codeClockAside = "C116"

// clockPairs are the columns of the log with the starts and the ends of work.
var clockPairs = [][2]string{{"start", "end"}, {"start2", "end2"}, {"start3", "end3"}}

// ofTimes reports a column of the log whose cells are among TaskTimes.
func ofTimes(t *schema.Table, c schema.Column) bool {
	return t.Key == schema.Tasks &&
		(c.Kind == schema.ClockKind || c.Kind == schema.RestKind || c.Kind == schema.SpanKind || c.Key == "end_date")
}

// clockSlots are the places in the schema of the columns of clock times that a sheet has.
type clockSlots struct {
	pairs              [][2]int
	rest, span, paired int // paired is how many pairs there are; a rest or span of -1 is none
}

// clockColumns returns the columns of clock times that the sheet has, or nil.
func (s *Source) clockColumns() *clockSlots {
	if s.Table != schema.Tasks {
		return nil
	}
	t := schema.ByKey(schema.Tasks)
	c := &clockSlots{rest: t.Index("break"), span: t.Index("span")}
	for _, pair := range clockPairs {
		if s.column(pair[0]) != nil && s.column(pair[1]) != nil {
			c.pairs = append(c.pairs, [2]int{t.Index(pair[0]), t.Index(pair[1])})
		}
	}
	c.paired = len(c.pairs)
	if s.column("span") == nil {
		c.span = -1
	}
	if len(c.pairs) == 0 && c.span < 0 {
		return nil
	}
	return c
}

// byClock lets the clock times of a sheet stand for the hours that it has no column of.
func (s *Source) byClock() {
	if s.clock = s.clockColumns(); s.clock == nil || s.column("hours") != nil {
		return
	}
	from := s.clock.span
	if len(s.clock.pairs) > 0 {
		from = s.clock.pairs[0][0]
	}
	s.columns[schema.ByKey(schema.Tasks).Index("hours")] = s.columns[from]
}

// clock reads a time of day. Its fault waits until it is known whether the row has hours of its own.
func (r *cellReader) clock(slot int) Field[cell.TimeOfDay] {
	return waiting(r, slot, func(v cell.Value, _ *schema.Column) (cell.TimeOfDay, *cell.Note, *cell.Fault) {
		return cell.ReadTimeOfDay(v, r.table.HoursUnit(slot).Kind, r.table.Zone)
	})
}

// rest reads the length of a rest in seconds, as clock does.
func (r *cellReader) rest(slot int) Field[int] {
	return waiting(r, slot, func(v cell.Value, _ *schema.Column) (int, *cell.Note, *cell.Fault) {
		return cell.ReadRest(v, r.table.HoursUnit(slot))
	})
}

func waiting[T any](r *cellReader, slot int, reader columnReader[T]) Field[T] {
	before := len(r.faults)
	f := readCell(r, slot, reader)
	r.wait(before)
	return f
}

// wait sets the faults from the one of that number on aside.
func (r *cellReader) wait(before int) {
	r.waiting = append(r.waiting, r.faults[before:]...)
	r.faults = r.faults[:before]
}

// longestSpans is how many bytes starts and ends in one cell have at most.
const longestSpans = 1000

// spansInHours reads a start and an end that stand in a column of hours: 9:00-12:00.
func (r *cellReader) spansInHours(slot int) []cell.Span {
	v := r.values[slot]
	if v.Kind != cell.Text || len(v.Text) > longestSpans || !strings.ContainsAny(v.Text, ":：時") {
		return nil
	}
	if _, _, fault := cell.ReadHoursIn(v, r.table.HoursUnit(slot), cell.Any); fault == nil {
		return nil
	}
	spans, _, fault := cell.ReadSpans(v)
	if fault != nil {
		return nil
	}
	return spans
}

// between is the length of a start and an end that stand in a column of hours; in a log, where a rest may stand beside
// them, it waits for work.
func (r *cellReader) between(slot int, spans []cell.Span) Field[float64] {
	v, col := r.values[slot], r.cols[slot]
	f := Field[float64]{Col: col, Text: v.Text}
	if r.table.Schema.Key == schema.Tasks {
		return f
	}
	hours, _, note, fault := cell.Worked(spans, 0, false)
	if fault != nil {
		r.fault(&r.table.Schema.Columns[slot], col, v, fault)
		return f
	}
	if note == nil {
		note = clockNote(lang.Quote(v.Text), "", hours)
	}
	r.note(slot, col, v, note)
	f.Value, f.Known, r.numbers[slot] = hours, true, hours
	return f
}

// A stretch is work from a start to an end, with the columns of the schema in which they stand.
type stretch struct {
	cell.Span
	start, end int
}

// work settles the hours of a task: those that are typed, or else those between its clock times. Beside typed hours a
// fault of the clock times is a warning.
func (r *cellReader) work(t *Task, inHours []cell.Span) {
	if r.source.clock == nil && inHours == nil {
		return
	}
	hours := r.table.Schema.Index("hours")
	own := t.ownTimes()
	own.ByClock = r.hoursByClock(t, hours, inHours)
	switch {
	case t.Hours.Known:
		for _, f := range r.waiting {
			r.faults = append(r.faults, aside(f))
		}
	case len(r.waiting) > 0:
		r.faults = append(r.faults, r.waiting...)
	case own.ByClock.Known && (Blank(t.Hours) || inHours != nil):
		t.Hours = own.ByClock
		r.numbers[hours] = t.Hours.Value
	}
}

// HoursUntold reports a log whose hours are not read as nothing tells their unit.
func (s *Source) HoursUntold() bool { return s.untold > 0 }

// untold reads whether there are hours in the column that is not read.
func (r *cellReader) untold(t *Task) {
	if r.source.untold == 0 {
		return
	}
	v := r.table.Grid.At(r.row.line, r.source.untold)
	h, _, fault := cell.ReadHours(v, cell.NonNegative)
	t.ownTimes().Untold = Field[bool]{Value: h > 0, Known: fault == nil, Col: r.source.untold, Text: v.Text}
}

// hoursByClock returns the hours between the clock times of a task less its rest; its cell is that of the first start.
func (r *cellReader) hoursByClock(t *Task, hours int, inHours []cell.Span) Field[float64] {
	all := r.stretches(t, hours, inHours)
	if len(all) == 0 || len(r.waiting) > 0 {
		return Field[float64]{}
	}
	spans := make([]cell.Span, len(all))
	for i, s := range all {
		spans[i] = s.Span
	}
	paired := r.source.clock != nil && r.source.clock.paired > 1
	worked, at, note, fault := cell.Worked(spans, t.Times().Break.Value, paired)
	if fault != nil && t.Hours.Known {
		wrapped, _, _, wrong := cell.Worked(spans, t.Times().Break.Value, true)
		if wrong == nil && agree(wrapped, t.Hours.Value) {
			worked, note, fault = wrapped, nil, nil // the typed hours say that it ended on the next day
		}
	}
	place := all[min(at, len(all)-1)].end
	if fault != nil {
		if at == len(all) && t.Times().Break.Known {
			place = r.source.clock.rest
		}
		before := len(r.faults)
		r.fault(&r.table.Schema.Columns[place], r.cols[place], r.values[place], fault)
		r.wait(before)
		return Field[float64]{}
	}
	if note != nil {
		r.note(place, r.cols[place], r.values[place], note)
	}
	first := all[0].start
	if !t.Hours.Known {
		r.note(hours, r.cols[first], r.values[first], clockNote(r.typed(all), t.Times().Break.Text, worked))
	}
	return Field[float64]{Value: worked, Known: true, Col: r.cols[first], Text: r.values[first].Text}
}

// agree reports two lengths of work, in hours, that differ by no more than a minute.
func agree(a, b float64) bool { return math.Abs(a-b) <= 1.0/60+1e-9 }

// stretches are the starts and ends that the row has. A start without its end, or an end without its start, waits as
// a value that is missing.
func (r *cellReader) stretches(t *Task, hours int, inHours []cell.Span) []stretch {
	var all []stretch
	add := func(slot int, spans []cell.Span) {
		for _, s := range spans {
			all = append(all, stretch{s, slot, slot})
		}
	}
	if clock := r.source.clock; clock != nil {
		at := t.Times()
		for i, f := range [][2]Field[cell.TimeOfDay]{{at.Start, at.End}, {at.Start2, at.End2}, {at.Start3, at.End3}} {
			if i < len(clock.pairs) && (f[0].Known || f[1].Known) {
				all = append(all, r.stretch(t, clock.pairs[i], f)...)
			}
		}
		if clock.span >= 0 {
			add(clock.span, t.Times().Span.Value)
		}
	}
	add(hours, inHours)
	return all
}

// stretch is one start with its end; none where either is missing or cannot be read.
func (r *cellReader) stretch(t *Task, slots [2]int, f [2]Field[cell.TimeOfDay]) []stretch {
	for i, slot := range slots {
		if Blank(f[i]) {
			before := len(r.faults)
			r.missing(&r.table.Schema.Columns[slot], r.cols[slot], r.values[slot])
			r.wait(before)
		}
	}
	if !f[0].Known || !f[1].Known {
		return nil
	}
	s := stretch{cell.Span{Start: f[0].Value, End: f[1].Value}, slots[0], slots[1]}
	if t.Times().EndDate.Known && !s.End.HasDay {
		s.End.Day, s.End.HasDay = t.Times().EndDate.Value, true
	}
	if s.End.HasDay && !s.Start.HasDay && t.Date.Known {
		s.Start.Day, s.Start.HasDay = t.Date.Value, true
	}
	return []stretch{s}
}

// typed is what stands in the cells of the stretches.
func (r *cellReader) typed(all []stretch) string {
	var times []string
	for _, s := range all {
		text := r.values[s.start].Text
		if s.start != s.end {
			text += "〜" + r.values[s.end].Text
		}
		times = append(times, lang.Quote(text))
	}
	return strings.Join(slices.Compact(times), "、")
}

// clockNote says from which times, and which rest, the hours are.
func clockNote(times, rest string, hours float64) *cell.Note {
	if rest != "" {
		times += "、休憩" + lang.Quote(rest)
	}
	return &cell.Note{
		Text: lang.Sayf("%[1]s → %[2]s時間 と読みました", "%[1]s was read as %[2]s hours", times,
			lang.Plain(math.Round(hours*1e4)/1e4)),
		Why: lang.Say("始めと終わりの時刻と休憩から時間を計算しました", "the hours are those between start and end, less the rest"),
	}
}

// aside is a fault of clock times in a row whose hours are typed: they are used, and the times are not.
func aside(f finding.Finding) finding.Finding {
	f.Code, f.Severity = codeClockAside, finding.Warning
	f.Message.JA += "この行の時間は「時間」の列の値を使いました。"
	f.Message.EN += " The hours of the row are those of its column of hours."
	return f
}
