package rule

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// noReason is what people write to say that the column does not apply.
var noReason = []string{"-", "－", "―", "ー", "なし", "無し", "無", "該当なし"}

var ruleC239 = Rule{
	Code: "C239", Severity: finding.Warning,
	Title: lang.Say("離脱理由があるのに離脱日がない", "Exit reason without an exit date"),
	Long: lang.Say(
		"離脱理由が書かれていますが、離脱日が空欄です。離脱日がない人は続けているものとして数えるため、定着率が実際より高く出ます。離脱した日を書いてください。",
		"There is a reason for leaving but no exit date. People without one count as still taking part, so retention "+
			"comes out too high. Write the date.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, r := range all.Participants.Every() {
			if !r.ExitReason.Known || slices.Contains(noReason, r.ExitReason.Value) || !record.Blank(r.ExitDate) {
				continue
			}
			report(record.About(r, r.ExitDate,
				lang.Say("離脱理由がありますが、離脱日が空欄です。", "There is an exit reason but no exit date."),
				lang.Say("離脱した日を書いてください。続けている人なら、離脱理由を空欄にします。",
					"Write the exit date, or clear the reason if the person is still taking part."),
				record.PlaceOf(r, r.ExitReason)))
		}
	},
}
