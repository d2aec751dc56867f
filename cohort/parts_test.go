package cohort_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/finding"
)

// TestSeveralTablesInASheet: the roster, the contracts and the log on one sheet, side by side or below each other, with
// titles and notes; each value keeps the address it has in the sheet.
func TestSeveralTablesInASheet(t *testing.T) {
	for _, c := range []struct{ name, sheet, want, said string }{
		{"side by side", `
参加者名簿 | | | | | 案件一覧 | | | | | | 作業の記録
No. | 氏名 | 開始日 | 居住区分 | | 案件名 | 発注者 | 種別 | 開始日 | 月額 | | 作業日 | 氏名 | 案件名 | 時間 | 報酬
1 | 佐藤花子 | 2025-04-01 | 住民 | | 写真整理 | 青空農園 | 定期 | 2025-04-01 | 30000 | | 2025-06-02 | 佐藤 花子 | 写真整理 | 2 | 2000
2 | 鈴木一郎 | 2025-04-01 | 移住 | | ※税込 | | | | | | 2025-06-03 | 鈴木 一郎 | 写真整理 | 1 | 1000
`, "1 2025-06-02 2 L3 M3 O3\n2 2025-06-03 1 L4 M4 O4", "A2:D4 F2:J4 L2:P4"},
		{"below each other", `
参加者名簿
No. | 氏名 | 開始日 | 居住区分
1 | 佐藤花子 | 2025-04-01 | 住民
2 | 鈴木一郎 | 2025-04-01 | 移住
※個人情報のため取扱注意
|
案件一覧 | | 総務課
|
案件名 | 発注者 | 種別 | 開始日 | 月額
写真整理 | 青空農園 | 定期 | 2025-04-01 | 30000
|
作業日 | 氏名 | 案件名 | 時間 | 報酬
2025-06-02 | 佐藤 花子 | 写真整理 | 2 | 2000
2025-06-03 | 鈴木 一郎 | 写真整理 | 1 | 1000
合計 | | | 3 | 3000
`, "1 2025-06-02 2 A13 B13 D13\n2 2025-06-03 1 A14 B14 D14", "A2:D5 A9:E10 A12:E15"},
	} {
		l := cohorttest.Read(t, shapeHead[:strings.Index(shapeHead, "##")]+"## 台帳\n"+c.sheet)
		if got := tasksOf(l); got != c.want {
			t.Errorf("%s: tasks\n%s\nwant\n%s\n%s", c.name, got, c.want, l)
		}
		i := slices.IndexFunc(l.Findings, func(f finding.Finding) bool { return f.Code == "C339" })
		if i < 0 {
			t.Errorf("%s: nothing says that the sheet was cut:\n%s", c.name, l)
			continue
		}
		for _, at := range strings.Fields(c.said) {
			if !strings.Contains(l.Findings[i].Message.JA, at) {
				t.Errorf("%s: %s is not named: %s", c.name, at, l.Findings[i].Message.JA)
			}
		}
		errors := 0
		for _, f := range l.Findings {
			if f.Severity == finding.Error {
				errors++
			}
		}
		if n := len(l.Participants.Every()); n != 2 || errors != 0 {
			t.Errorf("%s: %d participants, %d errors:\n%s", c.name, n, errors, l)
		}
	}
}

// TestPartsThatStay: a sheet is not cut for a table that another sheet is, nor for a summary of the log beside it.
func TestPartsThatStay(t *testing.T) {
	const log = "作業日 | 参加者ID | 案件ID | 時間 | 報酬"
	for name, c := range map[string]string{
		"another sheet is the roster": log + " | | 参加者ID | 氏名 | 開始日 | 居住区分\n" +
			"2025-06-02 | P01 | K1 | 2 | 2000 | | P01 | 佐藤 | 2025-04-01 | 住民\n",
		"a summary": log + " | | 参加者 | 時間計 | 報酬計\n2025-06-02 | P01 | K1 | 2 | 2000 | | P01 | 2 | 2000\n",
	} {
		l := cohorttest.Read(t, shapeHead+"## 作業ログ\n"+c)
		if strings.Contains(fmt.Sprint(l.Findings), "C339") || tasksOf(l) != "P01 2025-06-02 2 A2 B2 D2" {
			t.Errorf("%s: tasks\n%s\n%s", name, tasksOf(l), l)
		}
	}
}

// TestTwinsByCohort: two people of one name are told apart by the cohort that the log gives; without it the row is
// nobody's.
func TestTwinsByCohort(t *testing.T) {
	const people = "## 参加者\n氏名 | 期 | 開始日\n小川明美 | 第1期 | 2025-04-01\n小川 明美 | 第2期 | 2025-06-01\n" +
		"## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nK1 | C1 | 定期 | 2025-04-01 | 30000\n"
	l := cohorttest.Read(t, people+"## 作業ログ\n作業日 | 氏名 | 期別 | 案件ID | 時間\n"+
		"2025-07-02 | 小川明美 | 第２期 | K1 | 2\n2025-07-03 | 小川　明美 | 第1期 | K1 | 1\n2025-07-04 | 小川明美 | | K1 | 4 ^\n")
	var got []string
	for _, task := range l.Tasks.Rows {
		got = append(got, task.Participant.Cohort.Value)
	}
	if !slices.Equal(got, []string{"第2期", "第1期"}) {
		t.Errorf("cohorts of the tasks: %v\n%s", got, l)
	}
}

// TestChoiceByItsWords: 区分 alone means the kind of a contract; where the clients' sectors stand below it, it is that.
func TestChoiceByItsWords(t *testing.T) {
	const head = "## 参加者\n参加者ID | 開始日\nP01 | 2025-04-01\n## 案件\n案件ID | 発注者 | 区分 | 開始日 | 月額\n"
	const log = "## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間\n2025-06-02 | P01 | K1 | 2\n"
	l := cohorttest.Read(t, head+"K1 | 青空農園 | 企業 ^ | 2025-04-01 | 30000\nK2 | 社協 | 団体 | 2025-04-01 | 30000\n"+
		"K3 | 町 | 自治体 | 2025-04-01 | 30000\n"+log)
	if got := l.Contracts.Rows[0]; got.Sector.Value != "company" || got.Kind.Known {
		t.Errorf("sector %q, kind %q\n%s", got.Sector.Value, got.Kind.Value, l)
	}
	l = cohorttest.Read(t, head+"K1 | 青空農園 | 定期 | 2025-04-01 | 30000\nK2 | 社協 | 企業 ^C104 | 2025-04-01 | 30000\n"+
		"K3 | 町 | 自治体 ^C104 | 2025-04-01 | 30000\n"+log)
	if got := l.Contracts.Rows[0]; got.Kind.Value != "recurring" {
		t.Errorf("kind %q\n%s", got.Kind.Value, l)
	}
}
