package disclose

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"pilot90/cohort/cell"
	"pilot90/kpi/result"
)

// Published is what an earlier edition has told about groups of persons: the printed cells by name.
type Published struct {
	AsOf   cell.Day
	Counts map[string]int
}

// ReadPublished reads the printed cells from the JSON form of a published edition. The error says
// that it is not that form, or that it was not made under a profile with Compare.
func ReadPublished(in io.Reader) (Published, error) {
	var form struct {
		Schema     string `json:"schema"`
		AsOf       string `json:"as_of"`
		Disclosure *struct {
			Counts map[string]int `json:"counts"`
		} `json:"disclosure"`
	}
	if err := json.NewDecoder(in).Decode(&form); err != nil {
		return Published{}, fmt.Errorf("earlier edition: %w", err)
	}
	if form.Schema != result.Schema || form.Disclosure == nil || form.Disclosure.Counts == nil {
		return Published{}, fmt.Errorf("earlier edition: not a published edition of %s", result.Schema)
	}
	day, err := time.Parse(time.DateOnly, form.AsOf)
	if err != nil {
		return Published{}, fmt.Errorf("earlier edition: %w", err)
	}
	return Published{AsOf: cell.NewDay(day.Date()), Counts: form.Disclosure.Counts}, nil
}
