package facts

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/templates"
)

// Wage is a regional minimum wage from the day it takes effect.
type Wage struct {
	From   cell.Day
	Yen    float64 // an hour
	Agreed bool    // several records agree on it; false: one record only
}

// Wages are the minimum wages of one prefecture, by day.
type Wages []Wage

// WagesOf returns the wages of a prefecture, named with or without 都, 府 or 県, from the table
// that is built into the program, with those of own added: of the same day, the own one holds.
// false when neither knows the name.
func WagesOf(prefecture string, own []setting.Wage) (Wages, bool) {
	wages := slices.Clone(wageTable()[fullName(prefecture)])
	for _, o := range own {
		if fullName(o.Prefecture) != fullName(prefecture) {
			continue
		}
		wages = slices.DeleteFunc(wages, func(w Wage) bool { return w.From == o.From })
		wages = append(wages, Wage{From: o.From, Yen: o.Yen, Agreed: true})
	}
	slices.SortFunc(wages, func(a, b Wage) int { return int(a.From - b.From) })
	return wages, len(wages) > 0
}

// fullName is the name of a prefecture as the table has it; another name stays as it is.
func fullName(prefecture string) string {
	name := strings.TrimSpace(prefecture)
	for _, end := range []string{"", "都", "道", "府", "県"} {
		if _, ok := wageTable()[name+end]; ok {
			return name + end
		}
	}
	return name
}

// On returns the wage in force on the day; false before the first one of the table.
func (w Wages) On(day cell.Day) (Wage, bool) {
	at, exact := slices.BinarySearchFunc(w, day, func(a Wage, d cell.Day) int { return int(a.From - d) })
	if exact {
		return w[at], true
	}
	if at == 0 {
		return Wage{}, false
	}
	return w[at-1], true
}

// Stale reports whether the day lies more than a year after the newest wage took effect, so that
// a revision must be missing.
func (w Wages) Stale(day cell.Day) bool {
	return len(w) > 0 && day > YearsAfter(w[len(w)-1].From, 1)
}

var wageTable = sync.OnceValue(func() map[string]Wages {
	table, err := parseWages(templates.Wages())
	if err != nil {
		panic(err) // the table is part of the program, and a test reads it
	}
	return table
})

func parseWages(data []byte) (map[string]Wages, error) {
	r := csv.NewReader(bytes.NewReader(data))
	r.Comment, r.FieldsPerRecord = '#', 4
	lines, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("wage table: %w", err)
	}
	table := map[string]Wages{}
	for _, line := range lines[min(1, len(lines)):] {
		from, err := time.Parse(time.DateOnly, line[1])
		if err != nil {
			return nil, fmt.Errorf("wage table: %w", err)
		}
		yen, err := strconv.ParseFloat(line[2], 64)
		if err != nil {
			return nil, fmt.Errorf("wage table: %w", err)
		}
		wage := Wage{From: cell.NewDay(from.Date()), Yen: yen, Agreed: line[3] == "agreed"}
		table[line[0]] = append(table[line[0]], wage)
	}
	for _, w := range table {
		slices.SortFunc(w, func(a, b Wage) int { return int(a.From - b.From) })
	}
	return table, nil
}
