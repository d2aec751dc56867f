package layout

import (
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

const codeAbove = "C324" // info: a value written once above the table counts for all its rows

// statement is a label above a table with its value: 担当者：P03, or 氏名 in one cell and the
// name in the next.
type statement struct {
	label string
	typed string // the value
	ref   string // the cell of the value
	text  string // that cell's text
	weak  bool   // the label may mean someone else
}

// statedColumn is the column that a statement above the table can give to all rows: whose log
// a sheet is, when each worker has one.
const statedColumn = "participant_id"

// takeStated reads the sheets that lack nothing but the participant's id, which stands above the
// table, when it is one that the participants sheet knows. A sheet about which anything is in
// doubt stays a failure.
func (p *planner) takeStated() {
	var whoIs func(typed string) (Person, bool)
	var left []failure
	for _, f := range p.failed {
		s := f.search
		if s.best == nil || len(s.alike) > 0 || !slices.Equal(s.best.missing, []string{statedColumn}) ||
			s.best.ambiguous(s.schema) != nil {
			left = append(left, f)
			continue
		}
		if whoIs == nil {
			whoIs = p.people(p.participants())
		}
		f.above = f.view.layout.statements(s)
		if said, who, ok := statedPerson(f.above, whoIs); ok {
			p.takeOf(f, said, who)
		} else {
			left = append(left, f)
		}
	}
	p.failed = left
}

// takeOf makes a table of a sheet that is all one person's.
func (p *planner) takeOf(f failure, said statement, who Person) {
	s := f.search
	pin := p.pinIn(f.view, s.schema.Key)
	pin.Constants = maps.Clone(pin.Constants)
	if pin.Constants == nil {
		pin.Constants = map[string]string{}
	}
	pin.Constants[statedColumn] = who.ID
	s.best.missing = nil
	t := f.view.layout.table(s, pin, p.pilot.Zone)
	t.Above = map[string]string{who.ID: said.ref}
	p.tables = append(p.tables, t)
	p.findings = append(p.findings, statedAbove(f.view.grid, s.schema, said, who))
}

// participants are the tables of participants that were found so far.
func (p *planner) participants() []*Table {
	return slices.DeleteFunc(slices.Clone(p.tables), func(t *Table) bool { return t.Schema.Key != schema.Participants })
}

// statedPerson returns the only participant that the statements name, and the first statement
// that does. Every one must name the same person; only a word such as 担当 may name another.
func statedPerson(all []statement, whoIs func(string) (Person, bool)) (first statement, found Person, ok bool) {
	for _, s := range all {
		who, known := whoIs(s.typed)
		switch {
		case !known && s.weak:
		case !known, ok && who != found:
			return statement{}, Person{}, false
		case !ok:
			first, found, ok = s, who, true
		}
	}
	return first, found, ok
}

// statements returns the labels above the heading that say who a participant is, with their
// values.
func (l *layout) statements(s *search) []statement {
	var out []statement
	for i := range l.rows {
		row := &l.rows[i]
		if row.Number >= s.best.first {
			break
		}
		for j := range row.Cells {
			c := &row.Cells[j]
			if c.Kind != cell.Text || len(c.Text) > maxHeadingBytes {
				continue
			}
			if said, ok := l.statement(s.schema, row, j); ok {
				out = append(out, said)
			} else {
				out = append(out, withinText(s.schema, row.Number, c)...)
			}
		}
	}
	return out
}

// statement reads the label in cell j of a row and its value, behind a colon or in the next
// cell.
func (l *layout) statement(t *schema.Table, row *grid.Row, j int) (statement, bool) {
	c := &row.Cells[j]
	label, value, colon := strings.Cut(norm.NFKC.String(c.Text), ":")
	weak, ok := namesPerson(t, label)
	if !ok {
		return statement{}, false
	}
	said := statement{label: strings.TrimSpace(label), typed: strings.TrimSpace(value), ref: l.grid.Ref(row.Number, c.Col),
		text: c.Text, weak: weak}
	if said.typed != "" {
		return said, true
	}
	if j+1 == len(row.Cells) || !colon && weak {
		return statement{}, false
	}
	next := &row.Cells[j+1]
	if edge := l.rightEdge(row.Number, c.Col); next.Col > edge+1 || next.Kind != cell.Text && next.Kind != cell.Number {
		return statement{}, false
	}
	said.typed, said.text, said.ref = next.Text, next.Text, l.grid.Ref(row.Number, next.Col)
	return said, true
}

// withinText reads the labels in a text that says other things too: 所属：A班　氏名：佐藤花子, or
// 作業ログ（担当者：P03）.
func withinText(t *schema.Table, row int, c *grid.Cell) []statement {
	var out []statement
	for _, piece := range strings.FieldsFunc(c.Text, func(r rune) bool {
		return strings.ContainsRune("　\t\r\n()（）[]［］【】、,，;；/／", r)
	}) {
		label, value, colon := strings.Cut(norm.NFKC.String(piece), ":")
		value = strings.TrimSpace(value)
		if weak, ok := namesPerson(t, label); ok && colon && value != "" {
			out = append(out, statement{label: strings.TrimSpace(label), typed: value, ref: grid.Ref(row, c.Col), text: c.Text,
				weak: weak})
		}
	}
	return out
}

// rightEdge is the last column of the cell, which may be merged.
func (l *layout) rightEdge(row, col int) int {
	if m, ok := l.grid.MergeAt(row, col); ok {
		return m.ToCol
	}
	return col
}

// namesPerson reports whether a label says who the participant is: as a heading of the table's
// own id column, or of the name in the participants sheet.
func namesPerson(t *schema.Table, label string) (weak, ok bool) {
	m, ok := headingIndexes()[t.Key].match(label)
	if ok && t.Columns[m.column].Key == statedColumn && m.rank != plannedRank {
		return m.rank == weakRank, true
	}
	m, ok = headingIndexes()[schema.Participants].match(label)
	if !ok || m.rank > weakRank {
		return false, false
	}
	switch schema.ByKey(schema.Participants).Columns[m.column].Key {
	case "name":
		return m.rank == weakRank, true
	case statedColumn:
		return false, m.rank < weakRank // a mere 番号 is the document's
	}
	return false, false
}

// statedAbove is the C324 of a value that was taken from above the table.
func statedAbove(g *grid.Grid, t *schema.Table, said statement, who Person) finding.Finding {
	place := sheetPlace(g)
	place.Range = said.ref
	column := t.Column(statedColumn).Heading
	return finding.Finding{
		Code: codeAbove, Severity: finding.Info, Place: place, Column: said.label, Record: who.ID, Value: said.text,
		Message: lang.Sayf("表の上の「%[1]s」を、この表のすべての行の「%[2]s」（%[4]s）として読みました。",
			"“%[1]s” above the table was read as the %[3]s (%[4]s) of all its rows.", lang.Quote(said.text), column.JA,
			column.EN,
			lang.Quote(who.ID)),
		Fix: lang.Sayf("正しければ、このままで構いません。ちがうときは、表に「%[1]s」の列を足してください。",
			"Nothing need be done if that is right; otherwise add a column %[2]s to the table.", column.JA, column.EN),
		Related: []finding.Place{who.Place},
	}
}
