package catalog

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestStudentsAreTheRegistered: of people who are all students the denominator is the number
// registered, whenever they start. P2 and P6 are registered and start after the as-of date, P3 starts
// before it and is registered after it, P4 has no date of registration and starts after it.
func TestStudentsAreTheRegistered(t *testing.T) {
	figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, summer+`
## 参加者
参加者ID | 登録日 | 開始日 | 事情
P1 | 2025-04-01 | 2025-04-01 | 学生
P2 | 2025-09-30 | 2025-10-01 | 学生
P3 | 2025-10-01 | 2025-09-01 | 学生
P4 |            | 2025-10-01 | 学生
P5 |            | 2025-09-30 | 学生
P6 | 2025-09-01 | 2025-11-01 | 学生
`+log+"2025-04-10 | P1 | | 1 | 500 | |\n")))
	for id, line := range map[string]string{
		"registered_workers":          "value 4", // P1, P2, P5, P6
		"student_participation_ratio": "value 1/4",
	} {
		if err := check(kpi.Find(figures, id), line); err != nil {
			t.Errorf("%s: %s: %v", id, line, err)
		}
	}
}

// TestWordsOfSchools: students and the firms that take them in, under the headings that a school and a chamber of
// commerce use. Of two students one worked, and the one whose outcome is known stayed; the firm is one of the town.
func TestWordsOfSchools(t *testing.T) {
	for _, words := range [][4]string{
		{"生徒ID", "受入企業", "受入企業ID", "受入企業名"}, {"実習生番号", "実習先一覧", "実習先ID", "実習先名"},
		{"学籍番号", "受入先", "受入先番号", "受入先名"},
	} {
		figures := kpi.Run(All(), kpi.NewWindow(cohorttest.Load(t, `
as_of: 2026-03-31

## 学生名簿
`+words[0]+` | 氏名 | 状況 | 開始日 | 進路
G1 | 架空 一 | 学生 | 2025-05-01 | 地元就職
G2 | 架空 二 | 学生 | 2025-05-01 |

## `+words[1]+`
`+words[2]+` | `+words[3]+` | 所在
H1 | 架空製作所 | 域内

## 案件
案件ID | `+words[2]+` | 種別 | 開始日 | 月額
K1 | H1 | 単発 | 2025-06-01 | 10000

## 作業ログ
作業日 | `+words[0]+` | 案件ID | 時間 | 報酬
2025-06-10 | G1 | K1 | 3 | 3000
`)))
		for id, line := range map[string]string{
			"student_participation_ratio": "value 1/2",
			"local_retention_ratio":       "value 1",
			"inside_revenue_ratio":        "value 1",
		} {
			if err := check(kpi.Find(figures, id), line); err != nil {
				t.Errorf("%v: %s: %s: %v", words, id, line, err)
			}
		}
	}
}
