package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC347 = Rule{
	Code: "C347", Severity: finding.Warning,
	Title: lang.Say("フォームを送った日を作業日とみなした", "The day on which a form was sent stands for that of the work"),
	Long: lang.Say(
		"作業日を聞かないフォームの回答は、送った日時（タイムスタンプなど）の日本時間の日を作業日とみなします。後の日にまとめて送った作業は、月や年度がずれます。"+
			"フォームに「作業日」の質問を足すか、回答の表に「作業日」の列を足してください。",
		"Answers of a form that does not ask for the day of the work are taken for work on the day, in Japan, on which they "+
			"were sent. What was reported later falls into another month or year. Add a question for the day, or a column 作業日 "+
			"to the answers.",
	),
}
