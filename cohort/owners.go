package cohort

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

// rowAt is one row of a ledger.
type rowAt struct {
	file, sheet string
	number      int
}

// Owners tells whose a row is, by any name; rows of nobody's own are absent.
type Owners map[rowAt]string

// Add says whose a row is; "" is nobody.
func (o Owners) Add(r record.Row, name string) {
	if name != "" {
		o[rowAt{r.Source.File, r.Source.Sheet, r.Number}] = name
	}
}

// Of is the owner of a finding: of all its rows, "" where they are of several or of nobody.
func (o Owners) Of(f finding.Finding) string {
	first, last := f.Rows()
	owner := o[rowAt{f.File, f.Sheet, first}]
	for number := first + 1; number <= last && owner != ""; number++ {
		if o[rowAt{f.File, f.Sheet, number}] != owner {
			return ""
		}
	}
	return owner
}
