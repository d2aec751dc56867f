package cell

import (
	"time"

	"pilot90/cohort/lang"
)

// Reasons why a text that looks like a date is none.
var (
	whyNoDay    = lang.Text{JA: "月または日がありません。", EN: "The month or the day is missing."}
	whyOrder    = lang.Text{JA: "年・月・日の順になっていません。", EN: "It is not in the order year, month, day."}
	whyTrailing = lang.Text{
		JA: "日付のほかに余分な文字があります。1つのセルには1つの日付だけを書いてください。",
		EN: "Something else stands behind the date.",
	}
	whyYearRange = lang.Text{
		JA: "1873年から2100年までの日付ではありません。",
		EN: "It is not between 1873 and 2100.",
	}
	whyLunar = lang.Text{
		JA: "明治5年以前の旧暦の日付は読めません。西暦で書いてください。",
		EN: "Dates of the old calendar (before 1873) are not converted.",
	}
	whyCompact    = lang.Text{JA: "区切りのない日付を読みました", EN: "a date without separators was read"}
	whyDateRemark = lang.Text{JA: "かっこ書きを外して、日付だけを読みました", EN: "a remark in brackets was taken off the date"}
	whyPlanned    = lang.Text{
		JA: "予定や見込みの日です。実際の日が決まってから書き、それまでは空欄にしてください。",
		EN: "It is only planned; leave the cell blank until it has happened.",
	}
	whyWeekday = lang.Text{JA: "曜日を外しました", EN: "the day of the week was taken off"}
	whyWord    = lang.Text{JA: "ことばの日付を読みました", EN: "a day written as a word was read"}
)

// A dateText is a date as its text says it, before it is checked.
type dateText struct {
	era        *era
	year       count
	other      *dateText // the same year said again in brackets: 令和7年(2025年)
	month, day int
	lastDay    bool // 晦日, 末日
	weekday    time.Weekday
	hasWeekday bool
	hasTime    bool // a time stands behind it that is more than the 0:00 of a program
	timed      bool // any time stands behind it
	time       timeOfDay
	spans      []spanText // when start and end stand behind it
	compact    bool
	word       bool // a day or month was a word: 元日, April
	kanji      bool
	remark     bool // words in brackets stood behind it
	fault      dateFault
}

// dateFault is why a text with the shape of a date is no whole date.
type dateFault uint8

const (
	noDateFault dateFault = iota
	yearMissing
	dayMissing
	yearLast    // 4/1/2025: day and month cannot be told apart
	trailing    // something else stands behind the date
	onlyPlanned // (予定) stands behind the date
)

// readDateText reads the text of a date.
func readDateText(v Value, zone Zone) (Day, *Note, *Fault) {
	s, changed := fold(v.Text)
	if n, ok := serialText(s); ok {
		return typedSerial(v, n)
	}
	t, ok := parseDate(s)
	if !ok || t.fault == trailing {
		if digits, found := unlook(s); found {
			if t, ok := parseDate(digits); ok && t.fault == noDateFault {
				return 0, nil, dateForm.lookalike(v, digits)
			}
		}
	}
	if !ok {
		return 0, nil, dateForm.reject(v, lang.Text{})
	}
	d, fault := t.resolve(v)
	if fault != nil {
		return 0, nil, fault
	}
	why := t.why(changed)
	if t.abroad(zone) {
		if d, _ = zone.civil(d, t.time.seconds(), t.time.zone); d < MinDay || d > MaxDay {
			return 0, nil, dateForm.reject(v, whyYearRange)
		}
		why = zone.whyZone()
	}
	if !why.Empty() {
		return d, note(v, d.String(), why), nil
	}
	return d, nil, nil
}

// abroad reports a time that is said of another zone.
func (t *dateText) abroad(zone Zone) bool { return t.timed && t.time.zoned && t.time.zone != zone }

// why returns what was done to the text beyond white space, the weightiest thing first.
func (t *dateText) why(changed bool) lang.Text {
	switch {
	case t.remark:
		return whyDateRemark
	case t.era != nil || t.other != nil:
		return whyEra
	case t.hasTime:
		return whyTime
	case t.compact:
		return whyCompact
	case t.kanji:
		return whyKanji
	case t.word || t.lastDay:
		return whyWord
	case t.hasWeekday:
		return whyWeekday
	case changed:
		return whyWidth
	}
	return lang.Text{}
}

// resolve checks the date and returns its day.
func (t *dateText) resolve(v Value) (Day, *Fault) {
	switch t.fault {
	case yearMissing:
		return 0, noYear(v)
	case dayMissing:
		return 0, dateForm.reject(v, whyNoDay)
	case yearLast:
		return 0, dateForm.reject(v, whyOrder)
	case trailing:
		return 0, dateForm.reject(v, whyTrailing)
	case onlyPlanned:
		return 0, dateForm.reject(v, whyPlanned)
	}
	year, fault := t.gregorian(v)
	if fault != nil {
		return 0, fault
	}
	if t.lastDay && t.month >= 1 && t.month <= 12 {
		t.day = daysIn(year, t.month)
	}
	if !exists(year, t.month, t.day) {
		return 0, dateForm.reject(v, noSuchDay(year, t.month))
	}
	d := NewDay(year, time.Month(t.month), t.day)
	if t.era != nil && eraOf(d) != t.era {
		return 0, wrongEra(v, t.era, d)
	}
	if t.hasWeekday && d.Time().Weekday() != t.weekday {
		return 0, wrongWeekday(v, d)
	}
	return d, nil
}

// gregorian returns the Gregorian year of the text.
func (t *dateText) gregorian(v Value) (int, *Fault) {
	year := t.year.n
	switch {
	case t.era != nil && year < 1:
		return 0, dateForm.reject(v, lang.Text{})
	case t.era != nil:
		if year > 300 {
			return 0, dateForm.reject(v, whyYearRange)
		}
		year += t.era.first() - 1
	case year < 100:
		return 0, t.shortYear(v)
	}
	if t.era == &eras[0] && year < 1873 {
		return 0, dateForm.reject(v, whyLunar)
	}
	if year < 1873 || year > 2100 {
		return 0, dateForm.reject(v, whyYearRange)
	}
	if t.other != nil {
		again, fault := t.other.gregorian(v)
		if fault != nil {
			return 0, fault
		}
		if again != year {
			return 0, yearsDisagree(v, year, again)
		}
	}
	return year, nil
}

// looksShort reports whether month and day could be the whole of a date without its year.
func looksShort(month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}
