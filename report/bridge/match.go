package bridge

import (
	"cmp"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// identity names the columns that tell rows of a table apart where they have no id of their own:
// rows are taken for the same when all of them agree, then when all but the last do.
var identity = map[schema.Key][]string{
	schema.Trainings:    {"participant_id", "date", "course"},
	schema.Tasks:        {"participant_id", "date", "contract_id", "title"},
	schema.Payments:     {"participant_id", "month", "contract_id", "paid_date"},
	schema.Invoices:     {"contract_id", "client_id", "month", "date"},
	schema.Support:      {"staff", "date", "participant_id"},
	schema.Surveys:      {"date", "respondent"},
	schema.Budget:       {"item", "class", "fund"},
	schema.Metrics:      {"metric", "date"},
	schema.Publications: {"date", "title"},
}

// kinds is the order in which changes of a table are listed: first what must be explained.
var kinds = []Cause{Corrected, Removed, Renamed, Rule, Filled, Added}

// Match pairs the rows of two ledgers and returns those that differ, table by table: corrected,
// removed, renamed, filled in, added. Rows with an id are paired by it, and those left over when all but the id
// agrees; where other rows refer to the old id it stands for the new one from then on. Others are paired, in
// this order, when everything agrees; when what identifies them agrees; when all but one cell
// other than the date agrees; when they stand at the same place and most cells agree. Of several
// candidates the one with most cells alike is taken.
func Match(old, new *cohort.Ledger) []RowChange {
	byTable := func(c *cohort.Ledger) map[schema.Key][]*record.Line {
		m := map[schema.Key][]*record.Line{}
		lines := c.Lines()
		for i := range lines {
			m[lines[i].Table] = append(m[lines[i].Table], &lines[i])
		}
		return m
	}
	was, is := byTable(old), byTable(new)
	var all []RowChange
	names := renames{}
	for _, schema := range schema.Tables() {
		m := &matcher{old: was[schema.Key], new: is[schema.Key], pair: map[*record.Line]*record.Line{},
			taken: map[*record.Line]bool{}, names: names}
		m.run(schema)
		all = append(all, m.changes(schema.Key)...)
	}
	return all
}

// matcher pairs the rows of one table.
type matcher struct {
	old, new []*record.Line
	pair     map[*record.Line]*record.Line // new -> old
	taken    map[*record.Line]bool         // old rows that have a pair
	names    renames                       // of the tables before this one, and of this one
}

func (m *matcher) run(schema *schema.Table) {
	all := columns(schema, func(string) bool { return true })
	m.pass(m.keyOf(all), nil)
	m.pass(func(l *record.Line) string { return l.ID }, nil)
	m.rename(schema, all)
	own := identity[schema.Key]
	for n := len(own); n > 1 && n >= len(own)-1; n-- {
		m.pass(m.keyOf(columns(schema, func(key string) bool { return slices.Contains(own[:n], key) })), nil)
	}
	if len(own) == 0 {
		return // rows with an id and another one are other rows
	}
	for _, i := range all {
		if schema.Columns[i].Key != "date" {
			m.pass(m.keyOf(slices.DeleteFunc(slices.Clone(all), func(j int) bool { return i == j })), nil)
		}
	}
	m.pass(func(l *record.Line) string {
		return l.Source.File + "\x00" + l.Source.Sheet + "\x00" + l.Cell(1).Range
	}, mostlyAlike)
}

func columns(schema *schema.Table, keep func(key string) bool) []int {
	var out []int
	for i, c := range schema.Columns {
		if keep(c.Key) {
			out = append(out, i)
		}
	}
	return out
}

// keyOf joins what some cells of a line were read as, an id that was renamed as it is called now.
func (m *matcher) keyOf(columns []int) func(*record.Line) string {
	var b []byte
	return func(l *record.Line) string {
		b = b[:0]
		for _, i := range columns {
			b = append(m.names.appendNow(b, l, i), 0)
		}
		return string(b)
	}
}

// pass pairs what is left and has the same key, the most alike first. An empty key pairs nothing.
func (m *matcher) pass(key func(*record.Line) string, fits func(a, b *record.Line) bool) {
	waiting := map[string][]*record.Line{}
	for _, l := range m.old {
		if m.taken[l] {
			continue
		}
		if k := key(l); k != "" {
			waiting[k] = append(waiting[k], l)
		}
	}
	buckets := map[string][]*record.Line{}
	var order []string
	for _, l := range m.new {
		if m.pair[l] != nil {
			continue
		}
		k := key(l)
		if len(waiting[k]) == 0 {
			continue
		}
		if buckets[k] == nil {
			order = append(order, k)
		}
		buckets[k] = append(buckets[k], l)
	}
	for _, k := range order {
		m.settle(waiting[k], buckets[k], fits)
	}
}

// settle pairs the rows of one key.
func (m *matcher) settle(old, new []*record.Line, fits func(a, b *record.Line) bool) {
	if len(old) == 1 && len(new) == 1 && (fits == nil || fits(old[0], new[0])) {
		m.pair[new[0]], m.taken[old[0]] = old[0], true
		return
	}
	if len(old)*len(new) > 10_000 { // many equal rows: as they stand
		for i := range min(len(old), len(new)) {
			m.pair[new[i]], m.taken[old[i]] = old[i], true
		}
		return
	}
	var all []candidate
	was, is := readAll(old), readAll(new)
	for i, n := range new {
		for j, o := range old {
			if fits == nil || fits(o, n) {
				all = append(all, candidate{o, n, alike(o, n, was[j], is[i])})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.alike, a.alike) })
	for _, c := range all {
		if !m.taken[c.old] && m.pair[c.new] == nil {
			m.pair[c.new], m.taken[c.old] = c.old, true
		}
	}
}

type candidate struct {
	old, new *record.Line
	alike    int
}

// readAll are the cells of the lines as they were read.
func readAll(lines []*record.Line) [][]string {
	all := make([][]string, len(lines))
	for i, l := range lines {
		for c := range l.Columns() {
			all[i] = append(all[i], l.Column(c).Read)
		}
	}
	return all
}

// alike counts the cells that were read alike, and prefers rows at the same place.
func alike(a, b *record.Line, was, is []string) int {
	n := 0
	for i := range was {
		if was[i] == is[i] {
			n += 2
		}
	}
	if a.Number == b.Number && a.Source.File == b.Source.File && a.Source.Sheet == b.Source.Sheet {
		n++
	}
	return n
}

// mostlyAlike reports that at least half of the cells that are filled in on either side agree.
func mostlyAlike(a, b *record.Line) bool {
	filled, same := 0, 0
	for i := range a.Columns() {
		was, is := a.Column(i), b.Column(i)
		if was.Blank() && is.Blank() {
			continue
		}
		filled++
		if was.Read == is.Read {
			same++
		}
	}
	return 2*same >= filled
}
