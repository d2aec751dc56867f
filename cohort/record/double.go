package record

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// DropDoubles leaves out the tables whose records all stand in another one, and those that are an
// earlier state of another by name and share most records with it.
// pinned reports the tables whose place is given.
func DropDoubles(parts []Part, pinned func(schema.Key) bool) ([]Part, []finding.Finding) {
	d := &doubles{parts: parts, dropped: make([]bool, len(parts)), holds: make([]bool, len(parts))}
	for i := range parts {
		key := parts[i].Sources[0].Table
		if key != schema.Surveys && !pinned(key) && slices.ContainsFunc(parts, func(o Part) bool {
			return o.table != parts[i].table && o.Sources[0].Table == key
		}) {
			d.read(i)
		}
	}
	d.find(fewestDoubled)
	d.find(1)
	var kept []Part
	for i := range parts {
		if !d.dropped[i] {
			kept = append(kept, parts[i])
		}
	}
	return kept, d.findings
}

// fewestDoubled is the number of records from which a sheet is known as a copy by them.
const fewestDoubled = 3

// doubles compares the records of sheets.
type doubles struct {
	parts    []Part
	keys     []map[string]int // how often each record stands in a sheet; nil = not compared
	dropped  []bool
	holds    []bool // another sheet was dropped because its records are all here
	findings []finding.Finding
}

func (d *doubles) read(i int) {
	if d.keys == nil {
		d.keys = make([]map[string]int, len(d.parts))
	}
	d.keys[i] = d.parts[i].keys()
}

// find drops the sheets of at least fewest records that stand in another sheet. Sheets of less than
// fewestDoubled records do so only where another sheet is known to repeat others, as the list of a
// year does beside those of its months.
func (d *doubles) find(fewest int) {
	for i := range d.keys {
		if d.dropped[i] || len(d.keys[i]) < fewest {
			continue
		}
		for j := range d.keys {
			if j == i || d.dropped[j] || d.keys[j] == nil || d.parts[i].Sources[0].Table != d.parts[j].Sources[0].Table {
				continue
			}
			if len(d.keys[i]) >= fewestDoubled || d.holds[j] {
				d.compare(i, j)
			}
			if d.dropped[i] {
				break
			}
		}
	}
}

// compare drops sheet i if sheet j holds all its records, or if the names say that it is an earlier
// state of j. Of two that are the same one is dropped by name, else the hidden or the later one.
func (d *doubles) compare(i, j int) {
	a, b := d.parts[i].table, d.parts[j].table
	earlier := layout.IsEarlier(a, b)
	shared := sharedKeys(d.keys[i], d.keys[j], !earlier)
	switch {
	case shared == len(d.keys[i]):
		if shared == len(d.keys[j]) && d.keeps(i, j) {
			return // j is dropped in its turn
		}
		d.findings = append(d.findings, doubled(a, b, shared))
	case shared*2 >= len(d.keys[i]) && earlier:
		d.findings = append(d.findings, layout.TwoSheets(a, b))
	default:
		return
	}
	d.dropped[i], d.holds[j] = true, true
}

// sharedKeys counts the records of a that b has as often; where only all of them matter, it ends at
// the first that b has not.
func sharedKeys(a, b map[string]int, all bool) int {
	n := 0
	for key, count := range a {
		if b[key] >= count {
			n++
		} else if all {
			return 0
		}
	}
	return n
}

// keeps reports that of two sheets with the same records i is the one that counts.
func (d *doubles) keeps(i, j int) bool {
	a, b := d.parts[i].table, d.parts[j].table
	switch {
	case a.Marked() != b.Marked():
		return b.Marked()
	case a.Grid.Hidden != b.Grid.Hidden:
		return b.Grid.Hidden
	case layout.IsEarlier(a, b) || layout.IsEarlier(b, a):
		return layout.IsEarlier(b, a)
	}
	return i < j
}

// doubled is the C313 of a sheet whose records all stand in another one.
func doubled(copied, original *layout.Table, records int) finding.Finding {
	f := layout.TwoSheets(copied, original)
	a, b := layout.Names(copied, original)
	f.Message = lang.Sayf("「%[1]s」の%[3]d件の記録は、すべて「%[2]s」にもあります。写しのように見えるため、「%[1]s」は数えていません。",
		"All %[3]d records of %[1]s stand in %[2]s too. %[1]s looks like a copy and was not counted.", a, b, records)
	return f
}
