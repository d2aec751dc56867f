package settings

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/tomledit"
	"pilot90/report"
)

// CohortStart is a cohort as the sheet of participants has it.
type CohortStart struct {
	Name          string // "" where there is no column of cohorts
	Day           string // the first start that is typed there; "" = none
	People, Blank int    // participants, and those of them whose start is blank
	Place         finding.Place
}

// Cohort is one of them with the first day that pilot.toml gives to those whose start is blank.
type Cohort struct {
	CohortStart
	Start *Field // nil where the cohort has no name
}

// cohortStarts are the cohorts of a run in the order of their first days; those without one last.
func cohortStarts(run report.Run) []CohortStart {
	var list []CohortStart
	first := map[string]cell.Day{}
	for _, p := range run.Cohort.Participants.Every() {
		name := p.Cohort.Value
		i := slices.IndexFunc(list, func(x CohortStart) bool { return x.Name == name })
		if i < 0 {
			i, list = len(list), append(list, CohortStart{Name: name})
		}
		list[i].People++
		if !p.StartDate.Known || p.StartDate.Text == "" {
			list[i].Blank++ // no cell gives it
			continue
		}
		if day, ok := first[name]; !ok || p.StartDate.Value < day {
			first[name], list[i].Place = p.StartDate.Value, p.Cell(p.StartDate.Col)
		}
	}
	slices.SortStableFunc(list, func(a, b CohortStart) int {
		x, okX := first[a.Name]
		y, okY := first[b.Name]
		if okX != okY {
			return map[bool]int{true: -1, false: 1}[okX]
		}
		return int(x - y)
	})
	for i := range list {
		if day, ok := first[list[i].Name]; ok {
			list[i].Day = day.EraString(run.Lang)
		}
	}
	return list
}

// cohorts are the cohorts of the ledger, and those that only pilot.toml names.
func (f *Page) cohorts() {
	written := sortedKeys(f.doc.table("cohort"))
	taken := map[string]bool{}
	for _, c := range f.facts.Cohorts {
		if c.Name == "" {
			f.Cohorts = append(f.Cohorts, Cohort{CohortStart: c})
			continue
		}
		key := c.Name
		for _, name := range written {
			if lang.Key(name) == lang.Key(key) && !taken[name] {
				key = name
			}
		}
		taken[key] = true
		f.Cohorts = append(f.Cohorts, Cohort{c, f.cohort(key)})
	}
	for _, name := range written {
		if !taken[name] {
			f.Cohorts = append(f.Cohorts, Cohort{CohortStart{Name: name}, f.cohort(name)})
		}
	}
}

func (f *Page) cohort(key string) *Field {
	return f.field(Day, lang.Say(key+"の1日目", "Day 1 of "+key), "cohort", key, "start")
}

// changeCohorts are the changes of first days; a cohort that pilot.toml does not name gets a table.
func (f *Page) changeCohorts() []Change {
	var out []Change
	for _, c := range f.Cohorts {
		if c.Start == nil || !c.Start.Changed() {
			continue
		}
		changes := f.plain(c.Start)
		if len(changes) == 1 && f.doc.at(c.Start.Path[:2]...) == nil {
			changes[0].Edits = slices.Insert(changes[0].Edits, 0, tomledit.Edit{Path: c.Start.Path[:2], Value: tomledit.Table{}})
		}
		out = append(out, changes...)
	}
	return out
}
