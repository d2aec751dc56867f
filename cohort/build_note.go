package cohort

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/sheet"
)

// noteKey is what normalisations must share to be one finding.
type noteKey struct {
	column int
	code   string
	why    string
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

// noteAt remembers a normalised value; like ones down a column become one finding.
func (b *builder) noteAt(slot, col, row int, code, value string, n *cell.Note) {
	key := noteKey{slot, code, n.Why.JA}
	i, ok := b.noted[key]
	if !ok {
		i = len(b.notes)
		b.noted[key] = i
		b.notes = append(b.notes, noteRun{col: col, first: row, sentence: n.Text, finding: finding.Finding{
			Code: code, Severity: finding.Info, Column: b.source.Headings[col], Value: value, Message: n.Why,
		}})
	}
	b.notes[i].last = row
	b.notes[i].count++
}

func (r *rowReader) note(slot, col int, v cell.Value, n *cell.Note) {
	if col > 0 {
		r.noteAt(slot, col, r.row.Number, codeNormalised, v.Text, n)
	}
}

// flush turns the remembered normalisations into findings.
func (b *builder) flush() []finding.Finding {
	for _, n := range b.notes {
		f := n.finding
		f.Place = finding.Place{File: b.source.File, Sheet: b.source.Sheet,
			Range: sheet.RangeRef(sheet.Range{FromRow: n.first, FromCol: n.col, ToRow: n.last, ToCol: n.col})}
		f.Message = say("%[1]s（%[3]s）。", "%[2]s (%[4]s).", n.sentence.JA, n.sentence.EN, f.Message.JA, f.Message.EN)
		if n.count > 1 {
			f.Count = n.count
			f.Message.JA += fmt.Sprintf("同じ列のほか%dか所も同じです。", n.count-1)
			f.Message.EN += fmt.Sprintf(" So were %d more cells of the column.", n.count-1)
		}
		b.findings = append(b.findings, f)
	}
	return b.findings
}
