package layout

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// Notes are the normalised values of a table; like ones down a column become one finding.
type Notes struct {
	runs []noteRun
	at   map[noteKey]int // index in runs
}

// noteKey is what normalisations must share to be one finding.
type noteKey struct {
	slot int // the column in the schema
	code string
	why  string
}

// noteRun is the normalisations of one sort down one column.
type noteRun struct {
	finding  finding.Finding
	col      int
	first    int // rows
	last     int
	count    int
	sentence lang.Text
}

// Noted is one normalised value: its column in the schema, its cell, the heading above it and the text
// as typed.
type Noted struct {
	Slot, Col, Row int
	Heading, Value string
}

// Add remembers a normalised value. The rows come in order.
func (n *Notes) Add(code string, v Noted, note *cell.Note) {
	key := noteKey{v.Slot, code, note.Why.JA}
	i, known := n.at[key]
	if !known {
		if n.at == nil {
			n.at = map[noteKey]int{}
		}
		i = len(n.runs)
		n.at[key] = i
		n.runs = append(n.runs, noteRun{col: v.Col, first: v.Row, sentence: note.Text, finding: finding.Finding{
			Code: code, Severity: finding.Info, Column: v.Heading, Value: v.Value, Message: note.Why,
		}})
	}
	n.runs[i].last = v.Row
	n.runs[i].count++
}

// Findings turns the remembered values of a sheet into findings.
func (n *Notes) Findings(g *grid.Grid) []finding.Finding {
	var out []finding.Finding
	for _, run := range n.runs {
		f := run.finding
		f.Place = finding.Place{File: g.File, Sheet: g.Sheet,
			Range: g.RangeRef(grid.Range{FromRow: run.first, FromCol: run.col, ToRow: run.last, ToCol: run.col})}
		f.Message = lang.Sayf("%[1]s（%[3]s）。", "%[2]s (%[4]s).", run.sentence.JA, run.sentence.EN, f.Message.JA, f.Message.EN)
		if run.count > 1 {
			f.Count = run.count
			f.Message.JA += fmt.Sprintf("同じ列のほか%dか所も同じです。", run.count-1)
			f.Message.EN += fmt.Sprintf(" So were %d more cells of the column.", run.count-1)
		}
		out = append(out, f)
	}
	return out
}
