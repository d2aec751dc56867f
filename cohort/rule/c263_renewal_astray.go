package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC263 = Rule{
	Code: "C263", Severity: finding.Warning,
	Title: lang.Say("更新元をたどると自分に戻る、または先の契約になる", "A renewal that leads back, or to a later contract"),
	Long: lang.Say(
		"更新元案件IDは、前の契約の案件IDです。自分や、自分を更新した案件の番号、自分より後に始まる案件の番号が書かれているときは、その行の更新元を使いません。"+
			"番号の書き間違いを直してください。",
		"更新元案件ID is the id of the term before. One that names the row itself, a row that renews it, or a row that begins "+
			"later is not used. Correct the id.",
	),
	Check: func(all *record.Tables, run Run, report reporter) {
		if run.Renewals.Separate {
			return
		}
		fault := record.RenewalFaults(all.Contracts.Every())
		for _, r := range all.Contracts.Every() {
			var message lang.Text
			switch fault(r) {
			case record.RenewalOfItself:
				message = lang.Sayf("更新元「%[1]s」をたどると、この案件に戻ります。更新元を使わずに数えました。",
					"Following “%[1]s” leads back to this contract; it is not used.", lang.Quote(r.Renews.Text))
			case record.RenewalOfLater:
				message = lang.Sayf("更新元「%[1]s」は、この案件より後の %[2]s に始まります。更新元を使わずに数えました。",
					"“%[1]s” begins later than this contract, on %[2]s; it is not used.", lang.Quote(r.Renews.Text),
					record.DateText(r.Renewed.StartDate))
			default:
				continue
			}
			report(record.About(r, r.Renews, message,
				lang.Say("更新元には、前の契約の案件IDを書いてください。", "Write the id of the term before."),
				record.PlaceOf(r.Renewed, r.Renewed.StartDate)))
		}
	},
}
