package disclose_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// The attack reads the JSON of all editions that leave the hub, of several days of one ledger. What it knows beside is
// what stands in privacy.md, and the ledger itself to say whether what it has worked out is true. It shares no code
// with the package. TestWhatIsWritten of package report holds the other formats to the same.

// published is what an attacker reads in one file.
type published struct {
	AsOf    string `json:"as_of"`
	Figures []struct {
		ID                               string
		Unit                             string
		Value, Numerator, Denominator, N *float64
		Reason                           *string
		Suppressed                       bool
		Coded                            *struct{ Low, High float64 }
		Step                             float64 `json:"rounded_to"`
		Parts                            map[string]json.RawMessage
		Warnings                         []string
	}
	Inputs []any
	Funnel []struct {
		Stage string
		Count *int
	}
	ByCohort *struct {
		Cohorts []struct {
			Cohort  string
			People  int
			Last    string `json:"last_start"`
			Figures []struct {
				ID                               string
				Value, Numerator, Denominator, N *float64
			}
		}
	} `json:"by_cohort"`
}

func (p *published) at(id string) int {
	for i := range p.Figures {
		if p.Figures[i].ID == id {
			return i
		}
	}
	return -1
}

// span is what is known of a number.
type span struct{ low, high int }

// lines reads a table: column by column what is told of each line.
func (p *published) lines(id, part string) (keys []string, columns map[string][]span) {
	var rows []map[string]json.RawMessage
	if i := p.at(id); i < 0 || json.Unmarshal(p.Figures[i].Parts[part], &rows) != nil {
		return nil, nil
	}
	columns = map[string][]span{}
	for _, row := range rows {
		var key string
		_ = json.Unmarshal(row["key"], &key)
		keys = append(keys, key)
		for name, raw := range row {
			var n *float64
			var s struct{ Low, High *float64 }
			if json.Unmarshal(raw, &n) == nil && n != nil {
				columns[name] = append(columns[name], span{int(*n), int(*n)})
			} else if json.Unmarshal(raw, &s) == nil && s.Low != nil {
				columns[name] = append(columns[name], span{int(*s.Low), int(*s.High)})
			} else if name != "key" {
				columns[name] = append(columns[name], span{0, math.MaxInt32}) // null, or a mark
			}
		}
	}
	return keys, columns
}

// day is one day of a ledger: what the hub knows, and the editions.
type day struct {
	asOf     string
	ledger   *cohort.Ledger
	hub      *result.Result
	editions map[string]*published
	files    map[string][]byte
}

var outside = []string{"grant", "council", "public"}

// publish makes and seals the editions of a ledger on each of the days, one after the other.
func publish(t *testing.T, ledger string, rules setting.Privacy, days ...string) []*day {
	t.Helper()
	var all []*day
	var sealed []disclose.Published
	for _, asOf := range days {
		l, clock := cohorttest.Load(t, "as_of: "+asOf+"\nfrom: 2025-04-01\nto: 2026-03-31\n"+ledger)
		d := &day{asOf: asOf, ledger: l, hub: result.Compute(catalog.All(), kpi.NewWindow(l, clock)),
			editions: map[string]*published{}, files: map[string][]byte{}}
		earlier := disclose.Recall(sealed, l, catalog.All())
		for _, name := range outside {
			file := editionJSON(t, disclose.Apply(d.hub, disclose.ProfileOf(name, rules), earlier))
			d.editions[name], d.files[name] = &published{}, file
			decode(t, file, d.editions[name])
		}
		for _, name := range outside {
			seal, err := disclose.ReadPublished(bytes.NewReader(d.files[name]))
			if err != nil {
				t.Fatal(err)
			}
			sealed = append(sealed, seal)
		}
		all = append(all, d)
	}
	return all
}

func decode(t *testing.T, file []byte, into *published) {
	t.Helper()
	if err := json.Unmarshal(file, into); err != nil {
		t.Fatal(err)
	}
}

