package kpi

import (
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/finding"
)

// Bearing says how the rows that are left out for an error bear on a figure's value.
//
// The ways to resolve the errors are these: a row left out is deleted, or it is put right. Put
// right, it keeps the cells that no error finding is about and may hold anything in the others;
// findings that compare cells (an id used twice, an end before its start, work before the start,
// over 24 hours) put every cell of their rows in question, the rows they refer to included. An id
// that no row has may be added as a row. All other rows stay as they are.
type Bearing interface {
	// Bounds returns the lowest and the highest value of f over those ways. f has a value.
	Bounds(w *Window, f *Figure) Bounds
}

// Bounds is the range of a figure under open errors. Low and High hold the value at every way to
// resolve them that leaves the figure a value; they may lie a little outside of what is reached
// where rows of one person or week are counted one by one.
type Bounds struct {
	Low, High float64
	Rows      int          // rows that can change the value; 0: none bears on it, and there is no range
	Reason    finding.Text // why there is no range although rows bear on it; empty otherwise
}

// BearingFunc makes a Bearing of a function.
type BearingFunc func(w *Window, f *Figure) Bounds

// Bounds calls the function.
func (b BearingFunc) Bounds(w *Window, f *Figure) Bounds { return b(w, f) }

// Why a figure under open errors has no range.
var (
	rangeUnknown = finding.Text{
		JA: "誤りを直したときにとりうる範囲は、この指標では計算していません",
		EN: "the range of values once the errors are put right is not computed for this figure",
	}
	rangeOpen = finding.Text{
		JA: "除いた行の値が読めず上限も決められないため、誤りを直したときにとりうる範囲は示せません",
		EN: "no range is given: the rows left out hold values that cannot be read and have no upper bound",
	}
)

// bounded is the range, or the reason when an end of it is not finite.
func bounded(low, high float64, rows int) Bounds {
	b := Bounds{Low: low, High: high, Rows: rows}
	if !finite(low) || !finite(high) {
		b.Reason = rangeOpen
	}
	return b
}

// settle sets what the rows with errors mean for the figure: Open, and Range or RangeReason. Rows
// that cannot change the value are not mentioned.
func (w *Window) settle(d Definition, f *Figure) {
	f.Open = w.leftOut(append(d.Needs[:len(d.Needs):len(d.Needs)], d.Also...))
	if f.Open.Empty() || f.Value == nil {
		return
	}
	if d.Bearing == nil {
		f.RangeReason = rangeUnknown
		return
	}
	switch b := d.Bearing.Bounds(w, f); {
	case b.Rows == 0:
		f.Open = finding.Text{}
	case !b.Reason.Empty():
		f.RangeReason = b.Reason
	default:
		f.Range = &[2]float64{min(b.Low, *f.Value), max(b.High, *f.Value)}
	}
}

// Counted is the bearing on a figure that counts records: Tally.Ratio and Tally.Count. Each
// table's rows do what they are listed for, one row to one record. Adds[0] is the table of the
// records themselves, be they participants or contracts, when it is the table of one of these;
// rows of other tables that name the same record then count as one.
//
//	low = (hits − x) ÷ (n + y),  high = (hits + x) ÷ (n + y)
//
// with x records flipped and y added by the rows that cannot flip one.
type Counted struct {
	Adds     []cohort.Key // may be one more record looked at, whether it counts or not
	Raises   []cohort.Key // may make a record count
	Lowers   []cohort.Key // may make a record count no more
	RestsOn  []cohort.Key // a row in use, if in question, may change many records: there is no range
	InPeriod bool         // only rows dated in [F, T] matter
	Loose    bool         // what counts need not be one of the records of the denominator
}

// Bounds returns the range of the ratio or the count.
func (c Counted) Bounds(w *Window, f *Figure) Bounds {
	s := c.sway(w)
	for _, k := range c.RestsOn {
		if n := w.shaken(k); n > 0 {
			return Bounds{Rows: s.rows + n, Reason: rangeUnknown}
		}
	}
	if s.rows == 0 {
		return Bounds{}
	}
	if f.Denominator == nil {
		low, high := s.count(*f.Value, float64(f.N))
		return bounded(low, high, s.rows)
	}
	hits, n := *f.Numerator, *f.Denominator
	if c.Loose {
		return bounded(max(hits-s.lower, 0)/(n+s.addLow), (hits+s.raise+s.addHigh)/max(n-s.shaken, 0), s.rows)
	}
	low := max(hits-s.lower, 0) / (n + s.addLow)
	top, more := s.reach(hits, n)
	return bounded(low, top/(n+more), s.rows)
}

// Count returns the lowest and the highest number of hits of n records, for figures that divide
// a count by something else.
func (c Counted) Count(w *Window, hits, n float64) (low, high float64, rows int) {
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

func (c Counted) sway(w *Window) sway {
	var s sway
	unit := c.unit()
	for _, t := range cohort.Tables() {
		k := t.Key
		adds, raises, lowers := slices.Contains(c.Adds, k), slices.Contains(c.Raises, k), slices.Contains(c.Lowers, k)
		if !adds && !raises && !lowers {
			continue
		}
		s.take(openUnits(w, k, unit, c.InPeriod), adds, raises, lowers)
	}
	if n := w.shaken(unit); n > 0 {
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
func (c Counted) unit() cohort.Key {
	if len(c.Adds) > 0 && (c.Adds[0] == cohort.ParticipantsKey || c.Adds[0] == cohort.ContractsKey) {
		return c.Adds[0]
	}
	return ""
}
