package rule

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC233 = Rule{
	Code: "C233", Severity: finding.Warning,
	Title: lang.Say("作業ログに1か月まるごと記録がない", "A whole month without work"),
	Long: lang.Say(
		"作業ログの最初と最後の間に、1件も記録のない月があります。月ごとにファイルを分けていると、1つ抜けていても気づきにくいためお知らせします。"+
			"ファイルやシートの入れ忘れがないか確かめてください。本当に作業がなかった月なら、このままでかまいません。",
		"Between the first and the last entry of the work log there is a month with none. Where each month has its "+
			"own file, one is easily missed. "+
			"Check that no file or sheet was left out; leave it if there was no work.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		var tasks []*record.Task
		for _, t := range all.Tasks.Every() {
			if t.Date.Known && t.Date.Value <= run.AsOf && !beforeStart(t) {
				tasks = append(tasks, t)
			}
		}
		tasks = slices.SortedStableFunc(slices.Values(tasks), func(a, b *record.Task) int {
			return cmp.Compare(a.Date.Value, b.Date.Value)
		})
		for i := 1; i < len(tasks); i++ {
			before, after := tasks[i-1], tasks[i]
			missing := monthNumber(after.Date.Value) - monthNumber(before.Date.Value) - 1
			if missing < 1 {
				continue
			}
			ja, en := monthsBetween(before.Date.Value, after.Date.Value)
			f := record.About(after, after.Date,
				lang.Sayf("%[1]sの作業が1件もありません（%[3]s の次の作業が %[4]s です）。",
					"There is no work in %[2]s: after %[3]s the next is on %[4]s.", ja,
					en, record.DateText(before.Date), record.DateText(after.Date)),
				lang.Sayf("%[1]sのファイルやシートが抜けていないか確かめてください。本当に作業がなかったのなら、このままでかまいません。",
					"Check that no file or sheet of %[2]s is missing; leave it if there was no work.", ja, en),
				record.PlaceOf(before, before.Date))
			f.Record, f.Date = "", "" // of nobody in particular
			report(f)
		}
	},
}

// monthsBetween names the months between two days: 2025年9月, or the first and the last of several.
func monthsBetween(before, after cell.Day) (ja, en string) {
	first, last := monthNumber(before)+1, monthNumber(after)-1
	if first == last {
		return monthName(first)
	}
	ja, en = monthName(first)
	lastJA, lastEN := monthName(last)
	return ja + "から" + lastJA + "まで", en + " to " + lastEN
}

func monthName(number int) (ja, en string) {
	year, month := (number-1)/12, (number-1)%12+1
	return fmt.Sprintf("%d年%d月", year, month), fmt.Sprintf("%s %d", time.Month(month), year)
}

// monthNumber counts calendar months, so that neighbours differ by 1.
func monthNumber(d cell.Day) int {
	year, month, _ := d.YMD()
	return year*12 + int(month)
}
