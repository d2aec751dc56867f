package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC226 = Rule{
	Code: "C226", Severity: finding.Info,
	Title: lang.Say("長く作業のない継続中の定期案件（休眠の疑い）", "Recurring contract without work for a long time"),
	Long: lang.Say(
		"終了日のない定期案件は、続いているものとして数えます。定められた日数（60日、pilot.toml で変更できます）より長く作業がないため、終わった案件の終了日が書かれていないおそれがあります。"+
			"終わっていれば終了日を書いてください。そのままでは、定期案件の割合と平均継続月数が実際より大きく出ます。",
		"A recurring contract without an end date counts as running. There has been no work on it for longer than the "+
			"limit (60 days; see pilot.toml), so it may have ended unrecorded. "+
			"If so, write its end date; otherwise recurring ratio and continuation months come out too high.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		if !all.Tasks.Present || !all.Tasks.Has("contract_id") {
			return
		}
		last, chains := map[*record.Contract]*record.Task{}, chainsOf(all, run)
		for _, t := range all.Tasks.Every() {
			if t.Contract == nil || !t.Date.Known || t.Date.Value > run.AsOf {
				continue
			}
			k := t.Contract
			if c := chains[k]; c != nil {
				k = c.Terms[len(c.Terms)-1]
			}
			if seen := last[k]; seen == nil || t.Date.Value > seen.Date.Value {
				last[k] = t
			}
		}
		for _, r := range all.Contracts.Every() {
			if r.ID.Known && r.Kind.Value == "recurring" && r.StartDate.Known && record.Blank(r.EndDate) {
				checkDormant(r, last[r], run, report)
			}
		}
	},
}

// checkDormant asks about a contract without work for long. Work from before the ledger begins stands in another.
func checkDormant(r *record.Contract, last *record.Task, run Run, report reporter) {
	asOf, limit := run.AsOf, run.QuietDays
	fix := lang.Say("終わった案件なら終了日を書いてください。続いていれば、このままでかまいません。",
		"If it has ended, write the end date; leave it if it is running.")
	if last == nil {
		if days := int(asOf - r.StartDate.Value); days > limit && int(asOf-run.Begins) > limit {
			report(record.About(r, r.EndDate, lang.Sayf("開始から%d日たちますが（めやすは%d日）、作業の記録がなく、終了日も空欄です。",
				"%d days after the start (the limit is %d) there is no work and no end date.", days, limit),
				fix, record.PlaceOf(r, r.StartDate)))
		}
		return
	}
	if days := int(asOf - last.Date.Value); days > limit && int(asOf-run.Begins) > limit {
		report(record.About(r, r.EndDate, lang.Sayf("最後の作業 %s から%d日たちますが（めやすは%d日）、終了日が空欄です。",
			"The last work was on %s, %d days ago (the limit is %d), and there is no end date.", record.DateText(last.Date),
			days, limit),
			fix, record.PlaceOf(last, last.Date)))
	}
}
