package week

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// Records is all that a ledger has of one person.
type Records struct {
	Person *Person // as on the board; nil of somebody who has not begun
	Reason string  // why the person is to be called; "" for nothing
	Rows   []Row   // the latest first
}

// Row is one record in words.
type Row struct {
	Day   string // "" where it is not known
	Kind  string // of record
	Text  string
	Facts []string
	At    finding.Place
	Out   bool // an error keeps it out of the figures
	day   cell.Day
}

// RecordsOf gathers the records of a person of the window's ledger, those with an error included.
func RecordsOf(w *kpi.Window, p *record.Participant, l lang.Lang) Records {
	b := newBoard(w, l)
	var out Records
	for i := range b.people {
		if s := &b.people[i]; s.Participant == p {
			row := b.person(s)
			out.Person, out.Reason = &row, s.Reason.In(l)
		}
	}
	c := w.Cohort
	for _, t := range c.Tasks.Every() {
		if t.Participant == p {
			r := b.taskRow(t)
			r.Out = slices.Contains(c.Tasks.Excluded, t)
			out.Rows = append(out.Rows, r)
		}
	}
	for _, t := range c.Trainings.Every() {
		if t.Participant == p {
			r := b.dated(t.Row, t.Date, schema.Trainings, t.Course.Value)
			r.fact(b.say("時間 ", "hours "), t.Hours.Text)
			if t.Completed.Known && t.Completed.Value {
				r.Facts = append(r.Facts, b.say("修了", "completed"))
			}
			r.Out = slices.Contains(c.Trainings.Excluded, t)
			out.Rows = append(out.Rows, r)
		}
	}
	for _, s := range c.Support.Every() {
		if s.Participant == p {
			r := b.dated(s.Row, s.Date, schema.Support, strings.TrimSpace(s.Kind.Text+" "+s.Staff.Value))
			r.fact(b.say("時間 ", "hours "), s.Hours.Text)
			r.Out = slices.Contains(c.Support.Excluded, s)
			out.Rows = append(out.Rows, r)
		}
	}
	slices.SortStableFunc(out.Rows, func(x, y Row) int { return cmp.Compare(y.day, x.day) })
	return out
}

// taskRow is a task in words: what, how long, for how much, and its three dates as typed.
func (b *board) taskRow(t *record.Task) Row {
	r := b.dated(t.Row, t.Date, schema.Tasks, b.title(t))
	r.fact(b.say("時間 ", "hours "), t.Hours.Text)
	r.fact(b.say("報酬 ", "pay "), t.Pay.Text)
	r.fact(b.say("納期 ", "due "), t.DueDate.Text)
	r.fact(b.say("納品 ", "delivered "), t.DeliveredDate.Text)
	r.fact(b.say("支払 ", "paid "), t.PaidDate.Text)
	return r
}

// dated is a row of a table with its day.
func (b *board) dated(at record.Row, day record.Field[cell.Day], table schema.Key, text string) Row {
	r := Row{Kind: schema.ByKey(table).Sheet.In(b.lang), Text: text, At: firstKnown(at, day.Col)}
	if day.Known {
		r.day, r.Day = day.Value, day.Value.String()
	}
	return r
}

// fact adds what a cell says, where it says something.
func (r *Row) fact(name, text string) {
	if text = strings.TrimSpace(text); text != "" {
		r.Facts = append(r.Facts, name+text)
	}
}
