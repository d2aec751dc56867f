package cell

import (
	"strconv"
	"time"

	"pilot90/cohort/lang"
)

// era is one Japanese era. A day belongs to the era with the latest start on or before it.
type era struct {
	name, short, letter, roman string // letter in lower case
	start                      Day
}

// eras in order of time. 明治 starts on the day its rescript took effect (慶応4年1月1日 of the old
// calendar); 大正 and 昭和 start on the day of accession, 平成 and 令和 on the day set by cabinet
// order (昭和64年政令第1号, 平成31年政令第143号).
var eras = [...]era{
	{"明治", "明", "m", "Meiji", NewDay(1868, time.January, 25)},
	{"大正", "大", "t", "Taisho", NewDay(1912, time.July, 30)},
	{"昭和", "昭", "s", "Showa", NewDay(1926, time.December, 25)},
	{"平成", "平", "h", "Heisei", NewDay(1989, time.January, 8)},
	{"令和", "令", "r", "Reiwa", NewDay(2019, time.May, 1)},
}

// first returns the Gregorian year in which the era starts, which is its year 1.
func (e *era) first() int {
	y, _, _ := e.start.YMD()
	return y
}

// holdsYear reports whether some day of the era falls in its year n.
func (e *era) holdsYear(n int) bool {
	if n < 1 {
		return false
	}
	for i := range eras[:len(eras)-1] {
		if &eras[i] == e {
			return e.first()+n-1 <= eras[i+1].first()
		}
	}
	return true
}

// eraOf returns the era that holds the day, or nil before 1868-01-25.
func eraOf(d Day) *era {
	for i := len(eras) - 1; i >= 0; i-- {
		if d >= eras[i].start {
			return &eras[i]
		}
	}
	return nil
}

// Era returns the Japanese era that holds the day and the year within it (1 = 元年). Before
// 1873-01-01, when Japan took over the Gregorian calendar, it returns "" and 0.
func (d Day) Era() (name string, year int) {
	if d < MinDay {
		return "", 0
	}
	e := eraOf(d)
	y, _, _ := d.YMD()
	return e.name, y - e.first() + 1
}

// EraString returns the day as 令和7年4月1日, with 元年 for year 1, or in English as
// "April 1, Reiwa 7". Before 1873-01-01 it returns the day as String does.
func (d Day) EraString(l lang.Lang) string {
	name, n := d.Era()
	if name == "" {
		return d.String()
	}
	_, m, day := d.YMD()
	if l == lang.EN {
		return m.String() + " " + strconv.Itoa(day) + ", " + eraOf(d).roman + " " + strconv.Itoa(n)
	}
	return eraYear(name, n) + strconv.Itoa(int(m)) + "月" + strconv.Itoa(day) + "日"
}

// eraYear returns 令和7年, 令和元年.
func eraYear(name string, n int) string {
	if n == 1 {
		return name + "元年"
	}
	return name + strconv.Itoa(n) + "年"
}
