package cell

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
)

// DayOrder says which of the first two numbers of 07/13/2025 is the month. One such date alone may not tell it; all
// those of a column do, as soon as one of their numbers is above 12.
type DayOrder int

// YearFirst is the order of dates that ReadDate reads: nothing tells another.
const (
	YearFirst DayOrder = iota
	MonthFirst
	DayFirst
)

// yearAtEnd is a date with its year at the end, perhaps with a time behind it.
var yearAtEnd = pattern.New(`^([0-9]{1,2})([/.\-])([0-9]{1,2})[/.\-]([0-9]{4})((?:[ T].*)?)$`)

// fewestTelling is how many dates of a column must tell its order.
const fewestTelling = 3

// OrderOf returns the order of the dates of a column. It is YearFirst unless all of its texts have the year at the end
// and the numbers above 12 stand in one place only.
func OrderOf(texts []string) DayOrder {
	first, second, all := 0, 0, 0
	for _, text := range texts {
		if strings.TrimSpace(text) == "" {
			continue
		}
		m := yearAtEnd.FindStringSubmatch(strings.TrimSpace(norm.NFKC.String(text)))
		if m == nil {
			return YearFirst
		}
		all++
		if above12(m[1]) {
			first++
		}
		if above12(m[3]) {
			second++
		}
	}
	switch {
	case first >= fewestTelling && second == 0:
		return DayFirst
	case second >= fewestTelling && first == 0:
		return MonthFirst
	}
	return YearFirst
}

func above12(digits string) bool {
	n, _ := strconv.Atoi(digits) // the form allows digits only
	return n > 12
}

var whyColumnOrder = map[DayOrder]lang.Text{
	MonthFirst: {JA: "列の値から、月/日/年の順と読みました", EN: "by the values of the column: month, day, year"},
	DayFirst:   {JA: "列の値から、日/月/年の順と読みました", EN: "by the values of the column: day, month, year"},
}

// ReadDateOrdered is ReadDateIn for a column whose dates have their year at the end in an order.
func ReadDateOrdered(v Value, zone Zone, order DayOrder) (Day, *Note, *Fault) {
	m := yearAtEnd.FindStringSubmatch(strings.TrimSpace(norm.NFKC.String(v.Text)))
	if order == YearFirst || v.Kind != Text || m == nil {
		return ReadDateIn(v, zone)
	}
	month, day := m[1], m[3]
	if order == DayFirst {
		month, day = day, month
	}
	turned := v
	turned.Text = m[4] + "-" + month + "-" + day + m[5]
	d, _, fault := ReadDateIn(turned, zone)
	if fault != nil {
		return ReadDateIn(v, zone)
	}
	return d, note(v, d.String(), whyColumnOrder[order]), nil
}
