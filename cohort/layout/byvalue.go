package layout

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// CodeByValue is the code of a column that is known by what stands in it.
const CodeByValue = "C346"

// leastKnown and mostUnknown say when the values of a column show whose they are: at least so many cells, of which at
// most one in so many names nobody.
const (
	leastKnown  = 3
	mostUnknown = 10
)

// takeByValue gives the logs that name no contract, by any heading that is known, the one column whose cells are the
// names or ids of the contracts; and those that name no participant, the one with the people of the roster.
func (p *planner) takeByValue() {
	known := p.contractNames()
	for _, t := range p.tables {
		i := t.Schema.Index("contract_id")
		if len(known) == 0 || t.Schema.Key == schema.Contracts || i < 0 || t.Columns[i].From > 0 || clashes(t.twice, i) {
			continue
		}
		t.giveColumn(i, func(v cell.Value) bool { return known[lang.Key(v.Text)] })
	}
	for _, t := range p.tables {
		t.takePlaces()
		t.takeKinds()
	}
	p.settlePeople()
	var left []failure
	for _, f := range p.failed {
		if !p.takeWithPeople(f) {
			left = append(left, f)
		}
	}
	p.failed = left
}

// placeHeading is that of where somebody or something is, otherPlace that of another place than the home.
var (
	placeHeading = pattern.New(`住|居|在|地|町|市|村|内外`)
	otherPlace   = pattern.New(`勤|職|就|通|実家|出身|希望|会場`)
)

// takePlaces gives a table in which no heading says whether somebody is a resident, or a client is inside, the one
// column of places whose cells say so: 住所 with 町内 and 町外 below.
func (t *Table) takePlaces() {
	for _, key := range []string{"residence", "region"} {
		i := t.Schema.Index(key)
		if i < 0 || t.Columns[i].From > 0 || clashes(t.twice, i) {
			continue
		}
		heads := slices.DeleteFunc(t.unreadHeads(), func(h freeHead) bool {
			return !placeHeading.MatchString(h.text) || otherPlace.MatchString(h.text)
		})
		t.giveOne(i, heads, among(t.Schema.Columns[i].Accepts))
	}
}

// otherKind is the heading of what else may be 一括 or 毎月: how it is paid or invoiced, and how a contract stands.
var otherKind = pattern.New(`払|請求|入金|更新|状況|状態|期間|額`)

// takeKinds gives a table of contracts in which no heading says which recur the one column whose cells do: くり返しか
// with 定期 and 単発 below.
func (t *Table) takeKinds() {
	i := t.Schema.Index("kind")
	if t.Schema.Key != schema.Contracts || t.Columns[i].From > 0 || clashes(t.twice, i) {
		return
	}
	heads := slices.DeleteFunc(t.unreadHeads(), func(h freeHead) bool { return otherKind.MatchString(h.text) })
	t.giveOne(i, heads, among(t.Schema.Columns[i].Accepts))
}

// settlePeople gives the people of a log to the column that names those of the roster, where the one that was taken
// for them names nobody: the names beside the logins of a tool.
func (p *planner) settlePeople() {
	roster := p.participants()
	if len(roster) == 0 {
		return
	}
	whoIs := p.people(roster)
	known := func(v cell.Value) bool {
		_, ok := whoIs(v.Text)
		return ok
	}
	for _, t := range p.tables {
		i := t.Schema.Index(statedColumn)
		if t.Schema.Key == schema.Participants || i < 0 || t.Columns[i].From == 0 || t.Columns[i].rank < weakRank ||
			slices.ContainsFunc(t.typedBelow(t.Columns[i].From), func(typed string) bool {
				return known(cell.Value{Kind: cell.Text, Text: typed})
			}) {
			continue
		}
		t.giveOne(i, t.othersNamed(i), known)
	}
}

// othersNamed are the headings of column i of the schema beside the one that is read for it.
func (t *Table) othersNamed(i int) []freeHead {
	var heads []freeHead
	for col := t.from; col <= t.to; col++ {
		text := t.HeadingOf(col)
		m, named := headingIndexes()[t.Schema.Key].match(text)
		if named && m.column == i && !t.reads(col) && !t.ignores(col) {
			heads = append(heads, freeHead{col, text})
		}
	}
	return heads
}

// contractNames are the titles and ids in the sheets of contracts.
func (p *planner) contractNames() map[string]bool {
	known := map[string]bool{}
	for _, t := range p.tables {
		if t.Schema.Key != schema.Contracts {
			continue
		}
		for _, key := range []string{"contract_id", "title"} {
			col := t.Columns[t.Schema.Index(key)].From
			for i := range t.Grid.Rows {
				if v := t.Grid.Rows[i].At(col); col > 0 && t.Grid.Rows[i].Number > t.last && v.Kind == cell.Text && !v.IsBlank() {
					known[lang.Key(v.Text)] = true
				}
			}
		}
	}
	return known
}

