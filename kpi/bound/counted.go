package bound

import (
	"slices"

	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// Counted is the bearing on a figure that counts records: kpi.Tally.Ratio and kpi.Tally.Count. Each
// table's rows do what they are listed for, one row to one record. Adds[0] is the table of the
// records themselves, be they participants or contracts, when it is the table of one of these;
// rows of other tables that name the same record then count as one.
//
//	low = (hits − x) ÷ (n + y),  high = (hits + x) ÷ (n + y)
//
// with x records flipped and y added by the rows that cannot flip one.
type Counted struct {
	Adds     []schema.Key // may be one more record looked at, whether it counts or not
	Raises   []schema.Key // may make a record count
	Lowers   []schema.Key // may make a record count no more
	RestsOn  []schema.Key // a row in use, if in question, may change many records: there is no range
	InPeriod bool         // only rows dated in [F, T] matter
}

// Bounds returns the range of the ratio or the count.
func (c Counted) Bounds(w *kpi.Window, f *kpi.Figure) kpi.Bounds {
	s := c.sway(w)
	for _, k := range c.RestsOn {
		if n := w.Questioned(k); n > 0 {
			return kpi.Bounds{Rows: s.rows + n, Reason: kpi.NoRange}
		}
	}
	if s.rows == 0 {
		return kpi.Bounds{}
	}
	if f.Denominator == nil {
		low, high := s.count(*f.Value, float64(f.N))
		return bounded(low, high, s.rows)
	}
	hits, n := *f.Numerator, *f.Denominator
	low := max(hits-s.lower, 0) / (n + s.addLow)
	top, more := s.reach(hits, n)
	return bounded(low, top/(n+more), s.rows)
}

// Count returns the lowest and the highest number of hits of n records, for figures that divide
// a count by something else.
func (c Counted) Count(w *kpi.Window, hits, n float64) (low, high float64, rows int) {
	s := c.sway(w)
	low, high = s.count(hits, n)
	return low, high, s.rows
}

// sway is how far the rows with errors can move a count.
type sway struct {
	rows            int
	lower, raise    float64 // records that can be flipped each way
	addLow, addHigh float64 // records that can be added by rows that cannot flip that way
	either          float64 // of raise, by rows that could add a record instead
	shaken          float64 // records in use that an error puts in question
}

func (s sway) count(hits, n float64) (low, high float64) {
	high, _ = s.reach(hits, n)
	return max(hits-s.lower, 0), high
}

// reach returns the most hits, and how many records are added for it.
func (s sway) reach(hits, n float64) (most, added float64) {
	flipped := min(s.raise, max(n-hits, 0))
	added = s.addHigh + min(s.raise-flipped, s.either)
	return hits + flipped + added, added
}

func (c Counted) sway(w *kpi.Window) sway {
	var s sway
	unit := c.unit()
	for _, t := range schema.Tables() {
		k := t.Key
		adds, raises, lowers := slices.Contains(c.Adds, k), slices.Contains(c.Raises, k), slices.Contains(c.Lowers, k)
		if !adds && !raises && !lowers {
			continue
		}
		s.take(openUnits(w, k, unit, c.InPeriod), adds, raises, lowers)
	}
	if n := w.Questioned(unit); n > 0 {
		s.take(n, true, true, true)
		s.shaken = float64(n)
	}
	return s
}

func (s *sway) take(rows int, adds, raises, lowers bool) {
	k := float64(rows)
	s.rows += rows
	if lowers {
		s.lower += k
	} else if adds {
		s.addLow += k
	}
	if raises {
		s.raise += k
		if adds {
			s.either += k
		}
	} else if adds {
		s.addHigh += k
	}
}

// unit is the table of the records counted, when rows of other tables name them by id.
func (c Counted) unit() schema.Key {
	if len(c.Adds) > 0 && (c.Adds[0] == schema.Participants || c.Adds[0] == schema.Contracts) {
		return c.Adds[0]
	}
	return ""
}
