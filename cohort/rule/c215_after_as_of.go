package rule

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC215 = Rule{
	Code: "C215", Severity: finding.Info,
	Title: lang.Say("基準日より後の日付", "Date after the as-of date"),
	Long: lang.Say(
		"基準日より後の作業・納品・支払・研修・伴走・満足度・実績・公開の日付は、まだ起きていないこととして集計に入れません。"+
			"予定を先に書いておくのはかまいません。年の書き間違いでないかだけ、お確かめください。契約の終了日や納期が先の日付なのは普通なので、知らせません。",
		"Work, deliveries, payments, trainings, support, surveys, metrics and publications dated after the as-of date "+
			"have not happened yet and do not count. "+
			"Plans may stand in the ledger; just check that no year is wrong. Contract ends and due dates lie ahead as a "+
			"rule and are not reported.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		check := func(r record.Record, f record.Field[cell.Day]) {
			if !f.Known || f.Value <= run.AsOf {
				return
			}
			report(record.About(r, f,
				lang.Sayf("%s は基準日 %s より後なので、今回の集計には入れていません。", "%s is after the as-of date %s and does not count yet.",
					record.DateText(f),
					run.AsOf),
				lang.Say("予定なら、このままでかまいません。年の書き間違いなら直してください。", "Leave it if it is planned; correct it if the year is wrong.")))
		}
		for _, r := range all.Tasks.Every() {
			check(r, r.Date)
			check(r, r.DeliveredDate)
			check(r, r.PaidDate)
		}
		for _, r := range all.Payments.Every() {
			check(r, r.PaidDate)
		}
		for _, r := range all.Trainings.Every() {
			check(r, r.Date)
		}
		for _, r := range all.Support.Every() {
			check(r, r.Date)
		}
		for _, r := range all.Surveys.Every() {
			check(r, r.Date)
		}
		for _, r := range all.Metrics.Every() {
			check(r, r.Date)
		}
		for _, r := range all.Publications.Every() {
			check(r, r.Date)
		}
	},
}
