package shelf

import (
	"fmt"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/bridge"
	"pilot90/report/content"
)

// Moved says what differs between an edition and the ledger of today, and why.
type Moved struct {
	Was, Is string // the two days
	Alarms  []string
	Figures []Figure
	Rows    []Row
	HasRows bool
	More    int // rows that are not listed
	Hidden  int // figures that the edition does not tell
}

// Figure is one that moved, step by step.
type Figure struct {
	ID, Title string
	Old, New  string
	Change    string
	Steps     []Step
}

// Step is the part of a change that is due to one cause.
type Step struct{ Cause, Change, To string }

// Row is one row that differs.
type Row struct {
	Cause, Text string
	At          finding.Place
	Gone        bool // there is no such row any more
}

// mostRows is how many rows are listed.
const mostRows = 200

// Read puts a comparison into words.
func Read(r *bridge.Result, l lang.Lang) *Moved {
	m := &Moved{Was: r.Old.Clock.AsOf.String(), Is: r.New.Clock.AsOf.String(), HasRows: r.HasRows, Hidden: len(r.Hidden)}
	for _, a := range r.Alarms {
		m.Alarms = append(m.Alarms, a.Edition+lang.Text{JA: "　", EN: ": "}.In(l)+a.Title+lang.Text{JA: "（", EN: " ("}.In(l)+
			causes(a.Causes, l)+lang.Text{JA: "）", EN: ")"}.In(l))
	}
	for _, b := range r.Bridges {
		m.Figures = append(m.Figures, figure(&b, l))
	}
	for i := range r.Rows[:min(len(r.Rows), mostRows)] {
		c := &r.Rows[i]
		row := Row{Cause: c.Kind.Words().In(l), Text: c.Words(l), At: c.Line().Row.Cell(1), Gone: c.New == nil}
		for _, cell := range c.Cells() {
			if cell.NewPlace.Range != "" {
				row.At = cell.NewPlace
				break
			}
		}
		m.Rows = append(m.Rows, row)
	}
	m.More = max(0, len(r.Rows)-mostRows)
	return m
}

func figure(b *bridge.Bridge, l lang.Lang) Figure {
	unit := string(b.Unit)
	f := Figure{ID: b.ID, Title: b.Title.In(l), Old: value(b.Old.Value, unit, l), New: value(b.New.Value, unit, l)}
	if b.Old.Value != nil && b.New.Value != nil {
		f.Change = change(*b.Old.Value, *b.New.Value, b.Unit, l)
	}
	for _, t := range b.Terms {
		f.Steps = append(f.Steps, Step{causes(t.Causes, l), change(t.From, t.To, b.Unit, l), value(new(t.To), unit, l)})
	}
	return f
}

func causes(all []bridge.Cause, l lang.Lang) string {
	var words []string
	for _, c := range all {
		words = append(words, c.Words().In(l))
	}
	if len(words) == 0 {
		return lang.Text{JA: "原因は分かりません", EN: "cause not known"}.In(l)
	}
	return strings.Join(words, lang.Text{JA: "と", EN: " and "}.In(l))
}

// change prints a difference with its sign, a ratio in points.
func change(from, to float64, unit kpi.Unit, l lang.Lang) string {
	text := content.Difference(from, to, string(unit))
	switch {
	case strings.HasPrefix(text, "−"):
	case strings.Trim(text, "0.") == "":
		text = "±" + text
	default:
		text = "+" + text
	}
	if unit == kpi.Ratio {
		return fmt.Sprint(text, lang.Text{JA: "ポイント", EN: " points"}.In(l))
	}
	return text
}
