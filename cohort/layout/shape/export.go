package shape

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/sheet/grid"
)

// exports are tools whose exports have headings that no form made by hand has together. They are read like any sheet;
// that the tool is known is only said, so that a tool which renames its columns costs the sentence and no figure.
var exports = []struct {
	tool lang.Text
	with []string // headings, all of which the export has, as lang.CompactLower writes them
}{
	{lang.Say("Clockify の明細", "a detailed report of Clockify"),
		lang.Words("user project startdate starttime duration(decimal)")},
	{lang.Say("Toggl Track の明細", "a detailed report of Toggl Track"),
		lang.Words("user email project billable startdate starttime duration")},
	{lang.Say("Kimai の一覧", "an export of Kimai"), lang.Words("date from to duration customer project activity")},
	{lang.Say("Kimai の一覧", "an export of Kimai"), lang.Words("日付 from to 期間 得意先 プロジェクト アクティビティ")},
	{lang.Say("kintone の書き出し", "an export of kintone"), lang.Words("レコードの開始行")},
	{lang.Say("kintone の書き出し", "an export of kintone"), lang.Words("レコード番号 作成者 更新日時")},
	{lang.Say("Google フォームの回答", "answers of a Google form"), lang.Words("タイムスタンプ")},
	{lang.Say("Google フォームの回答", "answers of a Google form"), lang.Words("timestamp")},
	{lang.Say("Microsoft Forms の回答", "answers of Microsoft Forms"), lang.Words("開始時刻 完了時刻 メール")},
	{lang.Say("Microsoft Forms の回答", "answers of Microsoft Forms"), lang.Words("id starttime completiontime email")},
	{lang.Say("freee の勤怠", "the monthly attendance of freee"), lang.Words("勤怠種別 始業時刻 終業時刻")},
	{lang.Say("KING OF TIME の勤怠", "the attendance of KING OF TIME"), lang.Words("従業員コード 出勤 退勤")},
	{lang.Say("クラウドワークスの支払明細", "a statement of CrowdWorks"), lang.Words("契約id システム利用料")},
	{lang.Say("ランサーズの支払明細", "a statement of Lancers"), lang.Words("システム手数料 ランサー名")},
}

// exported says of which tool a table is the export; false for none that is known.
func exported(t *layout.Table) (finding.Finding, bool) {
	at := t.HeadingRange()
	var heads []string
	for col, last := 1, t.Grid.Used().ToCol; col <= last; col++ {
		heads = append(heads, lang.CompactLower(t.HeadingOf(col)))
	}
	for _, e := range exports {
		if slices.ContainsFunc(e.with, func(head string) bool { return !slices.Contains(heads, head) }) {
			continue
		}
		return read(t.Grid, grid.Range{FromRow: at.ToRow, FromCol: at.FromCol, ToRow: at.ToRow, ToCol: at.ToCol},
			lang.Sayf("%[1]sとして、見出しのとおりに「%[2]s」の表として読みました。", "Read as %[3]s, by its headings, for the table %[4]s.",
				e.tool.JA, t.Schema.Sheet.JA, e.tool.EN, t.Schema.Sheet.EN)), true
	}
	return finding.Finding{}, false
}
