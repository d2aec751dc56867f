package shape

import (
	"cmp"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// attended is one row of trainings: a person at a session, or the day of completion.
type attended struct {
	line      line
	row       int // of the user's sheet
	date      cell.Value
	when      [2]int
	title     cell.Value
	label     [2]int
	completed cell.Value
	mark      [2]int
}

// turned is the register as rows of trainings, and what is to be said of it.
func (r *register) turned(t *turner) (*grid.Grid, []finding.Finding) {
	undated := r.settle(t)
	var rows []attended
	var found []finding.Finding
	there, completed := 0, 0
	for _, l := range r.persons {
		own, odd := r.attendedBy(l)
		found = append(found, odd...)
		there += len(own)
		done, more, odd := r.completion(l, own)
		rows, found = append(append(rows, own...), more...), append(found, odd...)
		if done {
			completed++
		}
	}
	at := grid.Range{FromRow: r.heading, FromCol: 1, ToRow: r.heading, ToCol: r.grid.Used().ToCol}
	how := read(r.grid, at, lang.Sayf("研修の出席簿として、出席%[1]d件と修了%[2]d人を読みました（%[3]d人、%[4]d回）。",
		"Read as a register of training: %[1]d attendances, %[2]d completions (%[3]d persons, %[4]d sessions).",
		there, completed, len(r.persons), len(r.sessions)))
	how.Fix = lang.Say("正しければ、このままで構いません。ちがうときは、1人の1回の受講につき1行で、日付・参加者・修了の列に分けて書いてください。",
		"Nothing need be done if that is right; otherwise write one row an attendance, with columns of the day, the "+
			"participant and the completion.")
	if undated > 0 {
		how.Severity = finding.Warning
		how.Message = lang.Sayf("%[1]s日付のわからない回が%[3]d回あり、その出席は読んでいません。", "%[2]s %[3]d sessions have no day and are not read.",
			how.Message.JA, how.Message.EN, undated)
		how.Fix = lang.Say("各回の日付を、年がわかるように見出しに書いてください。", "Write the day of each session, with its year, in its heading.")
	}
	return r.rows(rows), append(found, how)
}

// settle gives the sessions their days, in the order of the days, and counts those without one.
func (r *register) settle(t *turner) (undated int) {
	for i := range r.sessions {
		s := &r.sessions[i]
		if s.dated && !s.day.dated {
			day, ok := r.dayOf(s.day, t)
			s.day.full, s.day.dated, s.dated = day, ok, ok
		}
		if !s.dated {
			undated++
		}
	}
	slices.SortStableFunc(r.sessions, func(a, b session) int { return cmp.Compare(a.day.full, b.day.full) })
	return undated
}

// dayOf is a day without its year in the only fiscal year that stands above or in the names, else in the reporting
// period.
func (r *register) dayOf(m mark, t *turner) (cell.Day, bool) {
	var fiscal []int
	for _, s := range append(above(r.grid, r.heading), names(r.grid)...) {
		for _, year := range s.fiscal {
			fiscal = add(fiscal, year)
		}
	}
	month, ok := yearMonth{}, true
	if len(fiscal) == 1 {
		month = inFiscalYear(fiscal[0], m.month)
	} else if month, ok = inPeriod(t.clock, m.month); !ok {
		return 0, false
	}
	return m.in(month)
}

// attendedBy are the sessions at which a person was; a mark that is not known is asked about.
func (r *register) attendedBy(l line) (own []attended, odd []finding.Finding) {
	for _, s := range r.sessions {
		v, place := r.meet(l, s.at)
		present, known := presence(v)
		switch {
		case v.IsBlank() || known && !present:
		case !known:
			odd = append(odd, r.oddMark(v, place, lang.Say("出席", "attendance")))
		case s.dated:
			date := dateValue(s.day.full, r.grid.At(s.when[0], s.when[1]))
			own = append(own, attended{line: l, row: place[0], date: date, when: s.when, title: s.title, label: s.label})
		}
	}
	return own, odd
}

// completion marks the row of the day on which a person has completed: the day that is written, else the last session
// at which the person was. It adds a row where there is none of that day.
func (r *register) completion(l line, own []attended) (done bool, more []attended, odd []finding.Finding) {
	var marked, day cell.Value
	var at, on [2]int
	if r.done > 0 {
		marked, at = r.meet(l, r.done)
	}
	if r.doneOn > 0 {
		day, on = r.meet(l, r.doneOn)
	}
	present, known := presence(marked)
	said, _, fault := cell.ReadBool(marked)
	isDay := readsAsDay(marked)
	trained := schema.ByKey(schema.Participants).Column("trained_date")
	switch {
	case day.IsBlank() && isDay:
		day, on = marked, at
	case trained.NoValue(day):
		day = cell.Value{}
	}
	no := !marked.IsBlank() && !isDay && (known && !present || fault == nil && !said || trained.NoValue(marked))
	switch {
	case day.IsBlank() && (marked.IsBlank() || no):
		return false, nil, nil
	case no:
		return false, nil, []finding.Finding{r.oddMark(day, on, lang.Say("修了", "completion"))}
	case day.IsBlank() && !known && fault != nil:
		return false, nil, []finding.Finding{r.oddMark(marked, at, lang.Say("修了", "completion"))}
	case day.IsBlank() && len(own) > 0:
		last := &own[len(own)-1]
		last.completed, last.mark = yes(marked), at
		return true, nil, nil
	case day.IsBlank():
		return true, []attended{{line: l, row: at[0], completed: yes(marked), mark: at}}, nil
	}
	when, _, fault := cell.ReadDate(day)
	for i := range own {
		if on, _, _ := cell.ReadDate(own[i].date); fault == nil && on == when {
			own[i].completed, own[i].mark = yes(day), r.markOf(l)
			return true, nil, nil
		}
	}
	return true, []attended{{line: l, row: on[0], date: day, when: on, completed: yes(day), mark: on}}, nil
}

// markOf is the cell that says when a person completed.
func (r *register) markOf(l line) [2]int {
	_, place := r.meet(l, cmp.Or(r.doneOn, r.done))
	return place
}

// yes is a mark of completion; what is typed stays.
func yes(v cell.Value) cell.Value {
	return cell.Value{Kind: cell.Text, Text: "○", Strike: v.Strike}
}

// readsAsDay reports a date.
func readsAsDay(v cell.Value) bool {
	_, _, fault := cell.ReadDate(v)
	return !v.IsBlank() && fault == nil
}

// oddMark is the finding of a cell that does not say whether the person was there, or has completed.
func (r *register) oddMark(v cell.Value, at [2]int, what lang.Text) finding.Finding {
	return finding.Finding{
		Code: codeOddMark, Severity: finding.Warning, Value: v.Text,
		Place: finding.Place{File: r.grid.File, Sheet: r.grid.Sheet, Range: grid.Ref(at[0], at[1])},
		Message: lang.Sayf("「%[1]s」は%[2]sの印として読めないため、数えていません。", "“%[1]s” is no known mark of %[3]s and does not count.",
			lang.Quote(v.Text), what.JA, what.EN),
		Fix: lang.Say("出席・修了は ○、遅刻・早退は △、欠席・未修了は × を書いてください。",
			"Write ○ for present or completed, △ for late or early, × for absent or not completed."),
	}
}

// rows is the register with one row an attendance: day, person, session, completion. It has no column of completion
// where the sheet has none.
func (r *register) rows(all []attended) *grid.Grid {
	s := schema.ByKey(schema.Trainings)
	out := &grid.Grid{File: r.grid.File, Sheet: r.grid.Sheet, Hidden: r.grid.Hidden, Holds: string(schema.Trainings),
		Origins: map[[2]int][2]int{}, Lines: map[int]int{1: r.heading}}
	columns := []string{"date", "participant_id", "course", "completed"}
	if r.done == 0 && r.doneOn == 0 {
		columns = columns[:3]
	}
	head := grid.Row{Number: 1}
	for i, key := range columns {
		head.Cells = append(head.Cells, grid.Cell{Col: i + 1,
			Value: cell.Value{Kind: cell.Text, Text: s.Column(key).Heading.JA}})
		out.Origins[[2]int{1, i + 1}] = [2]int{r.heading, 1}
	}
	out.Rows = append(out.Rows, head)
	for i, a := range all {
		row := grid.Row{Number: i + 2}
		values, from := []cell.Value{a.date, a.line.person, a.title, a.completed},
			[][2]int{a.when, a.line.who, a.label, a.mark}
		for k, v := range values[:len(columns)] {
			if !v.IsBlank() {
				row.Cells = append(row.Cells, grid.Cell{Col: k + 1, Value: v})
				out.Origins[[2]int{row.Number, k + 1}] = from[k]
			}
		}
		out.Lines[row.Number] = a.row
		out.Rows = append(out.Rows, row)
	}
	return out
}
