package finding

import "pilot90/cohort/lang"

// mostKept is how many findings of one kind in one column of a sheet are kept one by one, mostInAll how many of all:
// a person mends a column of faults at once, and a ledger may have a fault in every cell.
const (
	mostKept  = 5_000
	mostInAll = 100_000
)

// Span is rows of a sheet, 1-based, both among them.
type Span struct{ From, To int32 }

// Kept collects findings and bounds their number. What is beyond mostKept in a column, and after mostInAll what is
// beyond the first there, is counted in one finding, which knows the rows. The zero value is ready.
type Kept struct {
	list  []Finding
	count map[column]int
	rest  map[column]int // the place in list of what is counted
}

// List is what was kept, in its order.
func (k *Kept) List() []Finding { return k.list }

// Add keeps a finding, or counts it.
func (k *Kept) Add(f Finding) {
	a := f.area()
	if a == (area{}) || len(f.Parts) > 0 {
		k.list = append(k.list, f)
		return
	}
	if k.count == nil {
		k.count, k.rest = map[column]int{}, map[column]int{}
	}
	key := column{f.Code, f.Severity, f.File, f.Sheet, a.fromCol, a.toCol}
	if at, ok := k.rest[key]; ok {
		k.list[at].join(f, a)
		return
	}
	n := k.count[key]
	if f.Rest == nil && n < mostKept && (len(k.list) < mostInAll || n == 0) {
		k.count[key]++
		k.list = append(k.list, f)
		return
	}
	k.rest[key] = len(k.list)
	if f.Rest != nil { // counted before
		k.list = append(k.list, f)
		return
	}
	rest := f
	rest.Rest, rest.Count, rest.Related, rest.Shared, rest.Cause, rest.Single = nil, 0, nil, nil, Place{}, true
	rest.Message = lang.Text{
		JA: f.Message.JA + "（この列には同じ種類のところが多いため、ここからは1か所ずつ示していません）",
		EN: f.Message.EN + " (this column has many of the kind: from here on they are not listed one by one)",
	}
	rest.join(f, a)
	k.list = append(k.list, rest)
}

// Places are the cells that a finding is about: its own place, or all that Kept has counted in it.
func (f Finding) Places() []Place {
	if f.Rest == nil {
		return []Place{f.Place}
	}
	places := make([]Place, len(f.Rest))
	a := f.area()
	for i, s := range f.Rest {
		places[i] = Place{f.File, f.Sheet, area{int(s.From), a.fromCol, int(s.To), a.toCol}.name()}
	}
	return places
}

// join counts a finding of the same column in one that counts.
func (f *Finding) join(more Finding, a area) {
	f.Count += more.Cells()
	spans := more.Rest
	if spans == nil {
		spans = []Span{{int32(a.fromRow), int32(a.toRow)}}
	}
	for _, s := range spans {
		if last := len(f.Rest) - 1; last >= 0 && f.Rest[last].To+1 == s.From {
			f.Rest[last].To = s.To
		} else {
			f.Rest = append(f.Rest, s)
		}
	}
}
