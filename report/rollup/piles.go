package rollup

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
)

// pool is the figures of some municipalities, put together as their parts come; the parts are not kept.
type pool struct {
	n  int                         // municipalities
	by map[string]map[string]*pile // by figure and basis
}

// pile are the parts of one figure and basis.
type pile struct {
	*merge.Pile
	told    int // municipalities that tell something
	follows bool
	who     []*Municipality // they
}

func (p *pool) add(d *kpi.Definition, part *merge.Part, who *Municipality) {
	if p.by == nil {
		p.by = map[string]map[string]*pile{}
	}
	of := p.by[d.ID]
	if of == nil {
		of = map[string]*pile{}
		p.by[d.ID] = of
	}
	at := of[part.Basis]
	if at == nil {
		at = &pile{Pile: merge.NewPile(*d)}
		of[part.Basis] = at
	}
	if part.Told() {
		at.who = append(at.who, who)
	}
	if part.Law != d.Law.Kind {
		return
	}
	at.Add(part)
	at.follows = at.follows || follows(d, part)
	if part.Told() {
		at.told++
	}
}

// common is the basis that most of those have who tell anything, of equals the first by its text, and its pile, nil
// where there is none; and who has another.
func (p *pool) common(id string) (basis string, of *pile, others []result.Place) {
	bases := slices.Sorted(maps.Keys(p.by[id]))
	most := 0
	for _, b := range bases {
		if n := len(p.by[id][b].who); n > most {
			basis, most = b, n
		}
	}
	for _, b := range bases {
		if b != basis {
			for _, m := range p.by[id][b].who {
				others = append(others, place(*m))
			}
		}
	}
	slices.SortStableFunc(others, func(a, b result.Place) int { return cmp.Compare(a.Code, b.Code) })
	return basis, p.by[id][basis], others
}

// figures are those of all together, each over those whose settings are those of most.
func (p *pool) figures(defs []kpi.Definition) ([]kpi.Figure, []result.OtherSettings) {
	figures, others := make([]kpi.Figure, 0, len(defs)), []result.OtherSettings{}
	for _, d := range defs {
		basis, of, other := p.common(d.ID)
		if of == nil {
			of = &pile{Pile: merge.NewPile(d)}
		}
		f := of.Figure()
		f.Disclosure.Follows = of.follows
		if f.Municipalities = of.told; len(other) > 0 {
			others = append(others, result.OtherSettings{Figure: d.ID, Basis: basis, Others: other})
			f.Warnings = append(f.Warnings, lang.Text{
				JA: fmt.Sprintf("設定（%s）が違う %d 自治体は入っていません", basis, len(other)),
				EN: fmt.Sprintf("%d municipalities with other settings than %s are not in it", len(other), basis)})
		}
		if lacking := p.n - len(other) - of.told; lacking > 0 && of.told > 0 {
			f.Warnings = append(f.Warnings, fewer(p.n, of.told))
		}
		figures = append(figures, f)
	}
	return figures, others
}

// fewer says that a figure rests on some of the municipalities only.
func fewer(all, told int) lang.Text {
	return lang.Text{JA: fmt.Sprintf("%d 自治体のうち %d 自治体の値です。ほかはデータがないか、数える対象がありません", all, told),
		EN: fmt.Sprintf("of %d of %d municipalities; the others have no data or nothing to count", told, all)}
}
