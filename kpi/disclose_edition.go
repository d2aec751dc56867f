package kpi

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"pilot90/cohort/cell"
)

// Edition is what an earlier edition has told about groups of persons: the printed cells by name.
type Edition struct {
	AsOf   cell.Day
	Counts map[string]int
}

// ReadEdition reads the printed cells from the JSON form of a published edition. The error says
// that it is not that form, or that it was not made under a profile with Compare.
func ReadEdition(in io.Reader) (Edition, error) {
	var form struct {
		Schema     string `json:"schema"`
		AsOf       string `json:"as_of"`
		Disclosure *struct {
			Counts map[string]int `json:"counts"`
		} `json:"disclosure"`
	}
	if err := json.NewDecoder(in).Decode(&form); err != nil {
		return Edition{}, fmt.Errorf("earlier edition: %w", err)
	}
	if form.Schema != Schema || form.Disclosure == nil || form.Disclosure.Counts == nil {
		return Edition{}, fmt.Errorf("earlier edition: not a published edition of %s", Schema)
	}
	day, err := time.Parse(time.DateOnly, form.AsOf)
	if err != nil {
		return Edition{}, fmt.Errorf("earlier edition: %w", err)
	}
	return Edition{AsOf: cell.NewDay(day.Date()), Counts: form.Disclosure.Counts}, nil
}
