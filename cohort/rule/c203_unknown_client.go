package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC203 = Rule{
	Code: "C203", Severity: finding.Error,
	Title: lang.Say("発注者シートにない発注者ID", "Unknown client"),
	Long: lang.Say(
		"案件の発注者IDが発注者シートにないと、継続して発注している発注者の数や、域内・域外の売上を正しく出せません。その案件や請求は集計から外します。"+
			"番号の書き間違いを直すか、発注者シートに行を足してください。発注者シートがない台帳では確かめません。",
		"A contract or an invoice whose client is not on the clients sheet would falsify repeat clients and revenue by "+
			"region, so "+
			"it is left out. "+
			"Correct the id or add the client. A ledger without a clients sheet is not checked.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		if !all.Clients.Present {
			return
		}
		lost := lostClients(all)
		for _, r := range all.Contracts.Every() {
			if r.ClientID.Known && r.Client == nil && !lost.has(r.ClientID) {
				report(unknownID[record.Client](r, r.ClientID, &all.Clients, record.ClientID, record.ClientName), r.Row)
			}
		}
		for _, r := range all.Invoices.Every() {
			if r.ClientID.Known && r.Client == nil && r.Contract == nil && !lost.has(r.ClientID) {
				report(unknownID[record.Client](r, r.ClientID, &all.Clients, record.ClientID, record.ClientName), r.Row)
			}
		}
	},
}
