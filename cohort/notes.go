package cohort

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/sheet"
)

// notes are the normalised values of a table; like ones down a column become one finding.
type notes struct {
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
	sentence finding.Text
}

// noted is one normalised value: its column in the schema, its cell, the heading above it and the text
// as typed.
type noted struct {
	slot, col, row int
	heading, value string
}

// add remembers a normalised value. The rows come in order.
func (n *notes) add(code string, v noted, note *cell.Note) {
	key := noteKey{v.slot, code, note.Why.JA}
	i, known := n.at[key]
	if !known {
		if n.at == nil {
			n.at = map[noteKey]int{}
		}
		i = len(n.runs)
		n.at[key] = i
		n.runs = append(n.runs, noteRun{col: v.col, first: v.row, sentence: note.Text, finding: finding.Finding{
			Code: code, Severity: finding.Info, Column: v.heading, Value: v.value, Message: note.Why,
		}})
	}
	n.runs[i].last = v.row
	n.runs[i].count++
}

// findings turns the remembered values of a sheet into findings.
func (n *notes) findings(g *sheet.Grid) []finding.Finding {
	var out []finding.Finding
	for _, run := range n.runs {
		f := run.finding
		f.Place = finding.Place{File: g.File, Sheet: g.Sheet,
			Range: sheet.RangeRef(sheet.Range{FromRow: run.first, FromCol: run.col, ToRow: run.last, ToCol: run.col})}
		f.Message = say("%[1]s（%[3]s）。", "%[2]s (%[4]s).", run.sentence.JA, run.sentence.EN, f.Message.JA, f.Message.EN)
		if run.count > 1 {
			f.Count = run.count
			f.Message.JA += fmt.Sprintf("同じ列のほか%dか所も同じです。", run.count-1)
			f.Message.EN += fmt.Sprintf(" So were %d more cells of the column.", run.count-1)
		}
		out = append(out, f)
	}
	return out
}
