package succession

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/setting"
	"pilot90/kpi/grant"
)

// TestContractsOfTheLastDay: a contract that ends on 31 March does not run in the next year, one that ends on 1 April
// or has no end does.
func TestContractsOfTheLastDay(t *testing.T) {
	l, clock := cohorttest.Load(t, "as_of: 2026-03-31\nfrom: 2025-04-01\nto: 2026-03-31\n"+
		"\n## 参加者\n参加者ID | 開始日\nP01 | 2024-04-01\n"+
		"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額\n"+
		"K1 | C1 | 定期 | 2025-04-01 | 2026-03-31 | 30000\n"+
		"K2 | C2 | 定期 | 2025-04-01 | 2026-04-01 | 30000\n"+
		"K3 | C3 | 定期 | 2025-04-01 | | 30000\n"+
		"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n2025-05-01 | P01 | K1 | 2 | 2000\n")
	s, err := New(l, clock, nil,
		func(setting.Clock) ([]grant.Sealed, error) { return nil, nil })
	if err != nil {
		t.Fatal(err)
	}
	goes := map[string]bool{}
	for _, k := range l.Contracts.Every() {
		goes[k.ID.Value] = s.Keep(k)
	}
	if len(goes) != 3 || goes["K1"] || !goes["K2"] || !goes["K3"] {
		t.Errorf("contracts that go along: %v, want K2 and K3", goes)
	}
}
