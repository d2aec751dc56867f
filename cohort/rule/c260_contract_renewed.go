package rule

import (
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC260 = Rule{
	Code: "C260", Severity: finding.Info,
	Title: lang.Say("更新された契約を1件の案件として数えた", "Rows of a renewed contract count as one"),
	Long: lang.Say(
		"発注者と案件名が同じで、前の行の終了日から次の行の開始日までの空きが31日以内の行（renewal_gap_days で変更できます）と、"+
			"更新元案件IDでつながる行は、更新された1件の案件です。案件名の末尾の番号・年度・更新・第2期・-2 などのちがいは同じ名前とみなします。"+
			"期間は最初の開始日から最後の終了日まで、種別は最後の行のものです。売上は行ごとに計算して足します。"+
			"更新しても別の案件として数えたいときは、pilot.toml の [settings] に renewals = \"separate\" と書いてください。",
		"Rows of one client and one title with at most 31 days between the end of one and the start of the next "+
			"(renewal_gap_days), and rows that 更新元案件ID joins, are one renewed contract. A number, a year, 更新, 第2期 or -2 "+
			"at the end of the title makes no difference. It runs from the first start to the last end, its kind is that of "+
			"the last row, and the revenue of the rows is added up. Write renewals = \"separate\" below [settings] in "+
			"pilot.toml to count every row by itself.",
	),
}

// Renewed names each contract that was renewed and the cells of its terms, and the terms of it that overlap.
func Renewed(chains []*record.Chain) []finding.Finding {
	var found []finding.Finding
	for _, c := range chains {
		found = append(found, renewed(c))
		for i, k := range c.Terms[1:] {
			if overlap(c.Terms[i], k) > 1 {
				f := overlapping(c.Terms[i], k, lang.Say("1件の案件として続けて数え、重なる日の売上は両方の行から計算しました。",
					"They count as one contract; the revenue of the days they share is that of both."))
				f.Code, f.Severity = ruleC261.Code, ruleC261.Severity
				found = append(found, f)
			}
		}
	}
	return found
}

func renewed(c *record.Chain) finding.Finding {
	whole, last := record.Whole(c.Terms), c.Terms[len(c.Terms)-1]
	var ids []string
	var cells []finding.Place
	for _, k := range c.Terms {
		ids = append(ids, lang.Quote(k.ID.Text))
		cells = append(cells, record.PlaceOf(k, k.StartDate), record.PlaceOf(k, k.EndDate))
	}
	end := lang.Say("継続中", "running")
	if whole.EndDate.Known {
		end = lang.Say(record.DateText(whole.EndDate), record.DateText(whole.EndDate))
	}
	f := record.About(last, last.ID,
		lang.Sayf("「%[1]s」の%[2]d行（%[3]s）を、更新された1件の案件（%[5]s〜%[6]s）として数えました。",
			"The %[2]d rows %[4]s of “%[1]s” count as one renewed contract (%[5]s to %[7]s).", lang.Quote(last.Title.Text),
			len(c.Terms), strings.Join(ids, "、"), strings.Join(ids, ", "), record.DateText(whole.StartDate), end.JA, end.EN),
		lang.Say("このままで構いません。別々の案件であれば、案件名を変えるか、pilot.toml の [settings] に renewals = \"separate\" と書いてください。",
			"Nothing need be done. If they are contracts of their own, give them other titles, or write "+
				"renewals = \"separate\" below [settings] in pilot.toml."),
		cells...)
	f.Code, f.Severity, f.Date, f.Single = ruleC260.Code, ruleC260.Severity, "", true
	return f
}

// chainsOf are the chains of the rows, those with an error included, by row.
func chainsOf(all *record.Tables, run Run) map[*record.Contract]*record.Chain {
	of := map[*record.Contract]*record.Chain{}
	for _, c := range record.Chains(all.Contracts.Every(), run.Renewals) {
		for _, k := range c.Terms {
			of[k] = c
		}
	}
	return of
}
