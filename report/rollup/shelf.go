package rollup

import (
	"crypto/sha256"
	"sync"

	"pilot90/kpi/merge"
)

// HeapGrowth is by how many percent memory may grow before a run over many collects it, for debug.SetGCPercent: most of
// what is made there is of one municipality and soon let go of.
const HeapGrowth = 50

// Shelf takes in submissions one after the other and keeps the figures of those alone that count for a question; of
// the others it leaves who handed in what and when. So a year of weekly submissions of a whole country takes the
// memory of one week. It is safe for concurrent use, and the order in which they come does not matter.
type Shelf struct {
	asked  Options
	lock   sync.Mutex
	year   int // the fiscal year that counts, as far as is known yet
	newest map[slot]Source
	texts  *merge.Texts // of those that are kept
}

// slot is where one submission counts: of one municipality, its hub or its alliance, in one fiscal year.
type slot struct {
	code string
	rank int
	year int
}

// NewShelf is an empty shelf for a rollup with the options.
func NewShelf(o Options) *Shelf {
	return &Shelf{asked: o, year: o.FiscalYear, newest: map[slot]Source{}, texts: merge.NewTexts()}
}

// Put takes in a submission. One that does not count, itself or one that was put in before, loses its figures.
func (h *Shelf) Put(s Source) {
	h.lock.Lock()
	defer h.lock.Unlock()
	if h.asked.AsOf != "" && s.AsOf > h.asked.AsOf {
		s.lighten(h.texts)
		return
	}
	if h.asked.FiscalYear == 0 && s.FiscalYear > h.year {
		h.year = s.FiscalYear
		for at, old := range h.newest {
			if !h.counts(at.year) {
				old.lighten(h.texts)
			}
		}
	}
	at := slot{s.Municipality.Code, s.rank(), s.FiscalYear}
	old, there := h.newest[at]
	if there && newestFirst(old, s) <= 0 {
		s.lighten(h.texts)
		return
	}
	if h.newest[at] = s; there {
		old.lighten(h.texts)
	}
	if !h.counts(at.year) {
		s.lighten(h.texts)
		return
	}
	s.compact(h.texts)
}

// counts reports whether the figures of a fiscal year are asked for.
func (h *Shelf) counts(year int) bool { return year == h.year || h.asked.By == "year" }

// Counting are the submissions that count by what was put in so far, in no order.
func (h *Shelf) Counting() []Source {
	h.lock.Lock()
	defer h.lock.Unlock()
	var all []Source
	for at, s := range h.newest {
		if h.counts(at.year) {
			all = append(all, s)
		}
	}
	return all
}

// lighten takes out of a submission what only one that counts needs.
func (s *Submission) lighten(t *merge.Texts) {
	s.sum = s.digest()
	s.share(t)
	s.Figures, s.Funnel, s.Phases, s.Grants, s.Cohorts = nil, nil, nil, nil, nil
}

// compact takes out of a submission that counts the room that nothing is in, and shares its texts with the others.
func (s *Submission) compact(t *merge.Texts) {
	s.share(t)
	s.Figures = t.Parts(s.Figures)
	for i := range s.Funnel {
		f := &s.Funnel[i]
		f.Stage, f.Title = t.One(f.Stage), t.Words(f.Title)
	}
	for i := range s.Phases {
		p := &s.Phases[i]
		p.Phase, p.Title = t.One(p.Phase), t.Words(p.Title)
	}
	for i := range s.Grants {
		g := &s.Grants[i]
		g.Figure, g.Title = t.One(g.Figure), t.Words(g.Title)
	}
	for _, c := range s.Cohorts {
		for _, d := range c.Days {
			for i := range d.Figures {
				d.Figures[i].Figure = t.One(d.Figures[i].Figure)
			}
		}
	}
}

// share makes the texts of the head those of others: all but few are the same week after week.
func (s *Submission) share(t *merge.Texts) {
	m := &s.Municipality
	for _, text := range []*string{&s.Schema, &s.Mark, &s.Model, &s.AsOf, &s.Period.From, &s.Period.To, &s.Period.End,
		&s.Definitions, &s.Tool, &m.Code, &m.Name, &m.Prefecture} {
		*text = t.One(*text)
	}
}

// digest is the SHA-256 of what Write writes, also after lighten.
func (s *Submission) digest() [sha256.Size]byte {
	if s.sum != ([sha256.Size]byte{}) {
		return s.sum
	}
	data, err := s.Bytes()
	if err != nil { // it has numbers that JSON has not, and equals no other
		return [sha256.Size]byte{}
	}
	return sha256.Sum256(data)
}

// Headed completes a submission of which only the head was read: sum is the SHA-256 of the whole. The error is that of
// Read.
func (s *Submission) Headed(sum [sha256.Size]byte) error {
	s.sum = sum
	return s.check()
}
