package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC213 = Rule{
	Code: "C213", Severity: finding.Warning,
	Title: lang.Say("同じシートにまったく同じ行がある", "The same row twice on one sheet"),
	Long: lang.Say(
		"すべての列が一字一句同じ行があります。同じ日に同じ小さな作業を2回することもあるため、集計には入れたままにします。"+
			"写し間違いで2回入った行なら、1行を削除してください。報酬や時間が二重に数えられます。",
		"Two rows are alike to the letter. As a small job can be done twice a day, both count. "+
			"If one was pasted twice, delete it; otherwise hours and pay count double.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, rows := range entries(all) {
			var source *record.Source
			var above *twins
			for _, r := range rows {
				if s := r.At().Source; s != source {
					source, above = s, newTwins(record.TypedKey)
				}
				before := above.of(r)
				if before == nil {
					continue
				}
				report(aboutEntry(r,
					lang.Sayf("%d行目とまったく同じ内容です。", "Exactly the same as row %d.", before.At().Number),
					lang.Say("二重に入った行なら、1行を削除してください。別の作業なら、このままでかまいません。",
						"Delete one if it was entered twice; leave both if they are different work."),
					before))
			}
		}
	},
}
