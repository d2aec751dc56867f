package copies

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/kpi"
)

// What check --by splits the marked copies by.
const (
	ByCohort = "cohort" // the cohort of the participant whose row it is
	ByStaff  = "staff"  // the member of staff of a support record
)

var (
	common   = lang.Text{JA: "共通", EN: "common"}
	noCohort = lang.Text{JA: "コホート未記入", EN: "no cohort"}
	noStaff  = lang.Text{JA: "担当未記入", EN: "no staff"}
)

// ownersBy finds the owner of every row, those with an error included.
func ownersBy(c *cohort.Ledger, by string, lang lang.Lang) cohort.Owners {
	o := cohort.Owners{}
	if by == ByStaff {
		for r := range everyRow(&c.Support) {
			o.Add(r.Row, cmp.Or(r.Staff.Value, noStaff.In(lang)))
		}
		return o
	}
	cohortOf, names := map[string]string{}, kpi.CohortNames(c)
	for p := range everyRow(&c.Participants) {
		name := cmp.Or(names[kpi.CohortKey(p)], noCohort.In(lang))
		cohortOf[p.ID.Value] = name
		o.Add(p.Row, name)
	}
	for r := range everyRow(&c.Trainings) {
		o.Add(r.Row, cohortOf[r.ParticipantID.Value])
	}
	for r := range everyRow(&c.Tasks) {
		o.Add(r.Row, cohortOf[r.ParticipantID.Value])
	}
	for r := range everyRow(&c.Support) {
		o.Add(r.Row, cohortOf[r.ParticipantID.Value])
	}
	return o
}

func everyRow[T any](t *record.Table[T]) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for _, rows := range [][]*T{t.Rows, t.Excluded} {
			for _, r := range rows {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// share is the findings that go to one place.
type share struct {
	name     string // "" when the findings are not split
	findings []finding.Finding
}

// split deals the findings out by cohort or staff, in the order of the names, what is common to
// all last. Without by it is one share of everything.
func split(c *cohort.Ledger, by string, lang lang.Lang) []share {
	if by == "" {
		return []share{{findings: c.Findings}}
	}
	o := ownersBy(c, by, lang)
	dealt := map[string][]finding.Finding{}
	for _, f := range finding.Unfold(c.Findings) {
		owner := o.Of(f)
		dealt[owner] = append(dealt[owner], f)
	}
	names := slices.Sorted(maps.Keys(dealt))
	if len(names) > 0 && names[0] == "" {
		names = append(names[1:], "")
	}
	var shares []share
	for _, name := range names {
		shares = append(shares, share{cmp.Or(name, common.In(lang)), finding.Fold(dealt[name])})
	}
	return shares
}
