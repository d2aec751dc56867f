package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC327 = Rule{
	Code: "C327", Severity: finding.Warning,
	Title: lang.Say("取り消し線の引かれた記録や値を読んだ", "Struck-out record or value was read"),
	Long: lang.Say(
		"取り消し線は見た目だけのもので、表計算では消えた記録になりません。取り消した記録なのか、済んだ印なのかを決められないため、そのまま数えています。"+
			"取り消した記録であれば行を、取り消した値であれば文字を消してください。数えてよいものであれば、取り消し線を消すとこの注意は出なくなります。離脱した人の行は、消さずに離脱日を書いてください。",
		"A strikethrough line changes the looks only. Whether the record is void or just done with cannot be told, so "+
			"it counts. "+
			"Delete a record or a value that is void; take the line away from what should count. Do not delete people who "+
			"left: enter their exit date.",
	),
}
