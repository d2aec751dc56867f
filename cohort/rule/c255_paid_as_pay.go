package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC255 = Rule{
	Code: "C255", Severity: finding.Info,
	Title: lang.Say("支払額の列を報酬として読んだ", "The amount paid was read as the pay"),
	Long: lang.Say(
		"作業ログに報酬の列がなく、支払額の列だけがあるため、それを報酬の額として読みました。"+
			"約束した額と支払った額を分けて記録したいときは、報酬の列を足してください。",
		"The log has no column of the pay and one of the amount paid, which was read as the pay. To keep what was agreed "+
			"apart "+
			"from what was paid, add a column of the pay.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, s := range all.Tasks.Sources {
			col, is := s.PaidAsPay()
			if !is {
				continue
			}
			report(finding.Finding{Place: s.HeadingCell(col), Column: s.Headings[col],
				Message: lang.Say("報酬の列がないため、支払額の列を報酬の額として読みました。",
					"There is no column of the pay: that of the amount paid was read as it."),
				Fix: lang.Say("このままで構いません。支払った額だけの列であれば、約束した額の「報酬」の列を足してください。",
					"Nothing need be done. If it holds only what was paid so far, add a column 報酬 of what was agreed.")})
		}
	},
}
