package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC214 = Rule{
	Code: "C214", Severity: finding.Warning,
	Title: lang.Say("合計行が上の行の合計と合わない", "A total row does not add up"),
	Long: lang.Say(
		"表の下の合計・小計の値が、上の行を足した値と違います。pilot90 は合計行を使わず、1行ずつの値から計算します。"+
			"行の入れ忘れ、合計の式の範囲のずれ、手で打ち込んだ合計が古いままになっている、といった原因がよくあります。",
		"A total or subtotal differs from the sum of its rows. pilot90 never uses total rows; it adds the rows itself. "+
			"Usual causes: a row left out, a formula whose range is too short, a typed total that is out of date.",
	),
}
