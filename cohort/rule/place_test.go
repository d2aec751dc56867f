package rule_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestSheetsNamedInMessages: a cell in another sheet or file is named with it, and a person with the
// sheet that holds that person.
func TestSheetsNamedInMessages(t *testing.T) {
	const roster = "参加者ID | 氏名 | 開始日\n"
	two := "## 参加者第1期\n" + roster + "P01 | 佐藤 花子 | 2025-04-01\n## 参加者第2期\n" + roster + "P02 | 田中 実 | 2025-04-01\n"
	log := "## 作業ログ\n作業日 | 参加者ID | 時間\n2025-05-01 | 田中実 | 1\n"
	tests := []struct{ name, text, code, says string }{
		{"the person's own sheet", two + cohorttest.Jobs + log, "C241", "「参加者第2期」シートの「P02」"},
		{"two sheets of one name", strings.NewReplacer("参加者第1期", "名簿 in 1期.xlsx", "参加者第2期", "名簿 in 2期.xlsx").Replace(two) +
			cohorttest.Jobs + log, "C241", "「2期.xlsx 名簿」シートの「P02」"},
		{"an id in the same sheet", "## 参加者\n" + roster + "P01 | 佐藤 花子 | 2025-04-01\nP01 | 田中 実 | 2025-04-01\n" +
			cohorttest.Jobs,
			"C201", "「P01」は A2 ですでに"},
		{"an id in another sheet", strings.Replace(two, "P02", "P01", 1) + cohorttest.Jobs, "C201", "「P01」は 参加者第1期!A2 ですでに"},
		{"an id in another file", strings.NewReplacer("参加者第2期", "参加者第2期 in 台帳2.xlsx", "P02", "P01").Replace(two) +
			cohorttest.Jobs,
			"C201", "「P01」は 台帳.xlsx 参加者第1期!A2 ですでに"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := cohorttest.Read(t, tt.text)
			for _, f := range l.Findings {
				if f.Code == tt.code && strings.Contains(f.Message.JA, tt.says) {
					return
				}
			}
			t.Errorf("no %s that says %q:\n%s", tt.code, tt.says, l)
		})
	}
}
