package disclose

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// sensitiveBase is how many registered persons a sensitive situation needs to be shown at all.
const sensitiveBase = 50

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

// join puts two lines into one.
func join(a, b line) line {
	return line{slices.Concat(a.keys, b.keys), slices.Concat(a.titles, b.titles), slices.Concat(a.groups, b.groups)}
}

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

// finest are the lines of the figure without the sensitive ones.
func (e *editions) finest(f *kpi.Figure) []line {
	var lines []line
	groups := groupsOf(f.Parts)
	for i := range groups {
		g := &groups[i]
		hidden := slices.Contains(e.rules.Sensitive, g.Key) &&
			(!slices.Contains(e.rules.SensitiveShow, g.Key) || e.registered < sensitiveBase)
		if !hidden {
			lines = append(lines, line{[]string{g.Key}, []lang.Text{g.Title}, []*kpi.Group{g}})
		}
	}
	return lines
}

// groupsOf are the groups among the parts.
func groupsOf(parts kpi.Parts) []kpi.Group {
	for _, p := range parts {
		if groups, ok := p.Value.([]kpi.Group); ok {
			return groups
		}
	}
	return nil
}

// merge puts small lines together and reports whether a table is left: two lines or more, each of k persons or more.
// Lines that an earlier edition told stay as they were.
func (t *table) merge(e *editions) bool {
	if t.figure.Disclosure.Table.Overlap {
		// Who is in no line is not told: with two lines it would tell how many are in both. A line of nearly
		// everybody tells who is not in it.
		t.lines = slices.DeleteFunc(t.lines, func(l line) bool {
			return l.size() < t.k || e.registered-l.size() < t.k || l.keys[0] == restKey || l.keys[0] == "other"
		})
		return len(t.lines) > 1
	}
	if then, ok := e.lastLines(t.figure.ID); ok {
		if !t.group(then) {
			return false
		}
	} else if t.figure.Disclosure.Table.Ordered {
		t.neighbours()
	} else {
		t.together()
	}
	named := 0
	for i := range t.lines {
		if t.lines[i].size() < t.k {
			return false
		}
		if t.lines[i].keys[0] != restKey && (t.figure.Disclosure.Table.Ordered || len(t.lines[i].keys) == 1) {
			named++
		}
	}
	return named > 1
}

// restKey is the line of those of whom nothing is known.
const restKey = "unknown"

// neighbours merges the smallest line with the smaller of its neighbours until none is small.
func (t *table) neighbours() {
	for len(t.lines) > 1 {
		at := 0
		for i := range t.lines {
			if t.lines[i].size() < t.lines[at].size() {
				at = i
			}
		}
		if t.lines[at].size() >= t.k {
			return
		}
		to := at - 1
		if at == 0 || at < len(t.lines)-1 && t.lines[at+1].size() < t.lines[at-1].size() {
			to = at
		}
		t.lines[to] = join(t.lines[to], t.lines[to+1])
		t.lines = slices.Delete(t.lines, to+1, to+2)
	}
}

// together merges all small lines into one.
func (t *table) together() {
	var rest line
	t.lines = slices.DeleteFunc(t.lines, func(l line) bool {
		if l.size() >= t.k {
			return false
		}
		rest = join(rest, l)
		return true
	})
	if len(rest.keys) > 0 {
		t.lines = append(t.lines, rest)
	}
}

// group makes the lines that an earlier edition told; false where there is somebody whom none of them holds.
func (t *table) group(then [][]string) bool {
	var lines []line
	for _, keys := range then {
		var all line
		t.lines = slices.DeleteFunc(t.lines, func(l line) bool {
			if !slices.ContainsFunc(l.keys, func(key string) bool { return slices.Contains(keys, key) }) {
				return false
			}
			all = join(all, l)
			return true
		})
		if len(all.keys) == 0 {
			return false
		}
		all.keys = keys
		lines = append(lines, all)
	}
	left := t.lines
	t.lines = lines
	return len(left) == 0
}

// outcome decides how a column is told, and reports whether the table can stand at all: the programme's own total and
// the sizes of the lines must not give away the outcome of a line that may not be told.
func (t *table) outcome(c *column, e *editions, shown *column) bool {
	if c.gone || shown != nil && shown.gone {
		c.gone = true
		return true
	}
	if c.total == 0 && !slices.ContainsFunc(c.counts, func(n int) bool { return n > 0 }) {
		return true // nobody at all: the total says so
	}
	if !t.safe(c, e, t.sums(c, e, false, nil)) {
		return false
	}
	exact := shown == nil || !shown.coded
	for i := range t.lines {
		exact = exact && t.clear(c, e, i)
	}
	if exact && e.steady(t, c) {
		return true
	}
	c.coded = true
	c.gone = !t.safe(c, e, t.sums(c, e, true, e.bounds(t, c)))
	return true
}

// clear reports whether the outcome of a line may be told exactly. Where lines overlap those who are not in the line
// are one too, whose outcome follows from the total.
func (t *table) clear(c *column, e *editions, i int) bool {
	hits, n := c.counts[i], t.lines[i].size()
	if t.figure.Disclosure.Table.Overlap && !clear(c.total-hits, e.registered-n, t.k) {
		return false
	}
	return clear(hits, n, t.k)
}

// sums are what a reader knows of a column: the total, and the ranges where they are told.
func (t *table) sums(c *column, e *editions, told bool, more []known) []known {
	var sums []known
	all, sum := known{high: c.total}, 0
	for i, n := range c.counts {
		all.lines = append(all.lines, i)
		sum += n
		if told {
			s := spanOf(n, t.lines[i].size(), t.k)
			sums = append(sums, known{[]int{i}, int(s.Low), int(s.High)})
		}
	}
	if t.figure.Disclosure.Table.Overlap {
		for i := range c.counts {
			outside := e.registered - t.lines[i].size()
			sums = append(sums, known{[]int{i}, max(0, c.total-outside), c.total})
		}
		return append(sums, more...)
	}
	if sum == c.total {
		all.low = c.total
	}
	return append(append(sums, all), more...)
}

// safe reports whether a reader has k values left for every outcome that may not be told exactly.
func (t *table) safe(c *column, e *editions, sums []known) bool {
	sizes := make([]int, len(t.lines))
	for i := range t.lines {
		sizes[i] = t.lines[i].size()
	}
	low, high := derive(sizes, sums)
	for i := range c.counts {
		if !t.clear(c, e, i) && high[i]-low[i]+1 < t.k {
			return false
		}
	}
	return true
}

// medians reports whether the median monthly income of every line may be told: it rests on 5 persons or more where the
// council reads it, 10 where everybody does. A line that was merged has none.
func (e *editions) medians(t *table, edition string, shown *table) bool {
	least := 5
	if e.strict(edition) == "public" {
		least = 10
	}
	if shown != nil && !shown.median {
		return false
	}
	return !slices.ContainsFunc(t.lines, func(l line) bool {
		if len(l.groups) > 1 {
			return true
		}
		_, told := partOf(l.groups[0], medianPart)
		return !told || l.groups[0].Records < e.rules.RecordsMin || !e.enough(l.groups[0].Earnings, least)
	})
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
	return lang.Text{JA: "少人数の区分が分かってしまうため、" + what.JA + "別の内訳は載せません",
		EN: "no breakdown by " + what.EN + " is given, as it would tell of small groups"}
}
