// Package week turns a window into what a hub looks at on a Monday: what to do, what has changed since a week ago, and
// one row a person in the order in which they are called.
//
// The one idea: every line says what to do and where in the ledger it is from. Who is late, owed or idle is judged by
// package state; this package words and orders it for the screen. It names persons: it is for the hub alone.
package week

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

// Level is how much a line presses; each has a mark of its own.
type Level string

// Act: now. Watch: soon. Fine: nothing to do. Left: not looked after any more.
const (
	Act   Level = "act"
	Watch Level = "watch"
	Fine  Level = "fine"
	Left  Level = "left"
)

// Board is the whole of it.
type Board struct {
	Tasks   []Task
	Changes []Change
	Ending  string // contracts that end within a month; "" for none
	Waiting string // payments that are due but not late; "" for none
	People  []Person
	Scale   string   // what the bars of all people stand for; "" where there are none
	From    cell.Day // Monday of the first bar
}

// Task is one thing to do, with the way to its record.
type Task struct {
	Level         Level
	Title, Detail string
	At            finding.Place
	Way           string // what lies there
	Person        bool   // At is the row of a person in the register
}

// board is what the parts are made from.
type board struct {
	w      *kpi.Window
	lang   lang.Lang
	states []state.State
	people []state.Standing // of the states, in their order
	agenda state.Agenda
}

func newBoard(w *kpi.Window, l lang.Lang) *board {
	states := state.Of(w)
	return &board{w: w, lang: l, states: states, people: state.Standings(w, states, state.WeekOf(w, states)),
		agenda: state.ThisWeek(w)}
}

// Build makes the board of a window. before is the window of about a week earlier, of the same ledger or of the one
// that was kept then.
func Build(w, before *kpi.Window, l lang.Lang) Board {
	b := newBoard(w, l)
	out := Board{Tasks: b.tasks(), Changes: b.changes(before), Ending: b.ending(), Waiting: b.waiting()}
	b.everybody(&out)
	return out
}

func (b *board) say(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(b.lang) }

// name is a person as one speaks of them.
func (b *board) name(p *record.Participant) string {
	if p.Name.Known {
		return p.Name.Value
	}
	return p.ID.Value
}

// nameOf is the person of an id, who may not be in the register.
func (b *board) nameOf(id string) string {
	if p := b.w.Participant(id); p != nil {
		return b.name(p)
	}
	return id
}

// san is a name with the honorific of a sentence.
func (b *board) san(name string) string { return b.say(name+"さん", name) }

// amount prints a value of a unit.
func (b *board) amount(v float64, unit kpi.Unit) string {
	return content.Quantity(v, string(unit), string(b.lang))
}

// count prints a number of things.
func (b *board) count(n int, ja string) string {
	if b.lang == lang.EN {
		return fmt.Sprint(n)
	}
	return fmt.Sprint(n) + ja
}

// day prints a day without its year in a sentence, short in a table: 3月30日, 3/30.
func (b *board) day(d cell.Day) string {
	_, m, n := d.YMD()
	return b.say(fmt.Sprintf("%d月%d日", m, n), d.Time().Format("2 Jan"))
}

func (b *board) short(d cell.Day) string {
	_, m, n := d.YMD()
	return b.say(fmt.Sprintf("%d/%d", m, n), d.Time().Format("2 Jan"))
}

// title is what a task is called, else its contract.
func (b *board) title(t *record.Task) string {
	if t.Title.Known {
		return t.Title.Value
	}
	if c := b.w.ContractOf(t); c != nil && c.Title.Known {
		return c.Title.Value
	}
	return b.say("作業", "the task")
}

// firstKnown is the place of the first of the columns that the row has, else of the row's first cell.
func firstKnown(r record.Row, columns ...int) finding.Place {
	for _, col := range columns {
		if col > 0 {
			return r.Cell(col)
		}
	}
	return r.Cell(1)
}
