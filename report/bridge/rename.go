package bridge

import (
	"slices"

	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// renames are the ids that are called otherwise now, by the column that holds them and how they were read.
type renames map[string]map[string]string

// now is what a cell is read as once its id is called as it is today.
func (r renames) now(c record.Cell) string {
	if to, ok := r[c.Column][c.Read]; ok {
		return to
	}
	return c.Read
}

// idColumns are the columns of ids, by their table.
var idColumns = map[schema.Key]string{
	schema.Participants: "participant_id", schema.Clients: "client_id", schema.Contracts: "contract_id",
}

// appendNow writes behind b what the cell of a line is read as once its id is called as it is today.
func (r renames) appendNow(b []byte, l *record.Line, column int) []byte {
	if len(r) > 0 {
		return append(b, r.now(l.Column(column))...)
	}
	return l.AppendRead(b, column)
}

// rename pairs the rows with an id that have no pair when everything but the id agrees. Where several rows agree so,
// as many must be called otherwise now as were before; they are paired as they stand.
func (m *matcher) rename(table *schema.Table, all []int) {
	id, ok := idColumns[table.Key]
	if !ok {
		return
	}
	rest := slices.DeleteFunc(slices.Clone(all), func(i int) bool { return table.Columns[i].Key == id })
	key := m.keyOf(rest)
	groups := func(lines []*record.Line, paired func(*record.Line) bool) map[string][]*record.Line {
		by := map[string][]*record.Line{}
		for _, l := range lines {
			// A row with nothing but an id has nothing to be known by.
			if !paired(l) && slices.ContainsFunc(rest, func(i int) bool { return !l.BlankAt(i) }) {
				by[key(l)] = append(by[key(l)], l)
			}
		}
		return by
	}
	was := groups(m.old, func(l *record.Line) bool { return m.taken[l] })
	for k, is := range groups(m.new, func(l *record.Line) bool { return m.pair[l] != nil }) {
		if len(was[k]) != len(is) {
			continue
		}
		for i, n := range is {
			m.pair[n], m.taken[was[k][i]] = was[k][i], true
		}
	}
	column := slices.IndexFunc(table.Columns, func(c schema.Column) bool { return c.Key == id })
	for _, n := range m.new {
		o := m.pair[n]
		if o == nil {
			continue
		}
		if was, is := o.Column(column).Read, n.Column(column).Read; was != is {
			if m.names[id] == nil {
				m.names[id] = map[string]string{}
			}
			m.names[id][was] = is
		}
	}
}

// named are the columns of a pair that hold an id which was renamed where it stands on its own.
func (m *matcher) named(old, new *record.Line) []int {
	var columns []int
	if len(m.names) == 0 {
		return nil
	}
	for i := range new.Columns() {
		if was, is := old.Column(i), new.Column(i).Read; was.Read != is && m.names.now(was) == is {
			columns = append(columns, i)
		}
	}
	return columns
}

// calledNow is an old row with its ids as they are called now, those of a row that has a pair as far as the pair has
// them so; nil where none of them was renamed.
func (m *matcher) calledNow(old, pair *record.Line) *record.Line {
	if len(m.names) == 0 {
		return nil
	}
	ids := map[int]string{}
	for i := range old.Columns() {
		was := old.Column(i)
		if now := m.names.now(was); now != was.Read && (pair == nil || pair.Column(i).Read == now) {
			ids[i] = now
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return old.Calling(ids)
}

// onlyNamed reports that all that differs between two rows is what somebody or something is called: its own id or
// name, or an id that was renamed where it stands on its own.
func (m *matcher) onlyNamed(table schema.Key, old, new *record.Line) bool {
	own := idColumns[table]
	named := false
	for i := range new.Columns() {
		was, is := old.Column(i), new.Column(i)
		if was.Read == is.Read || was.Blank() && is.Blank() {
			continue
		}
		name := own != "" && (is.Column == own || is.Column == "name" && !was.Blank() && !is.Blank())
		if !name && m.names.now(was) != is.Read {
			return false
		}
		named = true
	}
	return named
}