// takeWithPeople reads a sheet that lacks nothing but the participant, where one column holds the people of the roster.
func (p *planner) takeWithPeople(f failure) bool {
	s := f.search
	if s.best == nil || len(s.alike) > 0 || len(s.best.missing) != 1 || s.best.missing[0] != statedColumn ||
		s.best.ambiguous(s.schema) != nil {
		return false
	}
	whoIs := p.people(p.participants())
	trial := *s.best
	trial.Columns = append([]foundColumn(nil), s.best.Columns...)
	t := &Table{Schema: s.schema, Grid: f.view.grid, candidate: &trial}
	found := t.giveColumn(s.schema.Index(statedColumn), func(v cell.Value) bool {
		_, ok := whoIs(v.Text)
		return ok
	})
	if !found {
		return false
	}
	s.best.Columns, s.best.missing = trial.Columns, nil
	s.best.score++
	p.take(f.view, s)
	taken := p.tables[len(p.tables)-1]
	taken.byValue = append(taken.byValue, t.byValue...)
	return true
}

// giveColumn reads the one column of free text whose cells are known as column i of the schema; it is false when none
// or several are.
func (t *Table) giveColumn(i int, known func(cell.Value) bool) bool {
	return t.giveOne(i, t.freeTexts(), known)
}

// giveOne is giveColumn for some columns only.
func (t *Table) giveOne(i int, heads []freeHead, known func(cell.Value) bool) bool {
	var found []freeHead
	for _, h := range heads {
		if t.knows(h.col, known) {
			found = append(found, h)
		}
	}
	if len(found) != 1 {
		return false
	}
	for j := range t.Columns {
		if t.Columns[j].From == found[0].col {
			t.Columns[j] = foundColumn{}
		}
	}
	t.Columns[i] = foundColumn{From: found[0].col, to: found[0].col, Heading: found[0].text, rank: weakRank}
	t.byValue = append(t.byValue, byValue(t, i, found[0]))
	return true
}

// settleChoices gives a column of words whose heading may mean several things, such as 区分, to the one of the schema
// whose words stand in it: none of its own does, and those of the other are nearly all.
func (t *Table) settleChoices() {
	for i, c := range t.Columns {
		own := &t.Schema.Columns[i]
		if c.From == 0 || c.rank < weakRank || own.Kind != schema.ChoiceKind || t.knowsAny(c.From, own.Accepts) {
			continue
		}
		for j := range t.Columns {
			other := &t.Schema.Columns[j]
			if other.Kind == schema.ChoiceKind && t.Columns[j].From == 0 && t.knows(c.From, among(other.Accepts)) {
				t.Columns[i], t.Columns[j] = foundColumn{}, c
				t.byValue = append(t.byValue, byValue(t, j, freeHead{c.From, c.Heading}))
				break
			}
		}
	}
}

// among tells whether a value is one of the choices.
func among(choices []cell.Choice) func(cell.Value) bool {
	return func(v cell.Value) bool {
		_, _, fault := cell.ReadChoice(v, choices)
		return fault == nil
	}
}

// knowsAny reports whether any cell of a column is one of the choices.
func (t *Table) knowsAny(col int, choices []cell.Choice) bool {
	return slices.ContainsFunc(t.Grid.Rows, func(r grid.Row) bool {
		v := r.At(col)
		return r.Number > t.last && !v.IsBlank() && among(choices)(v)
	})
}

// freeTexts are the headings that are not read, and those read as free text, such as 作業名; not one such as 案件名
// that says itself whose titles they are.
func (t *Table) freeTexts() []freeHead {
	heads := t.unreadHeads()
	for j, c := range t.Columns {
		if col := &t.Schema.Columns[j]; c.From > 0 && col.Kind == schema.TextKind && !col.Required &&
			ColumnNamed(schema.Contracts, c.Heading) != "title" {
			heads = append(heads, freeHead{c.From, c.Heading})
		}
	}
	return heads
}

// knows reports whether nearly all of the cells of a column are known.
func (t *Table) knows(col int, known func(cell.Value) bool) bool {
	yes, no := 0, 0
	for i := range t.Grid.Rows {
		v := t.Grid.Rows[i].At(col)
		switch {
		case t.Grid.Rows[i].Number <= t.last || v.IsBlank():
		case known(v):
			yes++
		default:
			no++
		}
	}
	return yes >= leastKnown && no*mostUnknown <= yes
}

// byValue is the C346 of a column.
func byValue(t *Table, i int, h freeHead) finding.Finding {
	place := sheetPlace(t.Grid)
	place.Range = t.Grid.Ref(t.last, h.col)
	column := t.Schema.Columns[i].Heading
	return finding.Finding{
		Code: CodeByValue, Severity: finding.Info, Place: place, Column: h.text,
		Message: lang.Sayf("見出し「%[1]s」の列は、書かれていることばから「%[2]s」として読みました。",
			"The column “%[1]s” was read as %[3]s, by the words that stand in it.", lang.Quote(h.text), column.JA, column.EN),
		Fix: lang.Sayf("正しければ、このままで構いません。ちがうときは、見出しを直すか、「%[1]s」の列を足してください。",
			"Nothing need be done if that is right; otherwise change the heading or add a column %[2]s.", column.JA, column.EN),
	}
}
