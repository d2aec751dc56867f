package rule

import (
	"fmt"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// Excel takes 7/4/1, typed for 令和7年4月1日, for 2007-04-01. Such a day lies this many years before
// the as-of date, and as a Reiwa year within so many of it.
const (
	longPast  = 8
	nearAsOf  = 2
	daysAYear = 365
)

// The days of the years that Excel gives to the years 1 to 12 of Reiwa.
var (
	firstLikely = cell.NewDay(2001, time.January, 1)
	lastLikely  = cell.NewDay(2012, time.December, 31)
)

var ruleC242 = Rule{
	Code: "C242", Severity: finding.Warning,
	Title: lang.Say("和暦の年が西暦2000年代になっている疑い", "Era year taken for 2007 or so"),
	Long: lang.Say(
		"Excelに 7/4/1 と入力すると、令和7年4月1日ではなく2007年4月1日になります。基準日より8年以上前の日付で、年の下2けたを令和の年と読むと基準日から2年以内になるものを知らせます。"+
			"契約の期間・月額の合計・所要日数などが大きく変わります。",
		"Typed as 7/4/1, the year 7 of Reiwa (2025) becomes 2007 in Excel. Dates eight years or more before the as-of "+
			"date are named when their last two digits, read as a year of Reiwa, lie within two years of it. Terms, sums of "+
			"monthly fees and lengths of time depend on it.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		all.EachDate(func(r record.Record, f record.Field[cell.Day]) {
			if meant, doubtful := meantEra(f.Value, run.AsOf); doubtful {
				report(record.About(r, f, eraMessage(f, meant), eraFix(meant)))
			}
		})
	},
}

// meantEra returns the day that was meant when the year of d is one of Reiwa.
func meantEra(d, asOf cell.Day) (cell.Day, bool) {
	if d < firstLikely || d > lastLikely || asOf-d < longPast*daysAYear {
		return 0, false
	}
	y, m, n := d.YMD()
	meant := cell.NewDay(y+18, m, n)
	return meant, meant-asOf <= nearAsOf*daysAYear && asOf-meant <= nearAsOf*daysAYear
}

func eraMessage(f record.Field[cell.Day], meant cell.Day) lang.Text {
	y, m, n := meant.YMD()
	return lang.Sayf("%[1]s は、「%[2]s」と入力した%[3]sのことではないでしょうか（Excelは西暦の年として読みます）。",
		"Was %[1]s typed as %[2]s and meant as %[4]s? Excel reads the year as 20xx.",
		record.DateText(f), fmt.Sprintf("%d/%d/%d", y-2018, int(m), n), meant.EraString(lang.JA), meant)
}

func eraFix(meant cell.Day) lang.Text {
	y, m, n := meant.YMD()
	short := fmt.Sprintf("R%d.%d.%d", y-2018, int(m), n)
	return lang.Sayf("令和の日付なら %[1]s か %[2]s と書いてください。書かれているとおりの日付なら、このままでかまいません。",
		"If it is a date of Reiwa, write %[1]s or %[2]s; leave it if it is right.", meant, short)
}
