package merge

import (
	"cmp"
	"slices"

	"pilot90/kpi"
	"pilot90/kpi/survival"
)

// Pile puts the parts of one figure together one after the other and keeps none of them: sums, counts of bins and of
// times. So it takes as much memory for a thousand municipalities as for ten. It is not safe for concurrent use.
type Pile struct {
	d           kpi.Definition
	n, excluded int
	told        int  // parts that say something
	unknown     bool // a part has something to add up, none of which is known
	unit        kpi.Unit
	class       kpi.Class

	values  tally // of figures that add up
	num     tally
	den     tally
	sums    tally // of what is binned
	records []int // see kpi.Terms.Known
	claimed [2]int
	trials  bool
	more    map[string]*tally
	bins    *count
	times   map[float64]*Time
	heads   []Beside // the parts beside the value, without values
	beside  map[string]*tally
	table   *grid
}

// NewPile is one without parts.
func NewPile(d kpi.Definition) *Pile {
	p := &Pile{d: d, trials: true, more: map[string]*tally{}, beside: map[string]*tally{}}
	for _, h := range d.Law.Heads {
		p.heads = append(p.heads, Beside{Key: h.Key, Title: words(h.Title), Unit: h.Unit})
	}
	return p
}

// Add takes a part in. It is of the figure and of the basis of the others; one of another law, or with other bins or
// sides, cannot be put together with them and is passed over.
func (p *Pile) Add(part *Part) {
	if !part.fits(p.d.Law) {
		return
	}
	p.n, p.excluded = p.n+part.N, p.excluded+part.Exclude
	p.unknown = p.unknown || unknown(part)
	if !part.Told() || p.d.Law.Kind == kpi.Apart {
		return
	}
	p.told++
	p.unit, p.class = part.Unit, max(p.class, part.Class) // A to D, from the most open
	if part.Value != nil {
		p.values.add(*part.Value)
	}
	if part.Terms != nil {
		p.divide(part.Terms)
	}
	if part.Sum != nil {
		p.sums.add(*part.Sum)
	}
	p.bins = p.bins.with(part.Bins)
	for _, t := range part.Times {
		p.observe(t)
	}
	p.besides(part.Beside)
	if part.Table != nil {
		p.table = p.table.with(part.Table)
	}
}

func (p *Pile) divide(t *Terms) {
	p.num.add(t.Numerator)
	p.den.add(t.Denominator)
	for i, n := range t.Known {
		if i == len(p.records) {
			p.records = append(p.records, 0)
		}
		p.records[i] += n
	}
	p.claimed[0], p.claimed[1] = p.claimed[0]+t.Claimed[0], p.claimed[1]+t.Claimed[1]
	p.trials = p.trials && t.Trials
	for key, v := range t.More {
		under(p.more, key).add(v)
	}
}

func (p *Pile) observe(t Time) {
	if p.times == nil {
		p.times = map[float64]*Time{}
	}
	at := p.times[t.Days]
	if at == nil {
		at = &Time{Days: t.Days}
		p.times[t.Days] = at
	}
	at.Events, at.Censored, at.Entries = at.Events+t.Events, at.Censored+t.Censored, at.Entries+t.Entries
}

func (p *Pile) besides(all []Beside) {
	for _, b := range all {
		if !slices.ContainsFunc(p.heads, func(h Beside) bool { return h.Key == b.Key }) {
			p.heads = append(p.heads, Beside{Key: b.Key, Title: b.Title, Unit: b.Unit})
		}
		if b.Value != nil {
			under(p.beside, b.Key).add(*b.Value)
		}
	}
}

// under is the tally of a key.
func under(all map[string]*tally, key string) *tally {
	if all[key] == nil {
		all[key] = &tally{}
	}
	return all[key]
}

// Times are the event table of all, ascending.
func (p *Pile) Times() []Time {
	var all []Time
	for _, t := range p.times {
		all = append(all, *t)
	}
	slices.SortFunc(all, func(a, b Time) int { return cmp.Compare(a.Days, b.Days) })
	return all
}

// subjects are those of the event table.
func (p *Pile) subjects() []survival.Subject {
	var all []survival.Subject
	for _, t := range p.Times() {
		for range t.Events {
			all = append(all, survival.Subject{Time: t.Days, Event: true})
		}
		for range t.Censored {
			all = append(all, survival.Subject{Time: t.Days})
		}
	}
	return all
}
