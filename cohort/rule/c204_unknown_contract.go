package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC204 = Rule{
	Code: "C204", Severity: finding.Error,
	Title: lang.Say("案件シートにない案件ID", "Unknown contract"),
	Long: lang.Say(
		"作業ログの案件IDが案件シートにないと、定期か単発か、どの発注者の仕事かがわかりません。その作業は集計から外します。"+
			"番号の書き間違いを直すか、案件シートに行を足してください。案件によらない作業なら空欄にします。",
		"Without its contract, a task is neither recurring nor one-off and belongs to no client, so it is left out. "+
			"Correct the id or add the contract; leave the cell blank for work outside any contract.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		if !all.Contracts.Present {
			return
		}
		lost := lostContracts(all)
		for _, r := range all.Tasks.Every() {
			if r.ContractID.Known && r.Contract == nil && !lost.has(r.ContractID) {
				report(unknownID[record.Contract](r, r.ContractID, &all.Contracts, record.ContractID, record.ContractTitle), r.Row)
			}
		}
	},
}
