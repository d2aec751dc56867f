package cohort

import (
	"cmp"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

var ruleC233 = Rule{
	Code: "C233", Severity: finding.Warning,
	Title: finding.Text{JA: "作業ログに1か月まるごと記録がない", EN: "A whole month without work"},
	Long: finding.Text{
		JA: "作業ログの最初と最後の間に、1件も記録のない月があります。月ごとにファイルを分けていると、1つ抜けていても気づきにくいためお知らせします。" +
			"ファイルやシートの入れ忘れがないか確かめてください。本当に作業がなかった月なら、このままでかまいません。",
		EN: "Between the first and the last entry of the work log there is a month with none. Where each month has its own file, one is easily missed. " +
			"Check that no file or sheet was left out; leave it if there was no work.",
	},
	Check: func(c *Cohort, clock Clock, report reporter) {
		var tasks []*Task
		for _, t := range everyRow[Task](&c.Tasks) {
			if t.Date.Known && t.Date.Value <= clock.AsOf && !beforeStart(t) {
				tasks = append(tasks, t)
			}
		}
		tasks = slices.SortedStableFunc(slices.Values(tasks), func(a, b *Task) int { return cmp.Compare(a.Date.Value, b.Date.Value) })
		for i := 1; i < len(tasks); i++ {
			before, after := tasks[i-1], tasks[i]
			missing := monthNumber(after.Date.Value) - monthNumber(before.Date.Value) - 1
			if missing < 1 {
				continue
			}
			report(about(after, after.Date,
				say("%s の次の作業が %s で、間に記録のない月が%dか月あります。", "After %s the next work is on %s; %d whole months have none.", day(before.Date), day(after.Date), missing),
				say("その月のファイルやシートが抜けていないか確かめてください。", "Check that no file or sheet of that time is missing."),
				placeOf(before, before.Date)))
		}
	},
}

// monthNumber counts calendar months, so that neighbours differ by 1.
func monthNumber(d cell.Day) int {
	year, month, _ := d.YMD()
	return year*12 + int(month)
}
