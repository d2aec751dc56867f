package cohort

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

var ruleC236 = Rule{
	Code: "C236", Severity: finding.Warning,
	Title: text("リーダー・ディレクターの役割就任日がない", "Leader or director without a role date"),
	Long: text(
		"「リーダー・ディレクターの人数」は、役割就任日が基準日までの人を数えます。就任日が空欄の人は数えられません。就任した日を書いてください。",
		"The number of leaders counts people whose role date is not after the as-of date, so those without one are "+
			"missed. Write the date.",
	),
	Check: func(all *Records, _ Run, report reporter) {
		for _, r := range all.Participants.Every() {
			if r.Role.Value != "leader" && r.Role.Value != "director" || !blank(r.RoleDate) {
				continue
			}
			report(about(r, r.RoleDate,
				say("役割が「%s」ですが、役割就任日がありません。", "The role is “%s”, but there is no role date.", lang.Quote(r.Role.Text)),
				text("役割に就いた日を書いてください。", "Write the day the role was taken."),
				placeOf(r, r.Role)))
		}
	},
}
