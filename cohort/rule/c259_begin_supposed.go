package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC259 = Rule{
	Code: "C259", Severity: finding.Warning,
	Title: lang.Say("開始日が空欄の案件を、最初の作業か請求の日からとした", "Contract taken to begin with its first work or invoice"),
	Long: lang.Say(
		"開始日のない案件は、最初の作業の日か、最初の請求の日（月だけの請求は、その月の1日）の早いほうから始まったとみなします。実際の契約はそれより前からかもしれないため、"+
			"継続月数などは「少なくとも」の値です。開始日を書けば正しい値になります。",
		"A contract without a start is taken to begin with its first work or first invoice (of an invoice for a month, the "+
			"first of it), whichever is earlier. It may have begun before, so months of continuation are at least as long. "+
			"With the start written, the values are right.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		said := map[*record.Source]bool{}
		for _, k := range all.Contracts.Every() {
			if !k.StartSupposed() || k.StartDate.Col == 0 && said[k.Source] {
				continue
			}
			message := lang.Sayf("開始日が空欄のため、最初の作業か請求の %[1]s から始まったとみなしました（遅くともこの日）。",
				"The start is blank: it is taken to begin with the first work or invoice on %[1]s, at the latest.",
				record.DateText(k.StartDate))
			if k.StartDate.Col == 0 {
				said[k.Source] = true
				message = lang.Say("このシートには開始日の列がないため、どの案件も最初の作業か請求の日から始まったとみなしました（遅くともその日）。",
					"The sheet has no column of starts: each contract is taken to begin with its first work or invoice, at the "+
						"latest.")
			}
			report(record.About(k, k.StartDate, message,
				lang.Say("契約の開始日を書いてください。", "Write the first day of the contract.")))
		}
	},
}
