package record

import (
	"slices"

	"pilot90/cohort/cell"
)

// openTerms are the terms of a series that a later one may go on from: those that began before it, by the day they
// end. A term is looked for among the days near its start, not among all terms: a series may have tens of thousands.
type openTerms struct {
	series []*Contract // by start
	begun  int         // how many of the series are among the open ones or were
	ends   []cell.Day  // of all of the series, each once, upwards
	on     [][]*Contract
}

func newOpenTerms(series []*Contract) *openTerms {
	o := &openTerms{series: series}
	for _, k := range series {
		if k.closed() {
			o.ends = append(o.ends, k.EndDate.Value)
		}
	}
	slices.Sort(o.ends)
	o.ends = slices.Compact(o.ends)
	o.on = make([][]*Contract, len(o.ends))
	return o
}

// closed reports a term that ends, and not before it begins.
func (k *Contract) closed() bool { return k.EndDate.Known && k.EndDate.Value >= k.StartDate.Value }

// before takes the open term that k goes on from: the one that ends last, and of those that end on one day the last
// of the series; nil where there is none. It is to be asked in the order of the series.
//
// A term that shares more than one day with k is a slip, and one that ends when k does, or later, stands beside it.
func (o *openTerms) before(k *Contract, gap int) *Contract {
	for o.begun < len(o.series) && o.series[o.begun].StartDate.Value < k.StartDate.Value {
		if begun := o.series[o.begun]; begun.closed() {
			at, _ := slices.BinarySearch(o.ends, begun.EndDate.Value)
			o.on[at] = append(o.on[at], begun)
		}
		o.begun++
	}
	from, to := k.StartDate.Value-cell.Day(gap)-1, k.StartDate.Value+cell.Day(gap)
	if k.EndDate.Known {
		to = min(to, k.EndDate.Value-1)
	}
	at, _ := slices.BinarySearch(o.ends, max(to, k.StartDate.Value)+1)
	for at--; at >= 0 && o.ends[at] >= from; at-- {
		if last := len(o.on[at]) - 1; last >= 0 {
			found := o.on[at][last]
			o.on[at] = o.on[at][:last]
			return found
		}
	}
	return nil
}

// RenewalFault is what is wrong with the row that a term names as the one it renews.
type RenewalFault int

// A sound one began no later, and does not lead back to the term itself.
const (
	RenewalSound RenewalFault = iota
	RenewalOfItself
	RenewalOfLater
)

// RenewalFaults returns what tells the fault of each of the rows; a term without one it renews is sound.
func RenewalFaults(rows []*Contract) func(k *Contract) RenewalFault {
	ring := rings(rows)
	return func(k *Contract) RenewalFault {
		switch before := k.Renewed; {
		case ring[k]:
			return RenewalOfItself
		case before != nil && before.StartDate.Known && k.StartDate.Known && before.StartDate.Value > k.StartDate.Value:
			return RenewalOfLater
		}
		return RenewalSound
	}
}

// rings are the rows that lead back to themselves. Each row is walked from once: a walk ends where an earlier one was.
func rings(rows []*Contract) map[*Contract]bool {
	ring, walk := map[*Contract]bool{}, map[*Contract]int{}
	for i, k := range rows {
		at := k
		for at != nil && walk[at] == 0 {
			walk[at] = i + 1
			at = at.Renewed
		}
		if at == nil || walk[at] != i+1 {
			continue
		}
		for !ring[at] {
			ring[at] = true
			at = at.Renewed
		}
	}
	return ring
}
