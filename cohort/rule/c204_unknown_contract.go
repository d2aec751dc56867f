package rule

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC204 = Rule{
	Code: "C204", Severity: finding.Error,
	Title: lang.Say("案件シートにない案件ID", "Unknown contract"),
	Long: lang.Say(
		"作業ログや請求の案件IDが案件シートにないと、定期か単発か、どの発注者の仕事かがわかりません。その行は集計から外します。"+
			"番号の書き間違いを直すか、案件シートに行を足してください。案件によらない作業なら空欄にします。",
		"Without its contract, a task or an invoice is neither recurring nor one-off and belongs to no client, so it is "+
			"left out. "+
			"Correct the id or add the contract; leave the cell blank for work outside any contract.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		if !all.Contracts.Present {
			return
		}
		lost, titles := lostContracts(all), record.NewRegister(all)
		for _, r := range all.Tasks.Every() {
			if !r.ContractID.Known || r.Contract != nil || lost.has(r.ContractID) {
				continue
			}
			if found := titles.Titled(r.ContractID.Value, r.ClientID, r.Date); len(found) > 1 {
				report(sharedTitle(r, r.ContractID, found), r.Row)
			} else {
				report(unknownID[record.Contract](r, r.ContractID, &all.Contracts, record.ContractID, record.ContractTitle), r.Row)
			}
		}
		for _, r := range all.Invoices.Every() {
			if !r.ContractID.Known || r.Contract != nil || lost.has(r.ContractID) {
				continue
			}
			if found := titles.Titled(r.ContractID.Value, r.ClientID, record.Field[cell.Day]{}); len(found) > 1 {
				report(sharedTitle(r, r.ContractID, found), r.Row)
			} else {
				report(unknownID[record.Contract](r, r.ContractID, &all.Contracts, record.ContractID, record.ContractTitle), r.Row)
			}
		}
	},
}

// sharedTitle is the finding of a title that contracts of more than one client have.
func sharedTitle(r record.Record, id record.Field[string], found []*record.Contract) finding.Finding {
	var clients []string
	var places []finding.Place
	for _, c := range found[:min(len(found), 5)] {
		clients = append(clients, lang.Quote(c.ClientID.Text))
		places = append(places, record.PlaceOf(c, c.Title))
	}
	return record.About(r, id,
		lang.Sayf("「%[1]s」という案件名は%[2]d件の案件にあり、どれのことか決められません。",
			"%[2]d contracts are called “%[1]s”; which one is meant cannot be told.", lang.Quote(id.Text), len(found)),
		lang.Sayf("「発注者」の列を足して発注者（%[1]s など）を書くか、案件IDを書いてください。",
			"Add a column 発注者 with the client (such as %[1]s), or write the id of the contract.", clients[0]),
		places...)
}
