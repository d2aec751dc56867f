package cohort_test

import "testing"

// TestDaysAhead: rows of a calendar with date and person filled in beforehand are no tasks; with
// anything else in them they are.
func TestDaysAhead(t *testing.T) {
	const work = "2025-05-01 | 木 | P01 | 青木 | K1 | 入力 | 2 | 2500 | FALSE |\n"
	tests := []struct{ name, row, want, kept string }{
		{"blank", "2025-05-02 | | P01 | | | | | | |\n", "C315 A3:J3", "2"},
		{"zeros and an empty box", "2025-05-02 | | P01 | | | | 0 | 0 | FALSE |\n", "C315 A3:J3", "2"},
		{"with the day of the week and the name", "2025-05-02 | (金) | P01 | 青木 | | | | | |\n", "C315 A3:J3", "2"},
		{"a job", "2025-05-02 | 金 | P01 | | K1 | | | | |\n", "", "2 3"},
		{"a title", "2025-05-02 | 金 | P01 | | | 入力 | | | |\n", "", "2 3"},
		{"a box that is ticked", "2025-05-02 | 金 | P01 | | | | | | TRUE |\n", "", "2 3"},
		{"a remark", "2025-05-02 | 金 | P01 | | | | | | | 請求書2件\n", "", "2 3"},
		{"a date that cannot be read", "そのうち | 金 | P01 | | | | | | |\n", "C102 A3", "2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			const head = "作業日 | 曜日 | 参加者ID | 氏名 | 案件ID | 作業名 | 時間 | 報酬 | Wチェック | 備考"
			if got, kept := log(t, head, work+tt.row); got != tt.want || kept != tt.kept {
				t.Errorf("findings %q, records %q; want %q and %q", got, kept, tt.want, tt.kept)
			}
		})
	}
	// Where a sheet asks for neither hours nor pay, or for hours alone, a date and a person may be all
	// that is known.
	for head, row := range map[string]string{
		"作業日 | 参加者ID | 作業名 | 案件ID": "2025-05-01 | P01 | 入力 | K1\n",
		"作業日 | 参加者ID | 時間":         "2025-05-01 | P01 | 2\n",
	} {
		if got, kept := log(t, head, row+"2025-05-02 | P01 |\n"); got != "" || kept != "2 3" {
			t.Errorf("%s: findings %q, records %q; want none and 2 3", head, got, kept)
		}
	}
}
