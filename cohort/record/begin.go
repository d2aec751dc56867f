package record

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// StartCohorts gives the participants whose start is blank the first day of their cohort; starts is by lang.Key of the
// cohort's name. It returns those that were given one, in reading order.
func (all *Tables) StartCohorts(starts map[string]cell.Day) []*Participant {
	var given []*Participant
	for _, p := range all.Participants.Every() {
		day, known := starts[lang.Key(p.Cohort.Value)]
		if !known || !p.Cohort.Known || !Blank(p.StartDate) {
			continue
		}
		p.StartDate.Value, p.StartDate.Known = day, true
		if !p.RegisteredDate.Known && p.RegisteredDate.Text == "" {
			p.RegisteredDate = Field[cell.Day]{Value: day, Known: true}
		}
		given = append(given, p)
	}
	return given
}

// SupposeStarts lets each contract whose start is blank begin with its first work up to its end, or its first
// invoice, whichever is earlier; see StartSupposed. It may have begun before that.
func (all *Tables) SupposeStarts() {
	first := map[*Contract]cell.Day{}
	take := func(k *Contract, day cell.Day) {
		if k == nil || k.EndDate.Known && day > k.EndDate.Value {
			return
		}
		if before, seen := first[k]; !seen || day < before {
			first[k] = day
		}
	}
	for _, t := range all.Tasks.Rows {
		if t.Date.Known {
			take(t.Contract, t.Date.Value)
		}
	}
	for _, v := range all.Invoices.Rows {
		switch month, known := v.Covers(); {
		case v.Date.Known && v.Date.Value.FirstOfMonth() == month:
			take(v.Contract, v.Date.Value)
		case known:
			take(v.Contract, month)
		}
	}
	for _, k := range all.Contracts.Every() {
		if day, known := first[k]; known && Blank(k.StartDate) {
			k.StartDate.Value, k.StartDate.Known = day, true
		}
	}
}

// StartSupposed reports a contract that is taken to begin with its first work or invoice.
func (k *Contract) StartSupposed() bool { return k.StartDate.Known && k.StartDate.Text == "" }

// Filled counts the cells of a record in which something stands.
func Filled(r Record) int {
	n := 0
	for _, f := range fields(r) {
		if f.column() > 0 && !f.blank() {
			n++
		}
	}
	return n
}
