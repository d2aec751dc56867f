package layout

import (
	"math"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// nearMiss is a heading that is not read though it resembles one of the schema.
type nearMiss struct {
	head    head
	column  *schema.Column
	unit    cell.Unit // that the column cannot be read in; the zero Unit for none
	refused refusal   // why a heading with the column's own words is not it; none for a misspelt one
}

// unread returns the headings of the table that resemble a column which was not found.
func (l *layout) unread(t *Table) []nearMiss {
	var near []nearMiss
	lacks := func(i int) bool { return t.Columns[i].From == 0 && !clashes(t.twice, i) }
	for _, h := range l.unmatched(t.candidate) {
		if slices.ContainsFunc(t.freeText, func(f freeColumn) bool { return f.found.From == h.from }) {
			continue // told already
		}
		if m, ok := l.refused(headingIndexes()[t.Schema.Key], h, t.last); ok {
			if lacks(m.column) {
				near = append(near, nearMiss{head: h, column: &t.Schema.Columns[m.column], refused: m.refused,
					unit: l.otherUnit(t.Schema, m.column, h, t.last)})
			}
			continue
		}
		for i := range t.Schema.Columns {
			if c := &t.Schema.Columns[i]; lacks(i) && misspelt(h.parts[len(h.parts)-1], c) {
				near = append(near, nearMiss{head: h, column: c})
				break
			}
		}
	}
	return near
}

func clashes(twice []clash, column int) bool {
	for _, c := range twice {
		if c.column == column {
			return true
		}
	}
	return false
}

// unmatched returns the headings of the candidate that name no column.
func (l *layout) unmatched(c *candidate) []head {
	var free []head
	for _, h := range within(l.heads(c.first, c.last), block{c.from, c.to}) {
		taken := false
		for _, f := range c.Columns {
			taken = taken || f.From > 0 && h.from <= f.to && f.From <= h.to
		}
		taken = taken || c.ignores(h.from)
		if !taken {
			free = append(free, h)
		}
	}
	return free
}

// resembling returns the unmatched headings that may be meant for a missing column: misspelt
// ones, and those that share a word with it.
func (l *layout) resembling(c *schema.Column, t *schema.Table, best *candidate) []string {
	var like []string
	for _, h := range l.unmatched(best) {
		s := h.parts[len(h.parts)-1]
		if misspelt(s, c) || sharesWord(s, c) {
			like = append(like, lang.Quote(s))
		}
	}
	return like
}

// misspelt reports a heading that is one letter away from one of the column's headings, or two
// of six or more.
func misspelt(heading string, c *schema.Column) bool {
	_, bare, _ := headingForm(heading)
	n := len([]rune(bare))
	if n < 3 {
		return false
	}
	for _, word := range append([]string{c.Heading.JA, c.Heading.EN, c.Key}, c.Synonyms...) {
		form, _, _ := headingForm(word)
		m := len([]rune(form))
		if m < 3 || m-n > 2 || n-m > 2 {
			continue
		}
		if d := lang.Distance(bare, form); d == 1 || d == 2 && min(m, n) >= 6 {
			return true
		}
	}
	return false
}

// sharesWord reports a heading that contains one of the column's headings or stands in one.
func sharesWord(heading string, c *schema.Column) bool {
	_, bare, _ := headingForm(heading)
	if len([]rune(bare)) < 2 {
		return false
	}
	for _, word := range append([]string{c.Heading.JA}, c.Synonyms...) {
		form, _, _ := headingForm(word)
		if len([]rune(form)) >= 2 && (strings.Contains(bare, form) || strings.Contains(form, bare)) {
			return true
		}
	}
	return false
}

// headingFindings reports headings that were ambiguous or that resemble one of the schema.
func (t *Table) headingFindings() []finding.Finding {
	out := slices.Clone(t.byValue)
	for i := range t.twice {
		two := &t.twice[i]
		if c := &t.Schema.Columns[two.column]; c.Kind == schema.TextKind {
			out = append(out, secondText(t.Grid, c, two))
			continue
		}
		out = append(out, twoColumns(t.Grid, t.Schema, two))
	}
	for _, f := range t.freeText {
		out = append(out, f.finding(t))
	}
	for _, h := range t.split {
		out = append(out, h.finding(t))
	}
	for _, h := range t.untold {
		out = append(out, h.finding(t))
	}
	for _, n := range t.unread {
		out = append(out, n.finding(t))
	}
	return out
}

// finding is the C321 of a heading that is not read.
func (n nearMiss) finding(t *Table) finding.Finding {
	switch {
	case !n.unit.Why.Empty():
		return n.otherUnitFinding(t)
	case n.refused != notRefused:
		return n.refusal(t)
	}
	s := n.head.parts[len(n.head.parts)-1]
	return finding.Finding{
		Code: codeUnreadHeading, Severity: finding.Info, Column: s,
		Place: finding.Place{File: t.Grid.File, Sheet: t.Grid.Sheet, Range: t.Grid.Ref(t.last, n.head.from)},
		Message: lang.Sayf("見出し「%[1]s」は読んでいません。「%[2]s」のことでしょうか。", "The heading “%[1]s” is not read. Is it %[3]s?",
			lang.Quote(s),
			n.column.Heading.JA, n.column.Heading.EN),
		Fix: lang.Sayf("「%[1]s」のことであれば見出しを書きかえるか、読み取りの設定でそう決めてください。ちがう項目ならこのままで構いません。",
			"If it is %[2]s, change the heading or say so in the settings of reading. Otherwise nothing need be done.",
			n.column.Heading.JA, n.column.Heading.EN),
	}
}

// secondText is the C321 of a second heading for a column of free text, on which no figure rests:
// the first one is read.
func secondText(g *grid.Grid, c *schema.Column, two *clash) finding.Finding {
	p := sheetPlace(g)
	p.Range = g.Ref(two.row, two.b.From)
	return finding.Finding{
		Code: codeUnreadHeading, Severity: finding.Info, Place: p, Column: two.b.Heading,
		Message: lang.Sayf("「%[1]s」として見出し「%[3]s」を読み、「%[4]s」は読んでいません。", "“%[3]s” is read as %[2]s; “%[4]s” is not read.",
			c.Heading.JA, c.Heading.EN, lang.Quote(two.a.Heading), lang.Quote(two.b.Heading)),
		Fix: lang.Sayf("逆のときは、読み取りの設定で「%[1]s」の列を決めてください。",
			"If it should be the other way round, give the column of %[2]s in the settings of reading.", c.Heading.JA,
			c.Heading.EN),
	}
}

// twoColumns is the C320 of a column that two headings name equally well.
func twoColumns(g *grid.Grid, t *schema.Table, two *clash) finding.Finding {
	c := t.Columns[two.column]
	at := func(f foundColumn, row int) finding.Place {
		p := sheetPlace(g)
		p.Range = g.Ref(row, f.From)
		return p
	}
	return finding.Finding{
		Code: codeTwoColumns, Severity: finding.Error, Place: at(two.a, two.row), Column: two.a.Heading,
		Related: []finding.Place{at(two.b, two.row)},
		Message: lang.Sayf("「%[1]s」にあたる見出しが2つ（%[5]s「%[3]s」と%[6]s「%[4]s」）あり、どちらか決められません。",
			"Two headings, “%[3]s” in %[5]s and “%[4]s” in %[6]s, can be %[2]s; which one it is cannot be told.",
			c.Heading.JA, c.Heading.EN, lang.Quote(two.a.Heading), lang.Quote(two.b.Heading), g.Ref(two.row, two.a.From),
			g.Ref(two.row, two.b.From)),
		Fix: lang.Sayf("使わない方の見出しを変えるか、読み取りの設定で「%[1]s」を%[3]s列か%[4]s列に決めてください。",
			"Rename the other, or say in the settings of reading whether %[2]s is column %[3]s or %[4]s.",
			c.Heading.JA, c.Heading.EN, grid.ColumnName(two.a.From), grid.ColumnName(two.b.From)),
	}
}

// settleByValues settles which of two headings names a column of numbers or dates: of 稼働 with 在宅 and
// 出社 below it and 勤務時間 with 3:00 below it, the one with digits.
func (l *layout) settleByValues(t *Table) {
	c := *t.candidate
	c.Columns = slices.Clone(c.Columns)
	c.twice = slices.DeleteFunc(slices.Clone(c.twice), func(two clash) bool {
		if k := t.Schema.Columns[two.column].Kind; !additive(k) && k != schema.DateKind {
			return false
		}
		if t.Schema.Columns[two.column].Kind == schema.HoursKind && l.sameHours(two.a, two.b, c.last) {
			return true
		}
		a, b := l.onlyWords(two.a, c.last), l.onlyWords(two.b, c.last)
		if a == b {
			return false
		}
		if c.Columns[two.column] = two.a; a {
			c.Columns[two.column] = two.b
		}
		return true
	})
	t.candidate = &c
}

// sameHours reports two columns that say the same hours in every row, one as 1:30:00 and the other as 1.5: the first is
// read. They may differ by what the rounding to two decimals does.
func (l *layout) sameHours(a, b foundColumn, heading int) bool {
	same := 0
	for i := range l.grid.Rows {
		row := &l.grid.Rows[i]
		one, other := row.At(a.From), row.At(b.From)
		if row.Number <= heading || one.IsBlank() && other.IsBlank() {
			continue
		}
		h, _, fault := cell.ReadHoursIn(one, a.unit, cell.Any)
		k, _, wrong := cell.ReadHoursIn(other, b.unit, cell.Any)
		if fault != nil || wrong != nil || math.Abs(h-k) > 0.0051 {
			return false
		}
		same++
	}
	return same > 0
}

// mostLooked is in how many rows the values of a column are looked at.
const mostLooked = 500

// onlyWords reports a column that has values, none with a digit.
func (l *layout) onlyWords(f foundColumn, heading int) bool {
	words := false
	for i := range l.grid.Rows {
		row := &l.grid.Rows[i]
		if row.Number <= heading {
			continue
		}
		if row.Number > heading+mostLooked {
			break
		}
		v := row.At(f.From)
		if strings.ContainsAny(lang.Compact(v.Text), "0123456789") {
			return false
		}
		words = words || !v.IsBlank()
	}
	return words
}
