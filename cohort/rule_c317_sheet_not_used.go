package cohort

import "pilot90/cohort/finding"

var ruleC317 = Rule{
	Code: "C317", Severity: finding.Info,
	Title: finding.Text{JA: "使わなかったシート", EN: "Sheet not used"},
	Long: finding.Text{
		JA: "どの表にも当てはまらないシートなので使いませんでした。使うはずのシートなら、シート名と見出しを確かめるか、pilot.toml で指定してください。",
		EN: "The sheet matches no table and was not used. If it should be, check its name and headings or name it in " +
			"pilot.toml.",
	},
}
