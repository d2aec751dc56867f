package cohort

import (
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

// A date is in doubt that lies further than this from the as-of date, in years. Pilots are young,
// and contracts with their clients are not made for decades.
const (
	farBefore = 25
	farAfter  = 10
)

var ruleC243 = Rule{
	Code: "C243", Severity: finding.Warning,
	Title: finding.Text{JA: "基準日から離れすぎている日付", EN: "Date far from the as-of date"},
	Long: finding.Text{
		JA: "基準日より25年以上前、または10年以上後の日付です。平成と令和の取り違え（令和7年を H7、平成31年を R31）や、年の数字の書き間違いがよくあります。継続月数や売上の額が大きく変わります。" +
			"正しい日付であれば、このままで構いません。",
		EN: "The date lies twenty-five years or more before the as-of date, or ten or more after it. Often Heisei and " +
			"Reiwa were mixed up (H7 for R7, R31 for H31), or a digit of the year is wrong. Continuation and revenue depend " +
			"on it. Leave it if it is right.",
	},
	Check: func(c *Cohort, clock Clock, report reporter) {
		eachDate(c, func(r record, f Field[cell.Day]) {
			years := int(f.Value-clock.AsOf) / daysAYear
			if _, era := meantEra(f.Value, clock.AsOf); era || -farBefore < years && years < farAfter {
				return
			}
			fix := text("年を確かめてください。正しい日付であれば、このままで構いません。", "Check the year; leave it if it is right.")
			if meant, ok := otherEra(f, clock.AsOf); ok {
				fix = say("%[1]s（%[2]s）のことであれば、そのように書き直してください。正しい日付であれば、このままで構いません。",
					"If %[2]s is meant, correct the era; leave it if it is right.", meant.EraString(finding.JA), meant)
			}
			what := say("%[1]s は、基準日 %[2]s より%[3]d年以上後の日付です。", "%[1]s is %[3]d years or more after the as-of date %[2]s.",
				f.Value, clock.AsOf, years)
			if years < 0 {
				what = say("%[1]s は、基準日 %[2]s より%[3]d年以上前の日付です。", "%[1]s is %[3]d years or more before the as-of date %[2]s.",
					f.Value, clock.AsOf, -years)
			}
			report(about(r, f, what, fix))
		})
	},
}

// otherEra returns the day that the text means with Reiwa for Heisei, or Heisei for Reiwa, if that is
// near the as-of date.
func otherEra(f Field[cell.Day], asOf cell.Day) (cell.Day, bool) {
	for _, swap := range []*strings.Replacer{
		strings.NewReplacer("平成", "令和", "H", "R", "h", "R", "Ｈ", "R"),
		strings.NewReplacer("令和", "平成", "R", "H", "r", "H", "Ｒ", "H"),
	} {
		other := swap.Replace(f.Text)
		if other == f.Text {
			continue
		}
		day, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: other})
		if years := int(day-asOf) / daysAYear; fault == nil && -farBefore < years && years < farAfter {
			return day, true
		}
	}
	return 0, false
}
