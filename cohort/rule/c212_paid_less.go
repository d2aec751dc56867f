package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC212 = Rule{
	Code: "C212", Severity: finding.Warning,
	Title: lang.Say("支払額が報酬より少ない（減額の疑い）", "Paid less than agreed"),
	Long: lang.Say(
		"決めた報酬より少なく支払われています。受け取る人に責任がないのに減らすことは、取引の適正化の法律で問題になることがあります。"+
			"振込手数料を差し引いていないか、税の源泉徴収や分割払いでないかを確かめ、理由を備考に残してください。この点検は法的な判断ではありません。",
		"Less was paid than agreed. Reducing pay for no fault of the worker can be a breach of fair-trade law. "+
			"Check for deducted bank fees, withheld tax or part payment and note the reason. This is no legal judgement.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Tasks.Every() {
			if !r.Paid.Known || !r.Pay.Known || r.Paid.Value >= r.Pay.Value {
				continue
			}
			report(record.About(r, r.Paid,
				lang.Sayf("支払額 %s円が、報酬 %s円より少なくなっています。", "Paid %s yen, less than the agreed %s yen.", lang.Yen(r.Paid.Value),
					lang.Yen(r.Pay.Value)),
				lang.Say("金額を確かめてください。差し引きに理由があれば、備考に書いておきます。", "Check the amounts; if there is a reason, note it."),
				record.PlaceOf(r, r.Pay)))
		}
	},
}
