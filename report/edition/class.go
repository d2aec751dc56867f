package edition

import (
	"cmp"
	"slices"

	"pilot90/report/bridge"
)

// Class is what became of an edition.
type Class string

// The classes in the order in which they are counted. Corrected stands for every change of the ledger but late
// entries: cells corrected, rows removed or renamed, findings, settings, and causes that cannot be told.
const (
	Intact      Class = "intact"
	LateOnly    Class = "late_entries_only"
	Corrected   Class = "corrected"
	Redefined   Class = "other_definitions"
	Altered     Class = "files_altered"
	Uncheckable Class = "cannot_be_checked"
)

// Classes are all of them.
var Classes = []Class{Intact, LateOnly, Corrected, Redefined, Altered, Uncheckable}

// Class sorts the verdict.
func (v *Verdict) Class() Class {
	switch {
	case v.Unreadable():
		return Uncheckable
	case len(v.Outputs) > 0:
		return Altered
	case v.Agrees():
		return Intact
	case len(v.Figures) == 0:
		return Uncheckable // a file of another edition is missing
	case v.due(func(c bridge.Cause) bool { return c == bridge.Late || c == bridge.Filled }):
		return LateOnly
	case v.due(func(c bridge.Cause) bool {
		return c == bridge.Late || c == bridge.Filled || c == bridge.Definition
	}):
		return Redefined
	}
	return Corrected
}

// due reports that every cause of every difference is such.
func (v *Verdict) due(such func(bridge.Cause) bool) bool {
	return !slices.ContainsFunc(v.Figures, func(d Difference) bool {
		return len(d.Causes) == 0 || slices.ContainsFunc(d.Causes, func(c bridge.Cause) bool { return !such(c) })
	})
}

// Counts are how many verdicts each class has.
func Counts(all []*Verdict) map[Class]int {
	counts := map[Class]int{}
	for _, c := range Classes {
		counts[c] = 0
	}
	for _, v := range all {
		counts[v.Class()]++
	}
	return counts
}

// NewestFirst returns the verdicts by as-of date, the last first; those without a manifest stand before them.
func NewestFirst(all []*Verdict) []*Verdict {
	asOf := func(v *Verdict) string {
		if v.Manifest == nil {
			return "9"
		}
		return v.Manifest.Recompute.AsOf
	}
	return slices.SortedStableFunc(slices.Values(all), func(a, b *Verdict) int { return cmp.Compare(asOf(b), asOf(a)) })
}

// Alarms are the figures that left the hub in one of the editions and are others today.
func Alarms(all []*Verdict) []bridge.Alarm {
	var alarms []bridge.Alarm
	for _, v := range NewestFirst(all) {
		for _, d := range v.Figures {
			if !v.Alarm() || !d.Restates() {
				continue
			}
			a := bridge.Alarm{Edition: v.Name, ID: d.ID, Title: d.Title, Field: d.Field, Old: d.Sealed, New: d.Now,
				Causes: d.Causes, Rows: []string{}}
			for _, row := range d.Rows {
				a.Rows = append(a.Rows, v.Rows[row])
			}
			alarms = append(alarms, a)
		}
	}
	return alarms
}

// JSON is the form of verdicts that a machine reads, newest first.
func JSON(all []*Verdict) any {
	type one struct {
		*Verdict
		Agrees bool  `json:"agrees"`
		Class  Class `json:"class"`
		Alarm  bool  `json:"alarm"`
	}
	form := struct {
		Schema   string        `json:"schema"`
		Alarm    bool          `json:"alarm"` // a figure that left the hub is another today
		Counts   map[Class]int `json:"counts"`
		Editions []one         `json:"editions"`
	}{Schema: "pilot90/verify/1", Counts: Counts(all)}
	for _, v := range NewestFirst(all) {
		form.Alarm = form.Alarm || v.Alarm()
		form.Editions = append(form.Editions, one{v, v.Agrees(), v.Class(), v.Alarm()})
	}
	return form
}
