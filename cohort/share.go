package cohort

import (
	"cmp"
	"maps"
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

// ShareBy says among whom findings are divided.
type ShareBy string

// Findings about a participant go to the participant's cohort, or to the staff who accompany
// the participant according to the support record.
const (
	ByCohort ShareBy = "cohort"
	ByStaff  ShareBy = "staff"
)

// Share is the findings that one cohort or one member of staff can correct.
type Share struct {
	Name     string // "第1期", "佐藤"; empty for what belongs to nobody, such as contracts and files
	Findings []finding.Finding
}

// Shares divides the findings of the cohort; the nameless share comes last. A finding is in the
// share of everyone it concerns, so every finding is in at least one. Shares without a finding
// are left out.
func (c *Ledger) Shares(by ShareBy) []Share {
	owners := c.owners(by)
	byName := map[string][]finding.Finding{}
	for _, f := range finding.Unfold(c.Findings) {
		row, _ := f.Rows()
		names := owners[record.RowKey{File: f.File, Sheet: f.Sheet, Number: row}]
		if len(names) == 0 {
			names = []string{""}
		}
		for _, name := range names {
			byName[name] = append(byName[name], f)
		}
	}
	var shares []Share
	for _, name := range slices.SortedFunc(maps.Keys(byName), namelessLast) {
		shares = append(shares, Share{Name: name, Findings: finding.Fold(byName[name])})
	}
	return shares
}

func namelessLast(a, b string) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// owners names, for each row about a participant, whose it is.
func (c *Ledger) owners(by ShareBy) map[record.RowKey][]string {
	staff := map[*record.Participant][]string{}
	for _, s := range c.Support.Every() {
		if s.Participant != nil && s.Staff.Known && !slices.Contains(staff[s.Participant], s.Staff.Value) {
			staff[s.Participant] = append(staff[s.Participant], s.Staff.Value)
		}
	}
	of := func(p *record.Participant) []string {
		switch {
		case p == nil:
			return nil
		case by == ByStaff:
			return staff[p]
		}
		return []string{p.Cohort.Value}
	}
	owners := map[record.RowKey][]string{}
	for _, p := range c.Participants.Every() {
		owners[p.Key().Whole()] = of(p)
	}
	for _, t := range c.Tasks.Every() { // a row of a matrix may be several people's
		for _, name := range of(t.Participant) {
			if !slices.Contains(owners[t.Key().Whole()], name) {
				owners[t.Key().Whole()] = append(owners[t.Key().Whole()], name)
			}
		}
	}
	for _, t := range c.Trainings.Every() {
		owners[t.Key().Whole()] = of(t.Participant)
	}
	for _, s := range c.Support.Every() {
		owners[s.Key().Whole()] = of(s.Participant)
		if by == ByStaff && s.Staff.Known {
			owners[s.Key().Whole()] = []string{s.Staff.Value}
		}
	}
	return owners
}
