package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC312 = Rule{
	Code: "C312", Severity: finding.Error,
	Title: lang.Say("必要な列がない", "Required column missing"),
	Long: lang.Say(
		"表に、なくてはならない列が見つかりません。よく似た見出しがあればメッセージに示します。見出しを直すか、読み取りの設定（pilot90 read --set、または読み取りのページ）でその列を決めてください。"+
			"全部の行に共通の値なら、--set 'シート!参加者ID:=P03' のように値を1つ決められます。",
		"The table lacks a column it cannot do without. The message names similar headings. Correct the heading, or "+
			"name the column in the settings of reading (pilot90 read --set, or the page of reading). What is the same for all "+
			"rows can be given once: --set 'SHEET!participant_id:=P03'.",
	),
}
