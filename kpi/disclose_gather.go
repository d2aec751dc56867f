package kpi

import (
	"cmp"
	"slices"
	"strings"
)

// gatherCells lists every count of persons, and of what persons did, that the result prints, and
// the equations between them.
func gatherCells(r *Result, p Profile, earlier []Edition) *cells {
	g := &gatherer{cells: newCells(p.K), result: r, names: map[string]string{}, contributors: p.Contributors}
	g.funnel(r.Funnel)
	for i := range r.Figures {
		g.figure(&r.Figures[i])
	}
	g.leak(r.Leak)
	g.groups()
	for _, pair := range inside {
		g.cells.within(pair[0], pair[1])
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
	result *Result
	names  map[string]string
	parts  []addition
	// contributors is how many persons a band of pay needs: their months are many, and tell what each earns.
	contributors int
}

type addition struct {
	whole string
	parts []string
}

// print asks for the count at a place of the edition.
func (g *gatherer) print(place string, n int, who string) {
	rank := slices.Index(first, cmp.Or(who, place))
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
func (g *gatherer) funnel(f Funnel) {
	for _, s := range f.Stages {
		if s.Count != nil {
			g.print("funnel."+string(s.Stage), *s.Count, stagePeople(s.Stage))
		}
	}
	var left, now []string
	for _, p := range f.Phases {
		at := phasePlace(p)
		entered, moved := "phase."+at[6:], ""
		if at == "phase.training" {
			entered = "started"
		}
		if next, ok := phaseKeys[p.Phase+1]; ok {
			moved = "phase." + next
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
	if len(left) > 0 {
		g.exits(f, left, now)
	}
}

// leak adds those lost between two stages. They are said to be of those who reached the first, which
// is a number of the funnel; none of them reached the second.
func (g *gatherer) leak(l *Leak) {
	if l == nil {
		return
	}
	g.print("lost_of", l.Reached, stagePeople(l.From))
	g.print("lost", l.Lost, "lost")
	g.sum("lost_of", "lost")
	g.parts = append(g.parts, addition{"started", []string{stagePeople(l.To), "lost"}})
}

// exits ties the exits of all phases to registered and registered_now, from which a reader gets
// their sum, and those who are in a phase now to registered_now.
func (g *gatherer) exits(f Funnel, left, here []string) {
	workers := Find(g.result.Figures, "registered_workers")
	now, ok := workers.Get("registered_now")
	if !ok || workers.Value == nil {
		return
	}
	gone := 0
	for _, p := range f.Phases {
		gone += p.Left
	}
	if int(*workers.Value)-int(now) == gone {
		g.print("registered_workers.value", int(*workers.Value), "registered")
		g.print("registered_workers.registered_now", int(now), "registered_now")
		g.sum("registered_workers.value", append(left, "registered_workers.registered_now")...)
		g.sum("registered_workers.registered_now", here...)
	}
}

func stagePeople(s Stage) string {
	switch s {
	case Enrolled:
		return "started"
	case Retained:
		return "retained"
	}
	return "stage." + string(s)
}

func phasePlace(p PhaseFlow) string { return "phase." + phaseKeys[p.Phase] }

// figure adds the counts of one figure.
func (g *gatherer) figure(f *Figure) {
	switch g.result.subject(f.ID) {
	case AboutPersons, AboutWork, AboutPay, AboutAnswers, AboutSupport:
	default:
		return
	}
	who := peopleOf[f.ID]
	switch {
	case f.Unit == Count && f.Value != nil:
		g.print(f.ID+".value", whole(f.Value), who.hit)
		g.print(f.ID+".n", f.N, who.all)
		g.ratio(f.ID+".value", f.ID+".n")
	case f.Unit == Ratio && who.hit != "" && f.ID != "population_share" && f.Numerator != nil,
		g.result.subject(f.ID) == AboutWork && f.Numerator != nil:
		g.print(f.ID+".numerator", whole(f.Numerator), who.hit)
		g.print(f.ID+".n", f.N, who.all)
		g.ratio(f.ID+".numerator", f.ID+".n")
	default:
		g.print(f.ID+".n", f.N, who.all)
	}
	g.figureParts(f)
}

// ratio makes the numerator a part of the denominator.
func (g *gatherer) ratio(hit, all string) {
	if a, b := g.names[hit], g.names[all]; a != b && !slices.Contains(inside, [2]string{a, b}) {
		g.parts = append(g.parts, addition{b, []string{a}})
	}
}

func whole(v *float64) int { return int(*v + 0.5) }

// partPeople names whom a part counts where that is somebody known by another name.
var partPeople = map[string]string{
	"registered_workers.registered_now":            "registered_now",
	"effective_hourly_pay.below_reference_workers": "below_reference",
	"below_reference_workers.known_pay_only":       "below_known_pay",
	"days_to_first_income.events":                  "days_to_first_income.events",
}

// figureParts adds the parts that are counts, and what they add up to.
func (g *gatherer) figureParts(f *Figure) {
	for _, p := range f.Parts {
		place := f.ID + "." + p.Key
		switch v := p.Value.(type) {
		case float64:
			if p.Unit == Count {
				g.print(place, whole(&v), partPeople[place])
			}
		case []Group:
			for _, group := range v {
				g.group(f.ID, group)
			}
		}
	}
	switch f.ID {
	case "worker_continuation_months", "days_to_first_income":
		g.sum(f.ID+".n", f.ID+".events", f.ID+".censored")
	case "worker_survival_180", "worker_survival_365":
		g.sum(f.ID+".n", f.ID+".events", f.ID+".censored", f.ID+".at_risk_n")
		g.sum(f.ID+".n", f.ID+".events", f.ID+".censored")
		g.sum(f.ID+".n", f.ID+".events")
		g.sum(f.ID+".n", f.ID+".at_risk_n")
	case "payment_days":
		g.sum(f.ID+".n", f.ID+".recommended", f.ID+".conforming", f.ID+".to_check", f.ID+".over")
		g.sum(f.ID+".unpaid", f.ID+".unpaid_over")
	case "monthly_income":
		g.months(f)
	}
	if strings.HasPrefix(f.ID, "satisfaction_") {
		g.scores(f)
	}
}

// scores adds the answers of 4 and 5, which the share of them gives back.
func (g *gatherer) scores(f *Figure) {
	if share, ok := f.Get("share_4_5"); ok {
		high := share * float64(f.N)
		g.print(f.ID+".high", whole(&high), "")
		g.sum(f.ID+".n", f.ID+".high")
	}
}

// months are those of pay, and a band of few persons is hidden however many their months are: of = known + unknown,
// known = the bands, n = known − those of 0 yen.
// What of and n differ by is said as well: they are printed where known is not.
func (g *gatherer) months(f *Figure) {
	var bands, paid []string
	for _, band := range groupsOf(f.Parts, "bands") {
		place := f.ID + ".groups." + band.Key + ".count"
		bands = append(bands, place)
		if at, ok := g.cells.index[g.names[place]]; ok && 0 < len(band.Shares) && len(band.Shares) < g.contributors {
			g.cells.scarce[at] = true
		}
		if band.Key != "zero" {
			paid = append(paid, place)
		}
	}
	g.sum(f.ID+".of", f.ID+".known")
	g.sum(f.ID+".known", bands...)
	g.sum(f.ID+".n", paid...)
	zero := f.ID + ".groups.zero.count"
	g.sum(f.ID+".known", f.ID+".n", zero)
	g.sum(f.ID+".of", f.ID+".n")
}

func (g *gatherer) group(id string, group Group) {
	for _, p := range group.Parts {
		if v, ok := p.Value.(float64); ok && p.Unit == Count {
			g.print(id+".groups."+group.Key+"."+p.Key, whole(&v), "")
		}
	}
}

// groupColumns are the counts of a line of these tables and the people of their totals.
var groupColumns = []struct{ key, total string }{
	{"registered", "registered"}, {"active", "active"}, {"first_income_residents", "first_income_residents"},
}

// groups ties the tables by gender, age and situation to their totals, and within a line the
// active and the earners to the registered. Situations overlap, since a person may have several.
func (g *gatherer) groups() {
	for _, id := range []string{"by_gender", "by_age_band", "by_situation"} {
		f := Find(g.result.Figures, id)
		if f == nil || f.Value == nil {
			continue
		}
		lines := groupsOf(f.Parts, "groups")
		for _, column := range groupColumns {
			s := addition{whole: column.total}
			for _, l := range lines {
				cell := id + ".groups." + l.Key + "." + column.key
				s.parts = append(s.parts, cell)
				if id == "by_situation" {
					g.parts = append(g.parts, addition{column.total, []string{cell}})
				}
			}
			g.parts = append(g.parts, s)
		}
		for _, l := range lines {
			at := id + ".groups." + l.Key
			for _, column := range []string{"active", "first_income_residents"} {
				g.parts = append(g.parts, addition{at + ".registered", []string{at + "." + column}})
			}
		}
		g.complements(id, lines)
	}
}

// complements adds, for each column, those of a line who are not in it: the lines of these add up
// as well, to those of the total.
func (g *gatherer) complements(id string, lines []Group) {
	for _, column := range []string{"active", "first_income_residents"} {
		s := addition{whole: id + "/not " + column}
		sum := 0
		for _, l := range lines {
			at := id + ".groups." + l.Key
			all, ok := g.cells.index[at+".registered"]
			hit, there := g.cells.index[at+"."+column]
			if !ok || !there {
				return
			}
			rest := at + ".not " + column
			g.cells.add(rest, g.cells.values[all]-g.cells.values[hit])
			g.cells.sums = append(g.cells.sums, sumOf(g.cells, all, hit, rest))
			sum += g.cells.values[all] - g.cells.values[hit]
			s.parts = append(s.parts, rest)
		}
		g.tieComplement(s, column, sum)
	}
}

// tieComplement makes the sum of a column's complements registered − column, where the groups do
// not overlap.
func (g *gatherer) tieComplement(s addition, column string, sum int) {
	all, ok := g.cells.index["registered"]
	hit, there := g.cells.index[column]
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

func groupsOf(parts Parts, key string) []Group {
	for _, p := range parts {
		if groups, ok := p.Value.([]Group); ok && p.Key == key {
			return groups
		}
	}
	return nil
}

// compare adds the change of every cell since each earlier edition.
func (g *gatherer) compare(earlier []Edition) {
	for _, e := range earlier {
		for _, name := range sortedNames(e.Counts) {
			g.cells.differs(name, e.Counts[name], e.AsOf.String())
		}
	}
}
