package disclose

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// table is a breakdown of persons as an edition shows it.
type table struct {
	figure  *kpi.Figure
	k       int
	lines   []line
	columns []column // the first counts everybody in the line
	median  bool     // the median monthly income of every line is shown
}

// line is one line of it, made of one line of the figure or of several.
type line struct {
	keys   []string
	titles []lang.Text
	groups []*kpi.Group
}

// column are the counts of the lines: exact, in ranges, or left out.
type column struct {
	kpi.TableColumn
	title  lang.Text
	counts []int
	total  int
	coded  bool
	gone   bool
}

func (l *line) size() int { return len(l.members("registered")) }

// members are the ids of those whom a column counts in the line.
func (l *line) members(column string) []string {
	var all []string
	for _, g := range l.groups {
		all = append(all, g.Members[column]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// key names the line in the JSON form: 20+30.
func (l *line) key() string { return strings.Join(l.keys, "+") }

// chooseTables makes the table of each edition that shows one. Where what the council is shown is public, the public
// one's table is that of all, and only one that the public edition is too small for has its own limits. Else the
// table of an edition is made from that of the one before, which shows more.
func (e *editions) chooseTables(f *kpi.Figure) map[string]*table {
	made := map[string]*table{}
	if e.rules.Accountability != "show" || e.smallPilot() {
		return made // the lines would add up to what is not shown
	}
	if e.rules.CouncilIsPublic {
		last, based := (*table)(nil), false
		for _, name := range slices.Backward(outer) {
			if !based {
				based = e.registered >= e.rules.AttributeBase.Of(name)
				last = e.makeTable(f, name, nil)
			}
			made[name] = last
		}
		return made
	}
	var last *table
	for i, name := range outer {
		if i == 0 || last != nil {
			last = e.makeTable(f, name, last)
		}
		made[name] = last
	}
	return made
}

// makeTable makes the table by the limits of an edition, from lines that another edition shows or from the finest; nil
// where there can be none.
func (e *editions) makeTable(f *kpi.Figure, edition string, shown *table) *table {
	t := &table{figure: f, k: e.rules.K.Of(edition)}
	if e.registered < e.rules.AttributeBase.Of(edition) {
		return nil
	}
	if shown != nil {
		t.lines = slices.Clone(shown.lines)
	} else {
		t.lines = e.finest(f)
	}
	if !t.merge(e) || !e.apart(t) {
		return nil
	}
	for _, c := range f.Disclosure.Table.Columns {
		col := column{TableColumn: c, title: titleOf(t.lines[0].groups[0], c.Key)}
		if total, ok := kpi.Find(e.figures, c.Total).Get(""); ok {
			col.total = int(total)
		}
		for i := range t.lines {
			col.counts = append(col.counts, len(t.lines[i].members(c.Key)))
		}
		if _, told := partOf(t.lines[0].groups[0], c.Key); !told {
			col.gone = true
		}
		t.columns = append(t.columns, col)
	}
	for i := range t.columns[1:] {
		if !t.outcome(&t.columns[i+1], e, shownColumn(shown, i+1)) {
			return nil
		}
	}
	t.median = e.medians(t, edition, shown)
	return t
}

func shownColumn(shown *table, i int) *column {
	if shown == nil {
		return nil
	}
	return &shown.columns[i]
}

func titleOf(g *kpi.Group, key string) lang.Text {
	for _, p := range g.Parts {
		if p.Key == key {
			return p.Title
		}
	}
	return lang.Text{}
}

// medianPart is the key of the median monthly income of a line.
const medianPart = "median_monthly_income"

// partOf returns a number among the parts of a group; false: it is not told.
func partOf(g *kpi.Group, key string) (float64, bool) {
	f := kpi.Figure{Parts: g.Parts}
	return f.Get(key)
}

// parts are the lines as the edition prints them.
func (t *table) parts(round int) kpi.Parts {
	var groups []kpi.Group
	for i := range t.lines {
		g := kpi.Group{Key: t.lines[i].key(), Title: t.title(&t.lines[i])}
		for _, c := range t.columns {
			p := kpi.Part{Key: c.Key, Title: c.title, Unit: kpi.Count, Value: float64(c.counts[i])}
			if c.coded {
				p.Value = *spanOf(c.counts[i], t.lines[i].size(), t.k)
			}
			if !c.gone {
				g.Parts = append(g.Parts, p)
			}
		}
		if t.median {
			median, _ := partOf(t.lines[i].groups[0], medianPart)
			g.Parts = append(g.Parts, kpi.Part{Key: medianPart, Title: titleOf(t.lines[i].groups[0], medianPart),
				Unit: kpi.Yen, Value: roundTo(median, float64(round))})
		}
		groups = append(groups, g)
	}
	for _, p := range t.figure.Parts {
		if _, ok := p.Value.([]kpi.Group); ok {
			p.Value = groups
			return kpi.Parts{p}
		}
	}
	return nil
}

// title names a line: a merged one by its lines, その他 where they have no order, and 50代以上 at the end of an
// order.
func (t *table) title(l *line) lang.Text {
	if len(l.keys) == 1 {
		return l.titles[0]
	}
	if !t.figure.Disclosure.Table.Ordered {
		return lang.Text{JA: "その他", EN: "other"}
	}
	groups := groupsOf(t.figure.Parts)
	if last := groups[len(groups)-1].Key; last != restKey && slices.Contains(l.keys, last) {
		return lang.Text{JA: l.titles[0].JA + "以上", EN: l.titles[0].EN + " and over"}
	}
	var ja, en []string
	for _, title := range l.titles {
		ja, en = append(ja, title.JA), append(en, title.EN)
	}
	return lang.Text{JA: strings.Join(ja, "・"), EN: strings.Join(en, ", ")}
}

// noTable is the sentence in place of a table.
func (e *editions) noTable(f *kpi.Figure, edition string) lang.Text {
	what := f.Disclosure.Table.Together
	if e.shown() && e.registered < e.rules.AttributeBase.Of(edition) {
		return lang.Text{JA: fmt.Sprintf("参加者が%d人のため、属性別の内訳は載せません", e.registered),
			EN: fmt.Sprintf("with %d participants no breakdown by attribute is given", e.registered)}
	}
	return lang.Text{JA: "少人数の区分が分かってしまうため、" + strings.TrimSuffix(what.JA, "別") + "別の内訳は載せません",
		EN: "no breakdown by " + what.EN + " is given, as it would tell of small groups"}
}
