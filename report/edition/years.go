package edition

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"pilot90/cohort/cell"
	"pilot90/kpi/grant"
	"pilot90/kpi/result"
)

// openFirst are the kinds of editions in the order in which they show most.
var openFirst = []string{"hub", "overview", "grant", "council", "public"}

// WholeYears returns what sealed editions say of whole fiscal years that were over before the day: of each year the
// last edition of each kind whose period is that year and which was made when it was over, those that show most first.
// The error says that the figures of one of them cannot be read.
func WholeYears(all []*Sealed, before cell.Day) ([]grant.Sealed, error) {
	type key struct{ year, rank int }
	last := map[key]*Sealed{}
	for _, s := range all { // in order of as-of date and revision
		if s.Err != nil {
			continue
		}
		rank := slices.Index(openFirst, s.Manifest.Edition)
		year, whole := wholeYear(s.Manifest.Recompute)
		if whole && rank >= 0 && cell.NewDay(year+1, time.March, 31) < before {
			last[key{year, rank}] = s
		}
	}
	var out []grant.Sealed
	for _, k := range slices.SortedFunc(maps.Keys(last), func(a, b key) int {
		return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.rank, b.rank))
	}) {
		values, err := last[k].values()
		if err != nil {
			return nil, err
		}
		out = append(out, grant.Sealed{FiscalYear: k.year, Edition: last[k].Name, Values: values})
	}
	return out, nil
}

// wholeYear returns the fiscal year that the period of an edition is, if it is one and was over by its as-of date.
func wholeYear(r Recompute) (year int, whole bool) {
	from, err := time.Parse(time.DateOnly, r.From)
	if err != nil || from.Month() != time.April || from.Day() != 1 {
		return 0, false
	}
	end := cell.NewDay(from.Year()+1, time.March, 31).String()
	if r.To != end || r.AsOf < end {
		return 0, false
	}
	return from.Year(), true
}

// values are the figures that the edition shows, unrounded.
func (s *Sealed) values() (map[string]float64, error) {
	data, _, err := s.output(FiguresFile)
	if err != nil {
		return nil, err
	}
	p, err := result.ReadPrinted(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.Dir, err)
	}
	values := map[string]float64{}
	for _, f := range p.Figures {
		if f.Value != nil {
			values[f.ID] = *f.Value
		}
	}
	return values, nil
}
