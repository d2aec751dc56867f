package cell

import (
	"math"
	"strconv"

	"pilot90/cohort/lang"
)

// MinYear and MaxYear bound ReadYear.
const (
	MinYear = 1900
	MaxYear = 2100
)

var yearForm = form{
	code:     CodeDate,
	expected: lang.Text{JA: "年", EN: "a year"},
	fix: lang.Text{
		JA: "1985 または 昭和60年 のように、西暦4けたか和暦で年を書いてください。",
		EN: "Write a year of four digits such as 1985, or 昭和60年.",
	},
}

// ReadYear reads a year such as a year of birth: 1985, 1985年, 昭和60年, S60. Of a whole date it
// takes the year, with a note.
func ReadYear(v Value) (int, *Note, *Fault) {
	switch {
	case v.Kind == Number && v.Format == Plain && v.Number == math.Trunc(v.Number) && v.Number >= 0 && v.Number < 10000:
		return yearInRange(v, int(v.Number), nil)
	case v.Kind == Number && v.Format == Date && v.Number >= MinYear && v.Number <= MaxYear:
		// 1985 typed into a cell formatted as a date is shown as 1905-06-07.
		return 0, nil, yearForm.reject(v, formatReason(v))
	case v.Kind == Text:
		if n, end := shortInt(v.Text, 0, 4); end == 4 && len(v.Text) == 4 {
			return yearInRange(v, n, nil)
		}
	}
	if fault := yearForm.unreadable(v); fault != nil {
		return 0, nil, fault
	}
	if v.Kind == Text {
		s, changed := fold(v.Text)
		if t, ok := parseYearText(s); ok {
			return yearOfText(v, t, changed)
		}
		if digits, found := unlook(s); found {
			if _, ok := parseYearText(digits); ok {
				return 0, nil, yearForm.lookalike(v, digits)
			}
		}
	}
	return yearOfDate(v)
}

// yearInRange checks a Gregorian year.
func yearInRange(v Value, year int, n *Note) (int, *Note, *Fault) {
	switch {
	case year >= 1 && year < 100:
		return 0, nil, yearForm.shortYear(v)
	case year < MinYear || year > MaxYear:
		return 0, nil, Range{MinYear, MaxYear}.check(v, float64(year), yearForm)
	}
	return year, n, nil
}

// parseYearText reads a year without month and day from folded text, with 年, 年生 or 年生まれ
// behind it.
func parseYearText(s string) (*dateText, bool) {
	p, t := &scanner{s}, &dateText{}
	p.eat("西暦")
	t.era = p.era()
	if !t.parseYear(p) || t.compact {
		return nil, false
	}
	p.eat("生まれ", "生れ", "生")
	return t, p.done()
}

// yearOfText checks a year as its text says it.
func yearOfText(v Value, t *dateText, changed bool) (int, *Note, *Fault) {
	year := t.year.n
	if t.era != nil {
		if !t.era.holdsYear(year) {
			return 0, nil, wrongEraYear(v, t.era, year)
		}
		year += t.era.first() - 1
	}
	if t.other != nil {
		again, fault := t.other.gregorian(v)
		if fault != nil {
			return 0, nil, fault
		}
		if again != year {
			return 0, nil, yearsDisagree(v, year, again)
		}
	}
	var n *Note
	if why := t.why(changed); !why.Empty() {
		n = note(v, yearOf(year), why)
	}
	return yearInRange(v, year, n)
}

// wrongEraYear is the fault of 昭和65年.
func wrongEraYear(v Value, e *era, n int) *Fault {
	q := lang.Quote(v.Text)
	f := yearForm.fault(CodeEra, lang.Text{
		JA: "「" + q + "」という年は" + e.name + "にありません。",
		EN: "The era " + e.roman + " has no year " + strconv.Itoa(n) + ".",
	})
	if year := e.first() + n - 1; n > 0 && year <= MaxYear {
		f.Suggest = []string{strconv.Itoa(year)}
	}
	return f
}

var whyYear = lang.Text{JA: "日付から年を取り出しました", EN: "the year was taken from a date"}

// yearOfDate takes the year of a whole date.
func yearOfDate(v Value) (int, *Note, *Fault) {
	if v.Kind == Number && v.Format != Date {
		return 0, nil, yearForm.reject(v, formatReason(v))
	}
	if s, _ := fold(v.Text); v.Kind == Text {
		if _, serial := serialText(s); serial {
			return 0, nil, yearForm.reject(v, lang.Text{})
		}
	}
	d, _, fault := ReadDate(v)
	switch {
	case fault == nil:
		year, _, _ := d.YMD()
		return yearInRange(v, year, note(v, yearOf(year), whyYear))
	case fault.Code == CodeEra || fault.Code == CodeLookalike:
		return 0, nil, fault
	}
	return 0, nil, yearForm.reject(v, lang.Text{})
}
