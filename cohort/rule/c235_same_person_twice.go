package rule

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC235 = Rule{
	Code: "C235", Severity: finding.Warning,
	Title: lang.Say("同じ氏名の参加者が2人いる", "Two participants with the same name"),
	Long: lang.Say(
		"同じ氏名（生年が書かれていれば生年も同じ）の参加者に、別々の番号が付いています。1人が2回登録されていると、登録者数や初めて収入を得た人の数が多く出ます。"+
			"同じ人なら1行にまとめ、作業ログの番号もそろえてください。同姓同名の別の人なら、このままでかまいません。",
		"Two ids have the same name (and the same year of birth, where given). If it is one person, registered people "+
			"and first incomes are counted twice. "+
			"Merge the rows and use one id; leave them if they are two people.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		first := map[string]*record.Participant{}
		for _, r := range all.Participants.Every() {
			name := strings.Join(strings.Fields(r.Name.Value), "")
			if !r.Name.Known || name == "" || !r.ID.Known {
				continue
			}
			before := first[name]
			if before == nil {
				first[name] = r
				continue
			}
			if before.ID.Value == r.ID.Value || before.BirthYear.Known && r.BirthYear.Known &&
				before.BirthYear.Value != r.BirthYear.Value {
				continue
			}
			report(record.About(r, r.ID,
				lang.Sayf("参加者「%s」と氏名が同じです。", "The same name as participant “%s”.", lang.Quote(before.ID.Value)),
				lang.Say("同じ人なら1行にまとめてください。別の人なら、このままでかまいません。", "Merge the rows if it is one person; leave them if not."),
				record.PlaceOf(before, before.ID)))
		}
	},
}
