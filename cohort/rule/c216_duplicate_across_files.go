package rule

import (
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

var ruleC216 = Rule{
	Code: "C216", Severity: finding.Warning,
	Title: lang.Say("同じ行が別のファイルやシートにもある", "The same row in two files or sheets"),
	Long: lang.Say(
		"月ごと・人ごとに分けたファイルに、同じ内容の行が入っています。先月分を写して作ったファイルに古い行が残っていることがよくあります。"+
			"両方を集計に入れるため、時間や報酬が二重になります。どちらか一方を削除してください。"+
			"作業ログから人ごと・月ごとにまとめた表（月別の支払一覧など）が作業ログとして読まれているときも、その行をお知らせします。",
		"Files kept by month or by person hold the same row. Often last month's file was copied and old rows remained. "+
			"Both count, so hours and pay are doubled; delete one of them. "+
			"So are the rows of a sheet made from the log, such as a list of payments by person and month, that was read as "+
			"a log too.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		for _, rows := range entries(all) {
			if oneSource(rows) {
				continue
			}
			all := newTwins(record.ReadKey)
			for _, r := range rows {
				before := all.of(r)
				if before == nil || before.At().Source == r.At().Source { // the latter is C213
					continue
				}
				report(aboutEntry(r,
					lang.Sayf("「%s」の%d行目と同じ内容です。", "The same as row %[2]d of “%[1]s”.", before.At().Source.Title(),
						before.At().Number),
					lang.Say("写し間違いなら、どちらか一方を削除してください。", "If it was copied by mistake, delete one of the two."),
					before))
			}
		}
		eachRepeatedSum(all, func(t *record.Task, tasks int, first *record.Task) { report(repeatedSum(t, tasks, first)) })
	},
}

// repeatedSum is the finding of a row that sums up rows of another sheet.
func repeatedSum(t *record.Task, tasks int, first *record.Task) finding.Finding {
	return record.About(t, t.Pay,
		lang.Sayf("「%[1]s」の%[2]d行目など%[3]d件の作業を合わせた額と同じです。まとめの表を作業ログとして読んだようです。",
			"The same as %[3]d tasks together (“%[1]s” row %[2]d …); a sheet that sums up the log seems to be read as a log.",
			first.Source.Title(), first.Number, tasks),
		lang.Say("このシートが作業ログから作ったものなら、台帳のフォルダーの外に移すか、読み取りの設定で「読まない」にしてください。今は両方を数えています。",
			"If the sheet was made from the log, move it out of the ledger's folder, or set it to be not read in the "+
				"settings of reading. Both count now."),
		record.PlaceOf(first, first.Pay))
}
