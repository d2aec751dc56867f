package cohort_test

import (
	"testing"

	"pilot90/cohort/cohorttest"
)

// TestExportIsNoList: the export of a tracker names client and project in each row, as a contract list does. It is a
// log of work all the same, and no contract is said to stand in it twice.
func TestExportIsNoList(t *testing.T) {
	const list = "## 案件 in 台帳.xlsx\n案件名 | 発注者 | 種別 | 開始日 | 月額\n入力 | 甲社 | 定期 | 2025-04-01 | 50000\n"
	const export = "## Detailed in export.csv\nUser | Client | Project | Start date | Amount\n" +
		"佐藤花子 | 甲社 | 入力 | 2025-05-01 | 1200\n佐藤花子 | 甲社 | 入力 | 2025-05-02 | 800\n"
	l := cohorttest.Read(t, cohorttest.People+list+export)
	for _, f := range l.Findings {
		if f.Code == "C201" || f.Code == "C322" {
			t.Errorf("%s: %s", f.Place, f.Message.JA)
		}
	}
	if len(l.Contracts.Rows) != 1 || len(l.Tasks.Every()) != 2 {
		t.Errorf("%d contracts and %d tasks, want 1 and 2; findings:\n%s", len(l.Contracts.Rows), len(l.Tasks.Every()), l)
	}
}
