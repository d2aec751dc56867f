package cell

import (
	"strconv"
	"strings"
	"time"

	"pilot90/cohort/lang"
)

// A PartDay is as much of a day as stands in one cell: 1, 5/1, 1（木） or all of it. A zero is not said.
type PartDay struct {
	Year       int
	Month      time.Month
	Day        int
	Weekday    time.Weekday // when HasWeekday
	HasWeekday bool
}

// String returns the day as 1日, 5月1日 or 2025-05-01.
func (p PartDay) String() string {
	day := strconv.Itoa(p.Day) + "日"
	switch {
	case p.Year != 0:
		return NewDay(p.Year, p.Month, p.Day).String()
	case p.Month != 0:
		return strconv.Itoa(int(p.Month)) + "月" + day
	}
	return day
}

var partDayForm = form{
	code:     CodeDate,
	expected: lang.Text{JA: "日", EN: "a day"},
	fix: lang.Text{
		JA: "1、1日、5/1 または 2025-05-01 のように日を書いてください。",
		EN: "Write a day such as 1, 1日, 5/1 or 2025-05-01.",
	},
	optional: dateForm.optional,
}

// brackets folds those around a weekday, which is no change worth a note.
var brackets = strings.NewReplacer("（", "(", "）", ")")

// ReadPartDay reads the day of a sheet that has its year and month elsewhere: 1, 1日, 1（木）, 5/1, 5月1日（木）,
// or a whole date. A weekday alone is a fault. Whether the day exists is PartDay.In's to say.
func ReadPartDay(v Value) (PartDay, *Note, *Fault) {
	if fault := partDayForm.unreadable(v); fault != nil {
		return PartDay{}, nil, fault
	}
	// 1 typed into a cell that shows the day of a date is shown as 1, and stored as 1900-01-01.
	shownAsDay := v.Format == Plain || v.Format == Date && !v.Epoch1904
	if n := int(v.Number); v.Kind == Number && shownAsDay && float64(n) == v.Number && n >= 1 && n <= 31 {
		return PartDay{Day: n}, nil, nil
	}
	s, changed := fold(brackets.Replace(v.Text))
	if v.Kind == Text {
		if p, ok := parsePartDay(s); ok {
			if changed {
				return p, note(v, p.String(), whyWidth), nil
			}
			return p, nil, nil
		}
	}
	if _, serial := serialText(s); v.Kind == Bool || serial && v.Kind == Text {
		return PartDay{}, nil, partDayForm.reject(v, lang.Text{})
	}
	d, n, fault := ReadDate(v)
	if fault != nil {
		if fault.Code == CodeDate || fault.Code == CodeNoYear {
			fault = partDayForm.reject(v, partDayReason(s))
		}
		return PartDay{}, nil, fault
	}
	y, m, day := d.YMD()
	return PartDay{Year: y, Month: m, Day: day}, n, nil
}

// parsePartDay reads folded text as a day, with its month or not.
func parsePartDay(s string) (t PartDay, ok bool) {
	p := &scanner{s}
	n, ok := p.count()
	if !ok || n.digits > 2 {
		return t, false
	}
	if p.eat("月", "/", "-") {
		t.Month = time.Month(n.n)
		if n, ok = p.count(); !ok || n.digits > 2 || t.Month < 1 || t.Month > 12 {
			return t, false
		}
	}
	if t.Day = n.n; p.eat("日") && p.eat("曜") {
		return t, false
	}
	if !p.done() {
		if t.Weekday, t.HasWeekday = p.weekday(); !t.HasWeekday {
			t.Weekday, t.HasWeekday = p.bareWeekday()
		}
	}
	return t, p.done() && t.Day >= 1 && t.Day <= 31
}

// bareWeekday takes the 木 of 1木 and 1 木.
func (p *scanner) bareWeekday() (time.Weekday, bool) {
	for day, name := range weekdays {
		if p.eat(name.kanji) {
			return time.Weekday(day), true
		}
	}
	return 0, false
}

// partDayReason looks for a usual slip.
func partDayReason(s string) lang.Text {
	p := &scanner{s}
	_, named := p.weekday()
	if !named {
		_, named = p.bareWeekday()
	}
	if named && p.done() {
		return lang.Text{JA: "曜日だけでは何日か分かりません。", EN: "A weekday alone is no day."}
	}
	return lang.Text{}
}

// In returns the day in a month. A day that the month does not have, and a year, month or weekday in
// the cell that is another, are faults.
func (p PartDay) In(year int, month time.Month) (Day, *Fault) {
	v := Value{Kind: Text, Text: p.String()}
	m := strconv.Itoa(year) + "年" + strconv.Itoa(int(month)) + "月"
	switch {
	case p.Year != 0 && p.Year != year, p.Month != 0 && p.Month != month:
		f := partDayForm.fault(CodeEra, lang.Text{
			JA: "「" + v.Text + "」は、この表の " + m + " の日ではありません。",
			EN: "“" + v.Text + "” is no day of " + month.String() + " " + strconv.Itoa(year) + ", the month of the table.",
		})
		f.Blank = lang.Text{}
		f.Fix = lang.Text{
			JA: "表の年月と日のどちらが正しいかお確かめのうえ、直してください。",
			EN: "Check which of the two is right and mend it.",
		}
		return 0, f
	case !exists(year, int(month), p.Day):
		return 0, partDayForm.reject(v, noSuchDay(year, int(month)))
	}
	d := NewDay(year, month, p.Day)
	if d < MinDay || d > MaxDay {
		return 0, partDayForm.reject(v, whyYearRange)
	}
	if p.HasWeekday && d.Time().Weekday() != p.Weekday {
		f := wrongWeekday(Value{Kind: Text, Text: p.String() + "（" + weekdays[p.Weekday].kanji + "）"}, d)
		f.Expected = partDayForm.expected
		return 0, f
	}
	return d, nil
}
