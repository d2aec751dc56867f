package merge

import (
	"slices"

	"pilot90/kpi"
)

// Texts lets the parts of many municipalities share what is equal in them: ids, titles and the headings of tables are
// the program's, and the same in nearly all. It is not safe for concurrent use.
type Texts struct {
	text  map[string]string
	heads map[string][]Column // by figure, those that came first
}

// NewTexts is an empty one.
func NewTexts() *Texts { return &Texts{text: map[string]string{}, heads: map[string][]Column{}} }

// One is a text equal to s, the same one for all that are equal.
func (t *Texts) One(s string) string {
	one, known := t.text[s]
	if !known {
		t.text[s] = s
		return s
	}
	return one
}

// Words is One in both languages.
func (t *Texts) Words(w Words) Words { return Words{t.One(w.JA), t.One(w.EN)} }

// Parts are the parts in as little memory as they need: lists without room to grow, texts that are shared. What was
// given is not to be used any more.
func (t *Texts) Parts(parts []Part) []Part {
	parts = exact(parts)
	for i := range parts {
		t.part(&parts[i])
	}
	return parts
}

func (t *Texts) part(p *Part) {
	p.ID, p.Title, p.Basis = t.One(p.ID), t.Words(p.Title), t.One(p.Basis)
	p.Unit, p.Law, p.Missing = kpi.Unit(t.One(string(p.Unit))), kpi.LawKind(t.One(string(p.Law))),
		Missing(t.One(string(p.Missing)))
	p.Times, p.Beside = exact(p.Times), exact(p.Beside)
	p.Bins.exact()
	if p.Terms != nil {
		p.Terms.Known = exact(p.Terms.Known)
	}
	for i := range p.Beside {
		b := &p.Beside[i]
		b.Key, b.Title, b.Unit = t.One(b.Key), t.Words(b.Title), kpi.Unit(t.One(string(b.Unit)))
	}
	if p.Table != nil {
		t.table(p.ID, p.Table)
	}
}

func (t *Texts) table(figure string, of *Table) {
	of.Key, of.Title, of.Unit = t.One(of.Key), t.Words(of.Title), kpi.Unit(t.One(string(of.Unit)))
	heads, known := t.heads[figure]
	if !known {
		heads = exact(of.Columns)
		t.heads[figure] = heads
	}
	if slices.Equal(heads, of.Columns) && (heads == nil) == (of.Columns == nil) {
		of.Columns = heads
	}
	of.Rows = exact(of.Rows)
	for i := range of.Rows {
		r := &of.Rows[i]
		r.Key, r.Title, r.Values = t.One(r.Key), t.Words(r.Title), exact(r.Values)
		r.Bins.exact()
	}
}

func (b *Bins) exact() {
	if b != nil {
		b.Counts = exact(b.Counts)
	}
}

// exact is the list without room to grow; nil stays nil, and none stays none.
func exact[T any](list []T) []T {
	if cap(list) == len(list) {
		return list
	}
	return append(make([]T, 0, len(list)), list...)
}
