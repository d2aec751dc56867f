package xlsx

import (
	"math"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/pattern"
	"pilot90/kpi"
)

// share is what one row adds to the numerator (of a figure without one: to the value) and to
// the denominator; nil adds nothing.
type share struct{ above, below *float64 }

// contributions says what each row of a figure adds, as far as the rows tell: a row that counts
// says so in its note, an amount stands in the note or in a cell. A reading is kept only where
// it adds up to the engine's own number, so a wrong one cannot come out; where none does, both
// stay nil and the workbook holds the number itself.
func contributions(f *kpi.Figure, rows []kpi.RowUse) []share {
	shares := make([]share, len(rows))
	above, below := f.Numerator, f.Denominator
	if above == nil && below == nil {
		above = f.Value
	}
	if f.Value == nil || f.Unit == kpi.Date {
		return shares
	}
	var both, denominator []reading
	if roles := roleReading(rows); roles != nil {
		both, denominator = append(both, roles.above), append(denominator, roles.below, roles.above)
	}
	if f.Unit != kpi.Count {
		amounts := append(noteReadings(rows), cellReadings(rows)...)
		both, denominator = append(both, amounts...), append(denominator, amounts...)
		for _, a := range amounts {
			denominator = append(denominator, a.ones())
		}
	}
	if r := fitting(both, above); r != nil {
		for i, v := range r {
			shares[i].above = v
		}
	}
	if r := fitting(denominator, below); r != nil {
		for i, v := range r {
			shares[i].below = v
		}
	}
	return shares
}

// reading is one way to say what the rows add, nil for a row that adds nothing.
type reading []*float64

// ones counts the rows instead of adding their amounts.
func (r reading) ones() reading {
	counted := make(reading, len(r))
	for i, v := range r {
		if v != nil {
			counted[i] = new(1.0)
		}
	}
	return counted
}

// fitting returns the first reading that adds up to want.
func fitting(readings []reading, want *float64) reading {
	if want == nil {
		return nil
	}
	for _, r := range readings {
		var values []float64
		for _, v := range r {
			if v != nil {
				values = append(values, *v)
			}
		}
		if len(values) > 0 && near(kpi.Sum(values), *want) {
			return r
		}
	}
	return nil
}

// tolerance is the relative difference up to which two results are the same: the order in which
// a spreadsheet adds is its own.
const tolerance = 1e-11

func near(a, b float64) bool {
	return math.Abs(a-b) <= tolerance*max(1, math.Abs(a), math.Abs(b))
}

// role tells whether a row counts in the numerator, in the denominator, or in neither.
func role(u kpi.RowUse) (above, below bool) {
	switch {
	case u.Excluded:
		return false, false
	case strings.Contains(u.Note.JA, kpi.NoteBoth.JA):
		return true, true
	}
	below = strings.Contains(u.Note.JA, kpi.NoteUnder.JA)
	return false, below
}

type rolePair struct{ above, below reading }

// roleReading counts the rows by what their notes say; nil when none says anything.
func roleReading(rows []kpi.RowUse) *rolePair {
	r := rolePair{make(reading, len(rows)), make(reading, len(rows))}
	seen := false
	for i, u := range rows {
		above, below := role(u)
		if !below {
			continue
		}
		seen = true
		r.below[i], r.above[i] = new(1.0), new(0.0)
		if above {
			r.above[i] = new(1.0)
		}
	}
	if !seen {
		return nil
	}
	return &r
}

var noteNumber = pattern.New(`-?[0-9]+(?:\.[0-9]+)?`)

// noteReadings take the one number of each note, grouped by the words around it; rows that count
// in the denominator only are grouped with those that count in both.
func noteReadings(rows []kpi.RowUse) []reading {
	var order []string
	groups := map[string]reading{}
	put := func(key string, i int, v float64) {
		if groups[key] == nil {
			groups[key] = make(reading, len(rows))
			order = append(order, key)
		}
		groups[key][i] = &v
	}
	for i, u := range rows {
		found := noteNumber.FindAllString(u.Note.JA, 2)
		if u.Excluded || len(found) != 1 {
			continue
		}
		v, err := strconv.ParseFloat(found[0], 64)
		if err != nil {
			continue
		}
		put(strings.Replace(u.Note.JA, found[0], "#", 1), i, v)
		if _, below := role(u); below {
			put("", i, v)
		}
	}
	return inOrder(order, groups)
}

// cellReadings take the numbers that stand under one heading of a table, in whichever files.
func cellReadings(rows []kpi.RowUse) []reading {
	var order []string
	groups := map[string]reading{}
	for i, u := range rows {
		if u.Excluded {
			continue
		}
		for c, col := range u.Columns {
			v, ok := numberIn(u.Texts[c])
			if !ok {
				continue
			}
			key := string(u.Row.Source.Table) + "\x00" + u.Row.Source.Headings[col]
			if groups[key] == nil {
				groups[key] = make(reading, len(rows))
				order = append(order, key)
			}
			groups[key][i] = &v
		}
	}
	return inOrder(order, groups)
}

func inOrder(order []string, groups map[string]reading) []reading {
	var readings []reading
	for _, key := range order {
		readings = append(readings, groups[key])
	}
	return readings
}

// numberIn reads a cell's text as the reader of the ledger does.
func numberIn(text string) (float64, bool) {
	if text == "" {
		return 0, false
	}
	v, _, fault := cell.ReadNumber(cell.Value{Kind: cell.Text, Text: text}, cell.Any)
	return v, fault == nil
}
