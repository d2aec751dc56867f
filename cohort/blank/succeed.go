package blank

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/pattern"
	"pilot90/cohort/record"
	"pilot90/cohort/setting"
	"pilot90/cohort/tomlplace"
)

// NextYear is how the settings of one fiscal year become those of another.
type NextYear struct {
	Year     int                // that begins
	Start    *cell.Day          // its first day, where that is not 1 April
	Home     int                // the fiscal year that [targets] is about; 0 where it stays as it is
	Program  map[string]string  // keys of [program] that are given anew
	SameBook bool               // the ledger goes on in its files: [ledger] and [[table]] stay
	History  map[[2]int]History // actuals of past years, by the places of a grant and of its indicator
}

// History is the actuals of an indicator by fiscal year.
type History map[int]float64

// yearly are the keys of a grant that report on one year only.
var yearly = []string{"amount", "external_rating", "external_opinion", "next_step", "next_step_reason", "effect"}

// TOML returns the settings of the next year. Every key of the old ones stays but the period, what a grant reports of
// one year, and where the old files have what. Remarks and the order of lines go along; where the text cannot be
// changed safely they do not, and the head says so. A ledger in new files says from which day on it is whole: of the
// years before it holds no more than what cycles under way need.
func (n NextYear) TOML(old []byte) ([]byte, error) {
	doc := map[string]any{}
	if err := tomlplace.Decode(string(bytes.TrimPrefix(old, []byte("\ufeff"))), &doc); err != nil {
		return nil, err
	}
	doc["period"] = map[string]any{"fiscal_year": n.Year}
	if n.Start != nil {
		doc["period"] = map[string]any{"from": n.Start.String()}
	}
	program := tableIn(doc, "program")
	for key, value := range n.Program {
		program[key] = value
	}
	if n.Home != 0 {
		doc["targets"] = byYear(tableIn(doc, "targets"), n.Home)
	}
	for g, grant := range tablesOf(doc["grant"]) {
		for _, key := range yearly {
			delete(grant, key)
		}
		for k, kpi := range tablesOf(grant["kpi"]) {
			delete(kpi, "actual")
			addHistory(kpi, n.History[[2]int{g, k}])
		}
	}
	if !n.SameBook {
		first, _ := record.FiscalDays(n.Year)
		if n.Start != nil {
			first = *n.Start
		}
		doc["ledger"] = map[string]any{"begins": first.String()}
		delete(doc, "table")
	}
	maps.DeleteFunc(doc, func(_ string, v any) bool { t, is := v.(map[string]any); return is && len(t) == 0 })
	if text, ok := carried(old, doc); ok {
		head := fmt.Appendf(nil, "# %d年度の設定。前の年度の設定から作りました。\n\n", n.Year)
		return append(head, ownHead.ReplaceAll(text, nil)...), nil
	}
	text := encoded(doc)
	if text == nil {
		return nil, errors.New("the settings cannot be written as TOML")
	}
	head := fmt.Appendf(nil, "# %d年度の設定。前の年度の設定から作りました（説明の行は引き継いでいません）。\n\n", n.Year)
	return append(head, text...), nil
}

// ownHead is the line that the program wrote over the settings a year before.
var ownHead = pattern.New(`^# \d+年度の設定。前の年度の設定から作りました[^\n]*\n\s*`)

// tableIn is a table of the document, put in where there is none.
func tableIn(doc map[string]any, key string) map[string]any {
	t, _ := doc[key].(map[string]any)
	if t == nil {
		t = map[string]any{}
		doc[key] = t
	}
	return t
}

// tablesOf are the tables of an array, written in any of the ways that TOML has, or a single one.
func tablesOf(v any) []map[string]any {
	switch v := v.(type) {
	case []map[string]any:
		return v
	case map[string]any:
		return []map[string]any{v}
	case []any:
		var all []map[string]any
		for _, e := range v {
			if t, is := e.(map[string]any); is {
				all = append(all, t)
			}
		}
		return all
	}
	return nil
}

// byYear moves the targets that name no year into the table of the year; a target that is there already stays.
func byYear(targets map[string]any, year int) map[string]any {
	moved, kept := map[string]any{}, map[string]any{}
	for key, v := range targets {
		t, isTable := v.(map[string]any)
		switch y, isYear := setting.ReadFiscalYear(key); {
		case isTable && isYear && y == year:
			maps.Copy(moved, t)
		case isTable && isYear:
			kept[key] = v
		case moved[key] == nil:
			moved[key] = v
		}
	}
	if len(moved) > 0 {
		kept[strconv.Itoa(year)] = moved
	}
	return kept
}

// addHistory puts actuals of past years into an indicator; what it says of the same years gives way.
func addHistory(kpi map[string]any, of History) {
	if len(of) == 0 {
		return
	}
	history := tableIn(kpi, "history")
	maps.DeleteFunc(history, func(key string, _ any) bool {
		year, is := setting.ReadFiscalYear(key)
		_, known := of[year]
		return is && known
	})
	for year, value := range of {
		history[strconv.Itoa(year)] = value
		if whole := int64(value); float64(whole) == value {
			history[strconv.Itoa(year)] = whole // 6000000 and not 6e+06
		}
	}
}
