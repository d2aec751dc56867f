package rule

import (
	"math"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC248 = Rule{
	Code: "C248", Severity: finding.Warning,
	Title: lang.Say("差引支給額が合わない", "Net is not gross less what was withheld"),
	Long: lang.Say(
		"差引支給額が、支払額から源泉徴収を引いた額と合いません。どれか1つの書き間違いです。集計には支払額（引く前の額）を使います。"+
			"手数料などほかにも引くものがあり、半分より多くの行で合わない表では確かめません。",
		"The net amount is not the amount paid less what was withheld: one of the three is wrong. The figures use the "+
			"amount "+
			"before anything is withheld. A sheet in which most rows differ, since more is taken off (fees), is not checked.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		agree, rows := map[*record.Source]int{}, map[*record.Source]int{}
		for _, p := range all.Payments.Every() {
			if less, known := netDiffers(p); known {
				rows[p.Source]++
				if !less {
					agree[p.Source]++
				}
			}
		}
		for _, p := range all.Payments.Every() {
			if differs, _ := netDiffers(p); !differs || agree[p.Source]*2 < rows[p.Source] {
				continue
			}
			report(record.About(p, p.Net,
				lang.Sayf("差引支給額 %[1]s円が、支払額 %[2]s円 − 源泉徴収 %[3]s円 = %[4]s円と合いません。",
					"Net %[1]s yen is not %[2]s − %[3]s = %[4]s yen.", lang.Yen(p.Net.Value), lang.Yen(p.Amount.Value),
					lang.Yen(p.Withheld.Value), lang.Yen(p.Amount.Value-p.Withheld.Value)),
				lang.Say("3つの額を確かめてください。", "Check the three amounts."),
				record.PlaceOf(p, p.Amount), record.PlaceOf(p, p.Withheld)))
		}
	},
}

// netDiffers reports whether net is another amount than what is left; known is false where a part is not.
func netDiffers(p *record.Payment) (differs, known bool) {
	if !p.Amount.Known || !p.Withheld.Known || !p.Net.Known {
		return false, false
	}
	return math.Abs(p.Amount.Value-p.Withheld.Value-p.Net.Value) >= 1, true
}
