package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC258 = Rule{
	Code: "C258", Severity: finding.Warning,
	Title: lang.Say("種別が空欄の案件", "Contract without a kind"),
	Long: lang.Say(
		"定期か単発かがわからない案件です。案件としては数え、定期の割合や継続月数など、定期にかかわる数字には、定期としても単発としても入れません。何件を入れていないかは、その数字に書き添えます。",
		"Nobody knows whether the contract is recurring. It counts as a contract, and figures of recurring work leave it "+
			"out on both sides; they say how many.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, k := range all.Contracts.Every() {
			if k.Kind.Col == 0 || !record.Blank(k.Kind) || record.Filled(k) < 2 {
				continue
			}
			report(record.About(k, k.Kind,
				lang.Say("種別が空欄です。定期にかかわる数字には入れません。",
					"The kind is blank; figures of recurring work leave this contract out."),
				lang.Say("続く仕事なら「定期」、1回の仕事なら「単発」と書いてください。", "Write 定期 for work that goes on, 単発 for one-off work.")))
		}
	},
}
