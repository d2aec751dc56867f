package rule

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC245 = Rule{
	Code: "C245", Severity: finding.Warning,
	Title: lang.Say("1つの案件に定期と単発の両方がある", "One contract is both recurring and one-off"),
	Long: lang.Say(
		"「案件」のシートがない台帳では、定期か単発かを作業ログから読みます。同じ発注者の同じ案件名に両方が書かれているときは、"+
			"最初の行の方を使います。書き間違いなら直し、別の案件なら案件名を変えてください。",
		"In a ledger without a sheet of contracts the log says whether each is recurring. Where one title of one client "+
			"is called both, the first row counts. Correct a slip, or give two contracts two titles.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, work := range all.Jobs() {
			work = slices.DeleteFunc(work, func(t *record.Task) bool { return !t.Kind.Known })
			i := slices.IndexFunc(work, func(t *record.Task) bool { return t.Kind.Value != work[0].Kind.Value })
			if i < 0 {
				continue
			}
			first, other := work[0], work[i]
			report(record.About(other, other.Kind,
				lang.Sayf("案件「%[1]s」は、%[2]d行目では「%[3]s」、この行では「%[4]s」です。「%[3]s」として数えました。",
					"Contract “%[1]s” is “%[3]s” in row %[2]d and “%[4]s” here; it counts as “%[3]s”.",
					lang.Quote(other.Title.Text), first.Number, lang.Quote(first.Kind.Text), lang.Quote(other.Kind.Text)),
				lang.Say("書き間違いなら直してください。別の案件なら、案件名を変えてください。",
					"Correct it if it is a slip; if they are two contracts, give them two titles."),
				record.PlaceOf(first, first.Kind)))
		}
	},
}
