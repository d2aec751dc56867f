package cell

import (
	"strconv"
	"time"

	"pilot90/cohort/lang"
)

// noYear is the fault of 4/1.
func noYear(v Value) *Fault {
	q := lang.Quote(v.Text)
	return dateForm.fault(CodeNoYear, lang.Text{
		JA: "「" + q + "」には年がありません。",
		EN: "“" + q + "” has no year.",
	})
}

// shortYear is the fault of 7.5.7, which may be meant as R7.5.7.
func (t *dateText) shortYear(v Value) *Fault {
	f, reiwa := dateForm.shortYear(v), &eras[len(eras)-1]
	if year := t.year.n; year >= 1 && year <= lastShortReiwa && exists(reiwa.first()+year-1, t.month, t.day) {
		f.Suggest = []string{"R" + strconv.Itoa(year) + "." + strconv.Itoa(t.month) + "." + strconv.Itoa(t.day)}
	}
	return f
}

// lastShortReiwa is the last year that is suggested for one of Reiwa; a later one may be 20xx.
const lastShortReiwa = 18

// shortYear is the fault of 25/4/1, whose year could be 2025 or 平成25年, and of the year 85.
func (f form) shortYear(v Value) *Fault {
	q := lang.Quote(v.Text)
	return f.fault(CodeNoYear, lang.Text{
		JA: "「" + q + "」の年は西暦4けたでも和暦でもありません。",
		EN: "The year of “" + q + "” has neither four digits nor an era.",
	})
}

func noSuchDay(year, month int) lang.Text {
	if month < 1 || month > 12 {
		m := strconv.Itoa(month)
		return lang.Text{JA: m + "月という月はありません。", EN: "There is no month " + m + "."}
	}
	last := strconv.Itoa(daysIn(year, month))
	return lang.Text{
		JA: yearOf(year) + strconv.Itoa(month) + "月の日は1日から" + last + "日までです。",
		EN: time.Month(month).String() + " " + strconv.Itoa(year) + " has the days 1 to " + last + ".",
	}
}

// wrongEra is the fault of 平成40年: the day as counted, and how its own era writes it.
func wrongEra(v Value, e *era, d Day) *Fault {
	q, right := lang.Quote(v.Text), d.EraString(lang.JA)
	f := dateForm.fault(CodeEra, lang.Text{
		JA: "「" + q + "」は" + e.name + "の期間に入っていません（数えると " + d.String() + "、" + right + " です）。",
		EN: "“" + q + "” lies outside the era " + e.roman + " (counted on it would be " + d.String() + ", " + right + ").",
	}, right, d.String())
	f.Blank = lang.Text{}
	f.Fix = lang.Text{
		JA: "元号と年をお確かめのうえ、正しい日付を書いてください。",
		EN: "Check era and year and write the right date.",
	}
	return f
}

func yearsDisagree(v Value, a, b int) *Fault {
	q := lang.Quote(v.Text)
	return dateForm.fault(CodeEra, lang.Text{
		JA: "「" + q + "」の和暦と西暦が合っていません（" + yearOf(a) + "と" + yearOf(b) + "）。",
		EN: "In “" + q + "” the two years disagree (" + strconv.Itoa(a) + " and " + strconv.Itoa(b) + ").",
	})
}

func wrongWeekday(v Value, d Day) *Fault {
	q, day := lang.Quote(v.Text), d.Time().Weekday()
	f := dateForm.fault(CodeEra, lang.Text{
		JA: "「" + q + "」の日付と曜日が合っていません（" + d.String() + " は" + weekdays[day].long + "です）。",
		EN: "In “" + q + "” day and weekday disagree (" + d.String() + " is a " + day.String() + ").",
	})
	f.Blank = lang.Text{}
	f.Fix = lang.Text{
		JA: "日付と曜日のどちらが正しいかお確かめのうえ、日付を直してください。",
		EN: "Check which of the two is right and mend the date.",
	}
	return f
}
