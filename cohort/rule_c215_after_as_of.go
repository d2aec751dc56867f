package cohort

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
)

var ruleC215 = Rule{
	Code: "C215", Severity: finding.Info,
	Title: finding.Text{JA: "基準日より後の日付", EN: "Date after the as-of date"},
	Long: finding.Text{
		JA: "基準日より後の作業・納品・支払・研修・伴走・満足度・実績・公開の日付は、まだ起きていないこととして集計に入れません。" +
			"予定を先に書いておくのはかまいません。年の書き間違いでないかだけ、お確かめください。契約の終了日や納期が先の日付なのは普通なので、知らせません。",
		EN: "Work, deliveries, payments, trainings, support, surveys, metrics and publications dated after the as-of date " +
			"have not happened yet and do not count. " +
			"Plans may stand in the ledger; just check that no year is wrong. Contract ends and due dates lie ahead as a " +
			"rule and are not reported.",
	},
	Check: func(c *Cohort, clock Clock, report reporter) {
		check := func(r record, f Field[cell.Day]) {
			if !f.Known || f.Value <= clock.AsOf {
				return
			}
			report(about(r, f,
				say("%s は基準日 %s より後なので、今回の集計には入れていません。", "%s is after the as-of date %s and does not count yet.", day(f),
					clock.AsOf),
				say("予定なら、このままでかまいません。年の書き間違いなら直してください。", "Leave it if it is planned; correct it if the year is wrong.")))
		}
		for _, r := range everyRow[Task](&c.Tasks) {
			check(r, r.Date)
			check(r, r.DeliveredDate)
			check(r, r.PaidDate)
		}
		for _, r := range everyRow[Training](&c.Trainings) {
			check(r, r.Date)
		}
		for _, r := range everyRow[Support](&c.Support) {
			check(r, r.Date)
		}
		for _, r := range everyRow[Survey](&c.Surveys) {
			check(r, r.Date)
		}
		for _, r := range everyRow[Metric](&c.Metrics) {
			check(r, r.Date)
		}
		for _, r := range everyRow[Publication](&c.Publications) {
			check(r, r.Date)
		}
	},
}
