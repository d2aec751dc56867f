package block

import (
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// band is one band of monthly income, or several in one, with its participant-months or persons.
type band struct {
	keys  []string
	title lang.Text
	count float64
}

// bandParts takes the bands out of the parts of monthly income; persons reports that they count those.
func bandParts(f *kpi.Figure) (bands []band, persons bool) {
	for _, g := range groupsOf(f, "bands") {
		for _, p := range g.Parts {
			if n, ok := p.Value.(float64); ok {
				bands, persons = append(bands, band{strings.Split(g.Key, "+"), g.Title, n}), p.Key == "persons"
			}
		}
	}
	return bands, persons
}

// lowBands are the bands of pay of 5,000 yen or less.
var lowBands = []string{"zero", "to_5000"}

// lowIncome is the share of participant-months, or of persons, with pay of 5,000 yen or less; nothing where the bands
// do not tell it.
func (e *Env) lowIncome() string {
	low, all, whole := e.lowIncomes()
	if !whole || all == 0 {
		return ""
	}
	return content.Percent(low / all)
}

// lowIncomes counts those in the low bands and all; whole is false where a band holds both.
func (e *Env) lowIncomes() (low, all float64, whole bool) {
	f := e.on(kpi.TopicMonthlyIncome)
	if f == nil {
		return 0, 0, false
	}
	bands, _ := bandParts(f)
	for _, b := range bands {
		all += b.count
		in := 0
		for _, key := range b.keys {
			if slices.Contains(lowBands, key) {
				in++
			}
		}
		switch {
		case in == len(b.keys):
			low += b.count
		case in > 0:
			return 0, 0, false
		}
	}
	return low, all, true
}
