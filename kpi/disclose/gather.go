package disclose

import (
	"cmp"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// gatherCells lists every count of persons, and of what persons did, that the result prints, and
// the equations between them.
func gatherCells(r *result.Result, p Profile, earlier []Published) *cells {
	g := &gatherer{cells: newCells(p.K), names: map[string]string{}, contributors: p.Contributors}
	g.inside = insideOf(r.Figures)
	g.funnel(r.Funnel)
	for i := range r.Figures {
		g.figure(&r.Figures[i])
	}
	g.exits(r.Funnel)
	g.attrition(r.Attrition)
	for i := range r.Figures {
		g.table(&r.Figures[i])
	}
	for _, pair := range g.inside {
		g.cells.within(string(pair[0]), string(pair[1]))
	}
	for _, s := range g.parts {
		g.cells.adds(s.whole, s.parts...)
	}
	if p.Compare {
		g.compare(earlier)
	}
	g.cells.aliases = g.names
	return g.cells
}

// gatherer puts cells together. names says which cell stands at a place of the edition; the name
// of the cell is that of the people, or of the place itself when it counts others than they.
type gatherer struct {
	cells  *cells
	names  map[string]string
	parts  []addition
	inside [][2]kpi.Set
	// contributors is how many persons a band of pay needs: their months are many, and tell what each earns.
	contributors int
}

type addition struct {
	whole string
	parts []string
}

// first are the sets that are shown before all others, where not everything can be: the people, and the
// months that the median of pay rests on before those in all.
var first = []kpi.Set{
	facts.ThoseRegistered, facts.ThoseStarted, facts.ThoseInCycle, facts.ThoseWithFirstIncome, facts.ThoseResident,
	facts.ThoseComplete,
	facts.ThoseRetained, facts.ThoseAtWork, facts.ThoseActive, facts.ThoseRegisteredNow, facts.ThoseAtWorkInPeriod,
	facts.PaidMonths,
}

// insideOf lists which sets lie in which others.
func insideOf(figures []kpi.Figure) [][2]kpi.Set {
	all := slices.Clone(facts.Inside)
	for _, f := range figures {
		all = append(all, f.Disclosure.People.Inside...)
	}
	return all
}

// print asks for the count at a place of the edition, which is that of a set, or of nobody known.
func (g *gatherer) print(place string, n int, set kpi.Set) {
	who := string(set)
	rank := slices.Index(first, kpi.Set(cmp.Or(who, place)))
	if rank < 0 {
		rank = len(first)
	}
	if strings.Contains(place, ".groups.") {
		rank = len(first) + 1
	}
	if who == "" || !g.cells.print(who, n, rank) {
		who = place
		g.cells.print(who, n, rank)
	}
	g.names[place] = who
}

func (g *gatherer) sum(whole string, parts ...string) {
	s := addition{whole: g.names[whole]}
	for _, p := range parts {
		s.parts = append(s.parts, g.names[p])
	}
	g.parts = append(g.parts, s)
}

// funnel adds the stages, and the flow Entered = MovedOn + Left + Now of each phase, in which those
// who moved on entered the next one.
func (g *gatherer) funnel(f state.Funnel) {
	for _, s := range f.Stages {
		if s.Count != nil {
			g.print("funnel."+string(s.Stage), *s.Count, s.Stage.People())
		}
	}
	var left, now []string
	for _, p := range f.Phases {
		at := phasePlace(p)
		entered, moved := facts.PhasePeople(p.Phase), kpi.Set("")
		if next := facts.PhaseKey(p.Phase + 1); next != "" {
			moved = kpi.Set("phase." + next)
		}
		g.print(at+".entered", p.Entered, entered)
		g.print(at+".moved_on", p.MovedOn, moved)
		g.print(at+".left", p.Left, "")
		g.print(at+".now", p.Now, "")
		g.sum(at+".entered", at+".moved_on", at+".left", at+".now")
		left, now = append(left, at+".left"), append(now, at+".now")
	}
	// What enters a phase leaves in it or in a later one, or is there now: what follows from the
	// flows together is said as well, since bounds are narrowed one equation at a time.
	for i, p := range f.Phases {
		g.sum(phasePlace(p)+".entered", slices.Concat(left[i:], now[i:])...)
	}
}

// attrition adds those lost between two stages. They are said to be of those who reached the first and whose time for
// the second has come, which are some of a number of the funnel; none of them reached the second.
func (g *gatherer) attrition(l *state.Attrition) {
	if l == nil {
		return
	}
	g.print("lost_of", l.Reached, "lost_of")
	g.inside = append(g.inside, [2]kpi.Set{"lost_of", l.From.People()})
	g.print("lost", l.Lost, "lost")
	g.sum("lost_of", "lost")
	g.parts = append(g.parts, addition{string(facts.ThoseInCycle), []string{string(l.To.People()), "lost"}})
}

// exits ties the exits of all phases to those registered and registered now, from which a reader gets
// their sum, and those who are in a phase now to those registered now.
func (g *gatherer) exits(f state.Funnel) {
	all, ok := g.cells.index[string(facts.ThoseRegistered)]
	now, there := g.cells.index[string(facts.ThoseRegisteredNow)]
	if len(f.Phases) == 0 || !ok || !there {
		return
	}
	var left, here []string
	gone := 0
	for _, p := range f.Phases {
		left, here = append(left, g.names[phasePlace(p)+".left"]), append(here, g.names[phasePlace(p)+".now"])
		gone += p.Left
	}
	if g.cells.values[all]-g.cells.values[now] == gone {
		g.parts = append(g.parts, addition{string(facts.ThoseRegistered), append(left, string(facts.ThoseRegisteredNow))},
			addition{string(facts.ThoseRegisteredNow), here})
	}
}

func phasePlace(p state.PhaseFlow) string { return "phase." + facts.PhaseKey(p.Phase) }

// figure adds the counts of one figure.
func (g *gatherer) figure(f *kpi.Figure) {
	switch f.Subject {
	case kpi.AboutPersons, kpi.AboutWork, kpi.AboutPay, kpi.AboutAnswers, kpi.AboutSupport:
	default:
		return
	}
	who := f.Disclosure.People
	switch {
	case f.Unit == kpi.Count && f.Value != nil:
		g.print(f.ID+".value", whole(f.Value), who.Hit)
		g.print(f.ID+".n", f.N, who.All)
		g.ratio(f.ID+".value", f.ID+".n")
	case f.Unit == kpi.Ratio && who.Hit != "" && f.Numerator != nil, f.Subject == kpi.AboutWork && f.Numerator != nil:
		g.print(f.ID+".numerator", whole(f.Numerator), who.Hit)
		g.print(f.ID+".n", f.N, who.All)
		g.ratio(f.ID+".numerator", f.ID+".n")
	default:
		g.print(f.ID+".n", f.N, who.All)
	}
	g.figureParts(f)
}

// ratio makes the numerator a part of the denominator.
func (g *gatherer) ratio(hit, all string) {
	if a, b := g.names[hit], g.names[all]; a != b && !slices.Contains(g.inside, [2]kpi.Set{kpi.Set(a), kpi.Set(b)}) {
		g.parts = append(g.parts, addition{b, []string{a}})
	}
}

func whole(v *float64) int { return int(float64(*v) + 0.5) }

// figureParts adds the parts that are counts, the counts that follow from parts, and what they add up to.
func (g *gatherer) figureParts(f *kpi.Figure) {
	who := f.Disclosure.People
	for _, p := range f.Parts {
		switch v := p.Value.(type) {
		case float64:
			if p.Unit == kpi.Count {
				g.print(f.ID+"."+p.Key, whole(&v), who.Parts[p.Key])
			}
		case []kpi.Group:
			for _, group := range v {
				g.group(f, group)
			}
		}
	}
	for _, name := range sortedNames(who.Shares) {
		if share, ok := f.Get(who.Shares[name]); ok {
			g.print(f.ID+"."+name, whole(new(share*float64(f.N))), "")
			g.sum(f.ID+".n", f.ID+"."+name)
		}
	}
	for _, a := range f.Disclosure.Adds {
		parts := make([]string, len(a.Parts))
		for i, p := range a.Parts {
			parts[i] = f.ID + "." + p
		}
		g.sum(f.ID+"."+a.Whole, parts...)
	}
}

// group adds the counts of a group. In a table of pay they are of months, or of tasks: those of few persons
// are hidden however many they are, for they tell what each earns.
func (g *gatherer) group(f *kpi.Figure, group kpi.Group) {
	for _, p := range group.Parts {
		v, ok := p.Value.(float64)
		if !ok || p.Unit != kpi.Count {
			continue
		}
		place := f.ID + ".groups." + group.Key + "." + p.Key
		g.print(place, whole(&v), "")
		if few := len(group.Shares); f.Subject == kpi.AboutPay && 0 < few && few < g.contributors {
			g.cells.scarce[g.cells.index[g.names[place]]] = true
		}
	}
}

// table ties a table of persons to its totals, and within a line the other columns to the first one.
// Where a person may be in several lines, each line is a part of the total by itself as well.
func (g *gatherer) table(f *kpi.Figure) {
	t := f.Disclosure.People.Table
	if t == nil || f.Value == nil {
		return
	}
	lines := groupsOf(f.Parts)
	for _, column := range t.Columns {
		s := addition{whole: string(column.Total)}
		for _, l := range lines {
			cell := f.ID + ".groups." + l.Key + "." + column.Key
			s.parts = append(s.parts, cell)
			if t.Overlap {
				g.parts = append(g.parts, addition{s.whole, []string{cell}})
			}
		}
		g.parts = append(g.parts, s)
	}
	for _, l := range lines {
		at := f.ID + ".groups." + l.Key + "."
		for _, column := range t.Columns[1:] {
			g.parts = append(g.parts, addition{at + t.Columns[0].Key, []string{at + column.Key}})
		}
	}
	for _, column := range t.Columns[1:] {
		g.complements(f, column, lines)
	}
}

// complements adds those of each line who are not in the column: the lines of these add up as well, to
// those of the total.
func (g *gatherer) complements(f *kpi.Figure, column kpi.TableColumn, lines []kpi.Group) {
	t := f.Disclosure.People.Table
	s := addition{whole: f.ID + "/not " + column.Key}
	sum := 0
	for _, l := range lines {
		at := f.ID + ".groups." + l.Key
		all, ok := g.cells.index[at+"."+t.Columns[0].Key]
		hit, there := g.cells.index[at+"."+column.Key]
		if !ok || !there {
			return
		}
		rest := at + ".not " + column.Key
		g.cells.add(rest, g.cells.values[all]-g.cells.values[hit])
		g.cells.sums = append(g.cells.sums, sumOf(g.cells, all, hit, rest))
		sum += g.cells.values[all] - g.cells.values[hit]
		s.parts = append(s.parts, rest)
	}
	g.tieComplement(s, t.Columns[0], column, sum)
}

// tieComplement makes the sum of a column's complements the total − that of the column, where the groups do
// not overlap.
func (g *gatherer) tieComplement(s addition, every, column kpi.TableColumn, sum int) {
	all, ok := g.cells.index[string(every.Total)]
	hit, there := g.cells.index[string(column.Total)]
	if !ok || !there || g.cells.values[all]-g.cells.values[hit] != sum {
		return
	}
	g.cells.add(s.whole, sum)
	g.cells.sums = append(g.cells.sums, sumOf(g.cells, all, hit, s.whole))
	g.parts = append(g.parts, s)
}

func sumOf(c *cells, whole, part int, rest string) sum {
	return sum{whole, []int{part, c.index[rest]}}
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

// compare adds the change of every cell since each earlier edition.
func (g *gatherer) compare(earlier []Published) {
	for _, e := range earlier {
		for _, name := range sortedNames(e.Counts) {
			g.cells.differs(name, e.Counts[name], e.AsOf.String())
		}
	}
}
