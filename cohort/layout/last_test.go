package layout_test

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
)

// A mere No. is an id only where the sheet is named and has nothing better.
func TestLastHeadings(t *testing.T) {
	rest := cohorttest.Jobs + "## 作業ログ\n作業日 | 参加者ID | 時間\n2025-05-01 | P01 | 1\n"
	tests := []struct{ sheet, ids, codes string }{
		{"## 参加者\nNo. | 開始日\nP01 | 2025-04-01\n", "P01", ""},
		{"## 参加者\nNo. | 管理番号 | 開始日\n1 | P01 | 2025-04-01\n", "P01", ""},
		{"## 参加者\nNo. | 職員番号 | ID | 契約開始日 | 開始日\n1 | 77 | P01 | 2025-03-01 | 2025-04-01\n", "P01", ""},
		// A schedule is no list of people, although it numbers its lines.
		{"## 参加者\nID | 開始日\nP01 | 2025-04-01\n## 工程\nNo. | 開始日 | 終了日\n1 | 2025-04-01 | 2025-05-01\n", "P01", "C317 "},
		{"## 参加者\nID | 開始日\nP01 | 2025-04-01\n## 工程\nID | 開始日 | 終了日\n1 | 2025-04-01 | 2025-05-01\n", "P01", "C317 "},
	}
	for _, tt := range tests {
		c, _ := cohorttest.Load(t, "as_of: 2025-07-31\n"+tt.sheet+rest)
		var ids []string
		for _, p := range c.Participants.Rows {
			ids = append(ids, p.ID.Value)
			if p.StartDate.Value.String() != "2025-04-01" {
				t.Errorf("%sstart %v, want 2025-04-01", tt.sheet, p.StartDate.Value)
			}
		}
		if got := strings.Join(ids, " "); got != tt.ids || cohorttest.Codes(c) != tt.codes {
			t.Errorf("%sids %q, findings %q; want %q and %q", tt.sheet, got, cohorttest.Codes(c), tt.ids, tt.codes)
		}
	}
}
