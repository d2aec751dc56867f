package cohort

import (
	"path"
	"strings"

	"pilot90/cohort/finding"
)

var ruleC216 = Rule{
	Code: "C216", Severity: finding.Warning,
	Title: finding.Text{JA: "同じ行が別のファイルやシートにもある", EN: "The same row in two files or sheets"},
	Long: finding.Text{
		JA: "月ごと・人ごとに分けたファイルに、同じ内容の行が入っています。先月分を写して作ったファイルに古い行が残っていることがよくあります。" +
			"両方を集計に入れるため、時間や報酬が二重になります。どちらか一方を削除してください。",
		EN: "Files kept by month or by person hold the same row. Often last month's file was copied and old rows remained. " +
			"Both count, so hours and pay are doubled; delete one of them.",
	},
	Check: func(c *Cohort, _ Clock, report reporter) {
		var key []byte
		for _, rows := range c.entries() {
			first := map[string]entry{}
			for _, r := range rows {
				key = readKey(key[:0], r)
				before, seen := first[string(key)]
				if !seen {
					first[string(key)] = r
					continue
				}
				if before.row().Source == r.row().Source {
					continue // C213
				}
				report(aboutEntry(r,
					say("「%s」の%d行目と同じ内容です。", "The same as row %[2]d of “%[1]s”.", fileAndSheet(before.row().Source), before.row().Number),
					say("写し間違いなら、どちらか一方を削除してください。", "If it was copied by mistake, delete one of the two."),
					before))
			}
		}
	},
}

// fileAndSheet names a sheet with its file; a CSV is named once.
func fileAndSheet(p *Source) string {
	if strings.TrimSuffix(path.Base(p.File), path.Ext(p.File)) == p.Sheet {
		return p.File
	}
	return p.File + " " + p.Sheet
}
