package layout

import (
	"strings"
	"unicode"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// mostGaps is how many rows with a single value may stand among the records of a table and each be
// a record with a value missing; where there are more, such as the days of a calendar, they were
// filled in beforehand.
const mostGaps = 2

// extent is where the records of a table lie, as far as it can be told before they are read.
type extent struct {
	lastFull int // the last row with every required value
	gaps     int // rows with a single value above it
	below    int // rows with a single value below it, up to the first blank row
}

// isGap reports a row with a single value that is a record with others missing: it stands among
// records, or is the only one right below them. A day of a log on which nobody worked is none.
func (s *Scan) isGap(row *grid.Row) bool {
	if s.onlyDay() || s.isLabel(row.At(s.from)) {
		return false
	}
	if s.extent == nil {
		s.extent = s.measure()
	}
	if row.Number < s.extent.lastFull {
		return s.extent.gaps <= mostGaps
	}
	return s.extent.below == 1 && row.Number == s.extent.lastFull+1
}

// measure looks through the rows below the heading.
func (s *Scan) measure() *extent {
	e := &extent{}
	gaps := 0
	for i := range s.Grid.Rows {
		row := &s.Grid.Rows[i]
		if row.Number <= s.last {
			continue
		}
		values, full := 0, true
		for slot, c := range s.Columns {
			filled := c.From > 0 && !nothing(row.At(c.From))
			if filled {
				values++
			}
			full = full && (filled || !s.needs[slot] || s.Constants[s.Schema.Columns[slot].Key] != "")
		}
		switch {
		case full:
			*e = extent{lastFull: row.Number, gaps: gaps}
		case values == 1:
			gaps++
			if row.Number == e.lastFull+e.below+1 {
				e.below++
			}
		}
	}
	return e
}

// onlyDay reports that the row holds nothing but the date that each record of a log has.
func (s *Scan) onlyDay() bool {
	for slot, v := range s.data.Values {
		if !nothing(v) && s.Columns[slot].From > 0 && s.Schema.Columns[slot].Key != logDate {
			return false
		}
	}
	return true
}

// isLabel reports the name of a group in the first column: 1班, 第2期生. Ids are not written in Kanji
// or Kana.
func (s *Scan) isLabel(v cell.Value) bool {
	return v.Kind == cell.Text && strings.ContainsFunc(v.Text, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
	})
}

// logDate is the key of the date in every log.
const logDate = "date"
