package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC229 = Rule{
	Code: "C229", Severity: finding.Warning,
	Title: lang.Say("納期が作業日より前", "Due before the work"),
	Long: lang.Say(
		"納期を過ぎてから作業したことになっています。納期遅れが事実でなければ、納期か作業日の年・月の書き間違いです。納期を守った割合に影響します。",
		"The work is dated after its due date. Unless it really was late, a year or month is wrong. The on-time ratio "+
			"depends on it.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			if !r.Date.Known || !r.DueDate.Known || r.DueDate.Value >= r.Date.Value {
				continue
			}
			report(record.About(r, r.DueDate,
				lang.Sayf("納期 %s が作業日 %s より前です。", "Due on %s, before the work on %s.", record.DateText(r.DueDate),
					record.DateText(r.Date)),
				lang.Say("納期と作業日を確かめてください。遅れて作業したのが事実なら、このままでかまいません。", "Check both dates; leave them if the work was late."),
				record.PlaceOf(r, r.Date)))
		}
	},
}
