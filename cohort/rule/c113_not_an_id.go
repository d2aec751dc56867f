package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC113 = Rule{
	Code: "C113", Severity: finding.Error,
	Title: lang.Say("番号や名前として使えない値", "Not an id or a name"),
	Long: lang.Say(
		"番号や名前の列に、1人（1社・1件）を指さない値があります。長すぎる文章、1つのセルに2つ以上の番号や名前、"+
			"Excelが日付・時刻や 2.02504E+11 のような数に変えてしまった番号などです。"+
			"セルの書式を文字列にして、0004、P-12 のような短い番号を1行に1つずつ書いてください。"+
			"氏名や会社名を番号の代わりに使うと、表記ゆれで別人・別会社になります。",
		"The cell does not name one person, client or contract: a long text, several ids or names in one cell, or an id "+
			"that Excel has turned into a date, a time or a number such as 2.02504E+11. Format the cell as text and write "+
			"one short id a row, such as 0004 or P-12. Names make poor ids, as they are written in several ways.",
	),
}
