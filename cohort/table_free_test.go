package cohort_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestFreeTextIsNoKind: 支援内容 is the kind of support only where its values are those words.
func TestFreeTextIsNoKind(t *testing.T) {
	for _, c := range []struct {
		name, rows string
		kinds      bool
		codes      string // of what is said about the sheet
	}{
		{"free text", "2025-05-01 | 山田 | 1 | Excelの関数を一緒に確認した\n2025-05-02 | 山田 | 2 | 発注者との打合せに同席\n2025-05-03 | 山田 | 1 | 面談",
			false, "C321"},
		{"words", "2025-05-01 | 山田 | 1 | 面談\n2025-05-02 | 山田 | 2 | 通訳\n2025-05-03 | 山田 | 1 | ", true, "C190"}, // 面談 is 伴走
		{"words and a slip", "2025-05-01 | 山田 | 1 | 伴走\n2025-05-02 | 山田 | 2 | 通訳\n2025-05-03 | 山田 | 1 | 段取リ", true, "C104"},
	} {
		l := cohorttest.Read(t,
			"## 参加者\n参加者ID | 開始日\nP01 | 2025-04-01\n## 案件\n案件ID | 発注者ID | 種別 | 開始日\nK1 | C1 | 定期 | 2025-04-01\n"+
				"## 作業ログ\n作業日 | 参加者ID | 案件ID\n2025-06-02 | P01 | K1\n## 伴走記録\n日付 | 担当 | 時間 | 支援内容\n"+c.rows+"\n")
		codes := ""
		for _, f := range l.Findings {
			if f.Sheet == "伴走記録" {
				codes += f.Code
			}
		}
		if l.Support.Has("kind") != c.kinds || codes != c.codes || len(l.Support.Rows)+len(l.Support.Excluded) != 3 {
			t.Errorf("%s: kind read: %v; %s, want %s", c.name, l.Support.Has("kind"), codes, c.codes)
		}
	}
	// A column 役割 beside it is the kind, whatever stands in 支援内容.
	l := cohorttest.Read(t,
		"## 参加者\n参加者ID | 開始日\nP01 | 2025-04-01\n## 伴走記録\n日付 | 担当 | 時間 | 支援内容 | 役割\n2025-05-01 | 山田 | 1 | 書類を一緒に見た | 伴走\n")
	if len(l.Support.Rows) != 1 || l.Support.Rows[0].Kind.Value != "accompany" {
		t.Errorf("%+v", l.Support.Rows)
	}
}

// TestGrantNames: the full names of the grants are the fund 交付金 (facts.md names those of R5 to R8).
func TestGrantNames(t *testing.T) {
	for _, name := range []string{
		"デジタル田園都市国家構想交付金", "デジタル田園都市国家構想交付金（デジタル実装タイプ）", "新しい地方経済・生活環境創生交付金", "第2世代交付金", "第２世代交付金", "地域未来交付金", "地方創生推進交付金",
	} {
		l := cohorttest.Read(t, "## 予算\n費目 | 区分 | 財源 | 予算額\n支援員 | 伴走 | "+name+" | 1000\n")
		if len(l.Budget.Rows) != 1 || l.Budget.Rows[0].Fund.Value != "grant" {
			t.Errorf("%s is no grant: %+v", name, l.Findings)
		}
	}
}
