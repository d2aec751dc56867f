package layout_test

import "testing"

// TestBelowTheRecords: what stands below a blank row without dates is no record; a record there, or
// right below the others, is one.
func TestBelowTheRecords(t *testing.T) {
	const head, one = "作業日 | 参加者ID | 時間 | 報酬", "2025-05-01 | P01 | 2 | 2500\n"
	for _, c := range []struct{ name, rows, want, records string }{
		{"a box for signatures", one + "|\n課長 | 係長 | 担当 |\n印 | 印 | 印 |\n", "C315 A4:D4", "2"},
		{"who made it", one + "|\n作成者 | 山田 太郎 | |\n確認印 | 課長 | |\n", "C315 A4:D4", "2"},
		{"a legend", one + "|\nコード | 意味 | |\n○ | 済み | |\n", "C315 A4:D4", "2"},
		{"a summary by person and month", one + "|\nワーカー | 5月 | 6月 | 計\n佐藤 花子 | 2 | 0 | 2\n", "C315 A4:D4", "2"},
		{"two blocks", one + "|\n課長 | 係長 | 担当 |\n|\n\n○ | 済み | |\n", "C315 A4:D4", "2"},
		{"a record further down", one + "|\n課長 | 係長 | 担当 |\n|\n2025-05-02 | P02 | 1 | 1500\n", "C102 A4, C202 B4, C109 C4",
			"2 6"},
		{"a date in words right below", one + "来月 | P02 | 1 | 1500\n", "C102 A3", "2"},
		{"a date that is none below a blank row", one + "|\n2025-02-30 | P02 | 1 | 1500\n", "C102 A4", "2"},
		{"months between the records", "5月 | | 担当：山田 |\n" + one + "令和7年6月分 | | 担当：山田 |\n2025-06-02 | P02 | 1 | 1500\n",
			"C315 A2:D2", "3 5"},
		{"a month with a person is a record", one + "6月 | P02 | 1 | 1500\n", "C102 A3", "2"},
	} {
		got, records := log(t, head, c.rows)
		if got != c.want || records != c.records {
			t.Errorf("%s: findings %q, records %q; want %q, %q", c.name, got, records, c.want, c.records)
		}
	}
}
