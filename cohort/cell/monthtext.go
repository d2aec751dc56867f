package cell

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
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

// wholeMonths and foundMonths are the forms as the whole of a cell and as a part of a title.
var wholeMonths, foundMonths = func() (whole, found []*regexp.Regexp) {
	for _, form := range monthForms {
		whole = append(whole, regexp.MustCompile(`^(?:`+form.pattern+`)\s*(?:分|度分?|期|末|締め?)?$`))
		found = append(found, regexp.MustCompile(form.pattern))
	}
	return whole, found
}()

// parseMonth reads folded text as nothing but a month; a remark in brackets may stand behind it.
func parseMonth(s string) (monthText, bool) {
	if n, end := shortInt(s, 0, 2); end > 0 && end == len(s) {
		return monthText{month: time.Month(n)}, n >= 1 && n <= 12
	}
	bare, remark := s, false
	if at := strings.IndexByte(s, '('); at > 0 && strings.HasSuffix(s, ")") {
		bare, remark = strings.TrimSpace(s[:at]), true
	}
	for i, re := range wholeMonths {
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

// maxTitleBytes bounds the titles that are looked through for a month.
const maxTitleBytes = 300

// FindMonth returns the month that a title, the name of a sheet or the name of a file speaks of: 8月, R7.8月分,
// 2025.08, 作業報告書（令和7年8月分）, 勤務表_202508, 令和7年度 8月. It is false when there is none, and when there are two;
// the month of a whole date (令和8年3月31日現在) is none.
func FindMonth(title string) (YearMonth, bool) {
	if len(title) > maxTitleBytes {
		return YearMonth{}, false
	}
	s := strings.Map(foldRune, norm.NFKC.String(strings.ToValidUTF8(title, "\uFFFD")))
	if !strings.ContainsAny(s, "0123456789") {
		return YearMonth{}, false
	}
	var found YearMonth
	for i, re := range foundMonths {
		for _, at := range re.FindAllStringSubmatchIndex(s, -1) {
			if !standsAlone(s, at[0], at[1]) {
				continue
			}
			groups := make([]string, len(at)/2)
			for g := range groups {
				if at[2*g] >= 0 {
					groups[g] = s[at[2*g]:at[2*g+1]]
				}
			}
			m, ok := monthInTitle(i, groups)
			switch {
			case !ok || m.Year == 0 && m.Month == found.Month:
				continue
			case found.Month != 0 && m != found:
				return YearMonth{}, false
			}
			found = m
		}
	}
	if year, ok := FindFiscalYear(s); ok && found.Month != 0 && found.Year == 0 {
		return found.inFiscalYear(year), true
	}
	return found, found.Month != 0
}

// monthInTitle is a month with its year, where it is said.
func monthInTitle(form int, groups []string) (YearMonth, bool) {
	t, ok := monthOfGroups(form, groups)
	if !ok {
		return YearMonth{}, false
	}
	m, fault := t.resolve(Value{Kind: Text})
	return m, fault == nil
}

// What stands behind a month when it is part of a date: 3月31日, 2025-08-31.
var (
	dayBehindMonth  = regexp.MustCompile(`^\s*[0-9]{1,2}\s*日|^間`)
	dayBehindDigits = regexp.MustCompile(`^[0-9A-Za-z]|^\s*[./_-]\s*[0-9]`)
)

// standsAlone reports that what was found from one byte of s to another is no part of a longer number, word or date.
func standsAlone(s string, from, to int) bool {
	before, found, after := s[:from], s[from:to], s[to:]
	if joined(before, found) || strings.HasSuffix(before, "年") || strings.HasSuffix(before, "年度") {
		return false
	}
	if strings.HasSuffix(found, "月") {
		return !dayBehindMonth.MatchString(after)
	}
	return !dayBehindDigits.MatchString(after)
}

// joined reports digits that go on as digits, or letters that go on as letters.
func joined(before, after string) bool {
	if before == "" {
		return false
	}
	a, b := rune(before[len(before)-1]), rune(after[0])
	digits := func(r rune) bool { return r >= '0' && r <= '9' }
	return isASCIIAlnum(a) && isASCIIAlnum(b) && digits(a) == digits(b)
}

// fiscalYear is 令和7年度, R7年度, 2025年度.
var fiscalYear = regexp.MustCompile(`(令和|平成|令|平|[RHrh])?\.?\s*([0-9]{1,4}|元)\s*年度`)

// FindFiscalYear returns the fiscal year that a title speaks of, and false when there is none or there are two.
func FindFiscalYear(title string) (int, bool) {
	if len(title) > maxTitleBytes {
		return 0, false
	}
	found := 0
	for _, m := range fiscalYear.FindAllStringSubmatch(norm.NFKC.String(strings.ToValidUTF8(title, "\uFFFD")), -1) {
		year, err := strconv.Atoi(m[2])
		if m[2] == "元" {
			year, err = 1, nil
		}
		e := eraNamed(m[1])
		switch {
		case err != nil || year == 0 || e == nil && year < MinYear:
			continue
		case e != nil:
			year += e.first() - 1
		}
		if year > MaxYear || found != 0 && found != year {
			return 0, false
		}
		found = year
	}
	return found, found != 0
}
