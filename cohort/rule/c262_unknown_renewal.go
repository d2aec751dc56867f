package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC262 = Rule{
	Code: "C262", Severity: finding.Warning,
	Title: lang.Say("更新元の案件が見つからない", "The contract that is renewed is not there"),
	Long: lang.Say(
		"更新元案件IDに書かれた案件が、案件シートにありません。この行は、発注者と案件名が同じで続いている行があればそれとつなげ、なければ新しい案件として数えます。"+
			"番号の書き間違いを直すか、前の契約の行を案件シートに足してください。",
		"The sheet of contracts has no row with the id that this one renews. It is joined to a row of the same client and "+
			"title if one goes before it, and counts as a new contract otherwise. Correct the id, or add the earlier term.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		if run.Renewals.Separate {
			return
		}
		for _, r := range all.Contracts.Every() {
			if r.Renews.Known && r.Renewed == nil {
				report(unknownID[record.Contract](r, r.Renews, &all.Contracts, record.ContractID, record.ContractTitle))
			}
		}
	},
}