func editionJSON(t *testing.T, r *result.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteJSON(&b, lang.JA); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func resultOf(t *testing.T, ledger, asOf string) *result.Result {
	t.Helper()
	return result.Compute(catalog.All(), kpi.NewWindow(
		cohorttest.Load(t, "as_of: "+asOf+"\nfrom: 2025-04-01\nto: 2026-03-31\n"+ledger)))
}

func defaults() setting.Privacy { return setting.Default().Privacy }

// smallest is the group that the reader of all editions must not be shown.
const smallest = 3

// attack lists what can be worked out of a series of days.
func attack(days []*day) []string {
	a := &attacker{}
	for i, d := range days {
		a.where = d.asOf
		a.accountability(d)
		a.cohorts(d)
		a.nested(d)
		a.marks(d)
		a.tables(days[:i+1])
		a.shares(d)
		a.amounts(days[:i+1])
		a.scores(days[:i+1])
		a.durations(d)
	}
	return a.found
}

type attacker struct {
	where string
	found []string
}

func (a *attacker) tell(format string, args ...any) {
	a.found = append(a.found, a.where+": "+fmt.Sprintf(format, args...))
}

// accountability: what the programme answers for stands in every edition as the hub has it.
func (a *attacker) accountability(d *day) {
	registered, _ := kpi.Find(d.hub.Figures, "registered_workers").Get("")
	for _, name := range outside {
		p := d.editions[name]
		for i := range d.hub.Figures {
			f := &d.hub.Figures[i]
			if f.Class != kpi.Accountability || f.Value == nil || registered < 5 {
				continue
			}
			got := p.Figures[p.at(f.ID)]
			if got.Value == nil || *got.Value != *f.Value || !same(got.Numerator, f.Numerator) ||
				!same(got.Denominator, f.Denominator) || got.N == nil || int(*got.N) != f.N {
				a.tell("%s: %s of class A is not told", name, f.ID)
			}
		}
		for i, s := range d.hub.Funnel.Stages {
			if s.Count != nil && (p.Funnel[i].Count == nil || *p.Funnel[i].Count != *s.Count) {
				a.tell("%s: stage %s is not told", name, s.Stage)
			}
		}
	}
}

func same(x, y *float64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }

// nested: what the public reads stands in the council's edition, and what the council reads in the ministry's.
func (a *attacker) nested(d *day) {
	for i := 1; i < len(outside); i++ {
		more, less := d.editions[outside[i-1]], d.editions[outside[i]]
		for j, f := range less.Figures {
			g := more.Figures[j]
			if f.Value != nil && !same(f.Value, g.Value) || f.Coded != nil && g.Value == nil && g.Coded == nil {
				a.tell("%s is told in the %s edition, not in the %s one", f.ID, outside[i], outside[i-1])
			}
		}
	}
}

// marks: whether there is nothing to tell or it may not be told looks the same, and no file can be found by its hash.
func (a *attacker) marks(d *day) {
	for _, name := range outside {
		p := d.editions[name]
		if len(p.Inputs) > 0 || bytes.Contains(d.files[name], []byte("sha256")) {
			a.tell("%s: a hash of a file", name)
		}
		for i := range d.hub.Figures {
			f, got := &d.hub.Figures[i], p.Figures[i]
			if f.Class == kpi.Accountability || f.Lacking || got.Value != nil || got.Coded != nil {
				continue
			}
			if !got.Suppressed || got.N != nil || got.Reason == nil || *got.Reason != kpi.Withheld.JA || len(got.Warnings) > 0 ||
				len(got.Parts) > 0 {
				a.tell("%s: the mark of %s says why", name, f.ID)
			}
			if f.Class == kpi.Internal && !got.Suppressed {
				a.tell("%s: %s of class D is told", name, f.ID)
			}
		}
	}
}

// cell is an outcome of persons of some groups that may not be worked out, with what is known of it.
type cell struct {
	name string
	real int
	span
}

// tables works out the cells of every table from all editions of the day, the programme's own totals and the tables of
// the days before.
func (a *attacker) tables(days []*day) {
	d := days[len(days)-1]
	for _, id := range []string{"by_gender", "by_age_band", "by_situation"} {
		hub := kpi.Find(d.hub.Figures, id)
		if hub.Value == nil {
			continue
		}
		for _, name := range outside {
			keys, columns := d.editions[name].lines(id, "groups")
			a.lines(d, name, id, keys, columns)
			for _, before := range days[:len(days)-1] {
				for _, other := range outside {
					then, old := before.editions[other].lines(id, "groups")
					a.since(d, before, id, keys, columns, then, old)
				}
			}
		}
		// What two editions of one day tell of different lines together: a line of one that holds some of another.
		for _, x := range outside {
			for _, y := range outside {
				kx, cx := d.editions[x].lines(id, "groups")
				ky, cy := d.editions[y].lines(id, "groups")
				a.across(id, kx, cx["registered"], ky, cy["registered"])
			}
		}
	}
}

// members of a line, as the hub knows them.
func members(hub *kpi.Figure, key, column string) []string {
	var ids []string
	for _, p := range hub.Parts {
		groups, _ := p.Value.([]kpi.Group)
		for _, g := range groups {
			if slices.Contains(strings.Split(key, "+"), g.Key) {
				ids = append(ids, g.Members[column]...)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// totals are the figures of class A that the columns add up to.
var totals = map[string]string{"registered": "registered_workers", "active": "active_workers",
	"first_income_residents": "first_income_residents"}

func (a *attacker) lines(d *day, edition, id string, keys []string, columns map[string][]span) {
	registered, _ := kpi.Find(d.hub.Figures, "registered_workers").Get("")
	overlap := id == "by_situation"
	if len(keys) == 1 {
		a.tell("%s: everybody is in the one line of %s", edition, id)
	}
	for i, key := range keys {
		n := columns["registered"][i]
		if n.low != n.high || n.low < smallest || int(registered)-n.low < smallest {
			a.tell("%s: %s %s has %v persons of %v", edition, id, key, n, registered)
		}
		if slices.Contains([]string{"disability", "single_parent", "job_seeking", "care"}, key) {
			a.tell("%s: %s %s is sensitive", edition, id, key)
		}
	}
	for column, figure := range totals {
		total, known := kpi.Find(d.hub.Figures, figure).Get("")
		if !known || len(keys) == 0 || column == "registered" {
			continue
		}
		cells := make([]cell, len(keys))
		for i, key := range keys {
			cells[i] = cell{name: fmt.Sprintf("%s %s %s", id, key, column),
				real: len(members(kpi.Find(d.hub.Figures, id), key, column)), span: span{0, columns["registered"][i].low}}
			if told := columns[column]; len(told) > 0 {
				cells[i].span = told[i]
			}
		}
		sum := 0
		for i := range cells {
			sum += cells[i].real
		}
		if overlap {
			for i := range cells { // who is not in the line can be in the total
				outside := int(registered) - columns["registered"][i].low
				cells[i].low, cells[i].high = max(cells[i].low, int(total)-outside), min(cells[i].high, int(total))
			}
		} else if sum == int(total) {
			narrow(cells, int(total))
		}
		for i := range cells {
			printed := len(columns[column]) > 0 && columns[column][i].low == columns[column][i].high
			a.cell(edition, &cells[i], columns["registered"][i].low, printed, total)
			if overlap { // those who are not in the line
				c := cells[i]
				a.cell(edition, &cell{"not " + c.name, int(total) - c.real, span{int(total) - c.high, int(total) - c.low}},
					int(registered)-columns["registered"][i].low, printed, total)
			}
		}
	}
}

// narrow uses that the cells add up to the total.
func narrow(cells []cell, total int) {
	for range 2 * len(cells) {
		for i := range cells {
			least, most := 0, 0
			for j := range cells {
				if i != j {
					least, most = least+cells[j].low, most+cells[j].high
				}
			}
			cells[i].low, cells[i].high = max(cells[i].low, total-most), min(cells[i].high, total-least)
		}
	}
}

// cell judges what is known of an outcome of a line of n persons: exact only where it happened to three or more, and to
// three or more not; nobody at all follows from the programme's own total.
func (a *attacker) cell(edition string, c *cell, n int, printed bool, total float64) {
	switch {
	case c.real < c.low || c.real > c.high:
		a.tell("%s: %s is %d and is said to be %v", edition, c.name, c.real, c.span)
	case total == 0, c.real >= smallest && n-c.real >= smallest:
	case printed:
		a.tell("%s: %s is printed as %d of %d", edition, c.name, c.real, n)
	case c.low == c.high:
		a.tell("%s: %s can only be %d of %d", edition, c.name, c.real, n)
	case c.high-c.low < smallest-1:
		a.tell("%s: %s is %d to %d", edition, c.name, c.low, c.high)
	}
}

// across compares the sizes of lines of two editions of one day: where one holds the other, the rest is a group.
func (a *attacker) across(id string, keys []string, sizes []span, others []string, other []span) {
	for i, key := range keys {
		for j, more := range others {
			mine, theirs := strings.Split(key, "+"), strings.Split(more, "+")
			inside := !slices.ContainsFunc(mine, func(k string) bool { return !slices.Contains(theirs, k) })
			if rest := other[j].low - sizes[i].low; inside && 0 < rest && rest < smallest {
				a.tell("%s: %s without %s has %d persons", id, more, key, rest)
			}
		}
	}
}

// since compares a table with one of an earlier day: those who came are a group too, and so is each of their outcomes.
func (a *attacker) since(d, before *day, id string, keys []string, columns map[string][]span, then []string,
	old map[string][]span) {
	now, _ := kpi.Find(d.hub.Figures, "registered_workers").Get("")
	was, _ := kpi.Find(before.hub.Figures, "registered_workers").Get("")
	for i, key := range keys {
		j := slices.Index(then, key)
		if j < 0 {
			continue
		}
		for column := range columns {
			if len(old[column]) == 0 || columns[column][i].low != columns[column][i].high ||
				old[column][j].low != old[column][j].high {
				continue
			}
			change := columns[column][i].low - old[column][j].low
			if 0 < change && change < smallest || -smallest < change && change < 0 {
				a.tell("%s %s %s: %d since %s", id, key, column, change, before.asOf)
			}
			if came := int(now - was); column == "registered" && came > 0 && change == 0 && came < smallest {
				a.tell("%s: none of the %d who came since %s is %s", id, came, before.asOf, key)
			}
		}
	}
}

// shares judges counts and shares of class B that are no table.
func (a *attacker) shares(d *day) {
	for _, name := range outside {
		for i := range d.hub.Figures {
			f, got := &d.hub.Figures[i], d.editions[name].Figures[i]
			if f.Class != kpi.Attribute || strings.HasPrefix(f.ID, "by_") || f.ID == "expert_share" || f.Value == nil {
				continue
			}
			hits, n := *f.Value, f.N
			if f.Unit == kpi.Ratio {
				hits = *f.Numerator
			}
			switch clear := int(hits) >= smallest && n-int(hits) >= smallest; {
			case got.N != nil && n < smallest:
				a.tell("%s: %s is of %d persons", name, f.ID, n)
			case got.Value != nil && !clear:
				a.tell("%s: %s is %v of %d", name, f.ID, hits, n)
			case got.Value != nil && f.Unit == kpi.Ratio:
				a.others(d, name, f.ID, int(hits), n)
			case got.Coded != nil && f.Unit == kpi.Ratio:
				low, high := math.Ceil(got.Coded.Low*float64(n)-1e-9), math.Floor(got.Coded.High*float64(n)+1e-9)
				if hits < low || hits > high || high-low < smallest-1 {
					a.tell("%s: %s is %v of %d and is said to be %v to %v", name, f.ID, hits, n, low, high)
				}
			case got.Coded != nil && (hits < got.Coded.Low || hits > got.Coded.High ||
				got.Coded.High-got.Coded.Low < smallest-1):
				a.tell("%s: %s is %v, told as %v", name, f.ID, hits, *got.Coded)
			}
		}
	}
}

// others are those who are not in the line: what they had follows from each count of the programme's that the outcome
// may be a part of.
func (a *attacker) others(d *day, edition, id string, hits, n int) {
	registered, _ := kpi.Find(d.hub.Figures, "registered_workers").Get("")
	rest := int(registered) - n
	for _, s := range d.hub.Funnel.Stages {
		if s.Count == nil || *s.Count < hits || *s.Count-hits > rest || rest == 0 {
			continue
		}
		if had := *s.Count - hits; had < smallest || rest-had < smallest {
			a.tell("%s: beside %s, %s says that of the %d others %d had the same", edition, s.Stage, id, rest, had)
		}
	}
}
