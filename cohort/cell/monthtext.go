package cell

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A monthText is a month as its text says it.
type monthText struct {
	era     *era
	year    int // 0 = not said
	month   time.Month
	fiscal  bool // of the fiscal year: 令和7年度 8月
	english bool // Aug-25
	compact bool // 202508
	remark  bool // something in brackets stands behind it
}

// The forms of a month. The year may be of an era, and 元.
const (
	eraPart   = `(令和|平成|昭和|令|平|昭|[RHSrhs])\.?`
	yearPart  = `([0-9]{1,4}|元)`
	anyYear   = `(?:` + eraPart + `)?\s*` + yearPart
	monthPart = `(1[0-2]|0?[1-9])`
	monthName = `(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)`
)

// monthForms are the forms with the places of era, year and month among their groups; 0 is none.
var monthForms = []struct {
	pattern          string
	era, year, month int
	fiscal, english  bool
	compact, bare    bool
}{
	{pattern: anyYear + `\s*年度\s*` + monthPart + `\s*月`, era: 1, year: 2, month: 3, fiscal: true},
	{pattern: anyYear + `\s*年\s*` + monthPart + `\s*月`, era: 1, year: 2, month: 3},
	{pattern: eraPart + yearPart + `[./-]` + monthPart + `月?`, era: 1, year: 2, month: 3},
	{pattern: eraPart + `([0-9]{2})(0[1-9]|1[0-2])`, era: 1, year: 2, month: 3},
	{pattern: `([0-9]{4})\s*[./_-]\s*` + monthPart + `月?`, year: 1, month: 2},
	{pattern: `([12][0-9]{3})(0[1-9]|1[0-2])`, year: 1, month: 2, compact: true},
	{pattern: monthName + `\s*[-/,' ]\s*'?([0-9]{4}|[0-9]{2})`, year: 2, month: 1, english: true},
	{pattern: `([0-9]{4})\s*[-/ ]\s*` + monthName, year: 1, month: 2, english: true},
	{pattern: monthPart + `\s*月`, month: 1, bare: true},
}

// wholeMonths are the forms as the whole of a cell.
var wholeMonths = sync.OnceValue(func() (whole []*regexp.Regexp) {
	for _, form := range monthForms {
		whole = append(whole, regexp.MustCompile(`^(?:`+form.pattern+`)\s*(?:分|度分?|期|末|締め?)?$`))
	}
	return whole
})

// parseMonth reads folded text as nothing but a month; a remark in brackets may stand behind it.
func parseMonth(s string) (monthText, bool) {
	if n, end := shortInt(s, 0, 2); end > 0 && end == len(s) {
		return monthText{month: time.Month(n)}, n >= 1 && n <= 12
	}
	bare, remark := s, false
	if at := strings.IndexByte(s, '('); at > 0 && strings.HasSuffix(s, ")") {
		bare, remark = strings.TrimSpace(s[:at]), true
	}
	for i, re := range wholeMonths() {
		if m := re.FindStringSubmatch(bare); m != nil {
			t, ok := monthOfGroups(i, m)
			t.remark = remark
			return t, ok
		}
	}
	return monthText{}, false
}

// monthOfGroups puts together what a form has found.
func monthOfGroups(form int, groups []string) (monthText, bool) {
	f := monthForms[form]
	t := monthText{fiscal: f.fiscal, english: f.english, compact: f.compact}
	if f.english {
		t.month = monthNamed(groups[f.month])
	} else {
		n, _ := strconv.Atoi(groups[f.month])
		t.month = time.Month(n)
	}
	if f.era > 0 {
		t.era = eraNamed(groups[f.era])
	}
	if f.year > 0 {
		year := groups[f.year]
		if t.year, _ = strconv.Atoi(year); year == "元" {
			t.year = 1
		}
		if f.english && len(year) == 2 {
			t.year += 2000
		}
		if t.year == 0 || year == "元" && t.era == nil {
			return t, false
		}
	}
	return t, true
}

// eraNamed returns the era of a name or letter, nil for none.
func eraNamed(name string) *era {
	for i := range eras {
		if e := &eras[i]; name != "" && (name == e.name || name == e.short || strings.EqualFold(name, e.letter)) {
			return e
		}
	}
	return nil
}

// monthNamed returns the month of the first three letters of its English name.
func monthNamed(name string) time.Month {
	return time.Month(1 + slices.IndexFunc(months[:], func(m string) bool {
		return len(name) >= 3 && strings.EqualFold(m[:3], name[:3])
	}))
}
