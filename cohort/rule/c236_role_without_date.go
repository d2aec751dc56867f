package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC236 = Rule{
	Code: "C236", Severity: finding.Warning,
	Title: lang.Say("リーダー・ディレクターの役割就任日がない", "Leader or director without a role date"),
	Long: lang.Say(
		"「リーダー・ディレクターの人数」は、役割就任日が基準日までの人を数えます。就任日が空欄の人は数えられません。就任した日を書いてください。",
		"The number of leaders counts people whose role date is not after the as-of date, so those without one are "+
			"missed. Write the date.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Participants.Every() {
			if r.Role.Value != "leader" && r.Role.Value != "director" || !record.Blank(r.RoleDate) {
				continue
			}
			report(record.About(r, r.RoleDate,
				lang.Sayf("役割が「%s」ですが、役割就任日がありません。", "The role is “%s”, but there is no role date.", lang.Quote(r.Role.Text)),
				lang.Say("役割に就いた日を書いてください。", "Write the day the role was taken."),
				record.PlaceOf(r, r.Role)))
		}
	},
}
