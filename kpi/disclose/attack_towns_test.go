package disclose_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/result"
)

// townsLedger is a hub of towns of so many people each, of whom most work.
func townsLedger(seed uint64, sizes []int) string {
	r := rand.New(rand.NewPCG(seed, 13))
	var people, tasks strings.Builder
	n := 0
	for town, size := range sizes {
		for range size {
			fmt.Fprintf(&people, "P%03d | %c町 | %s | 2025-0%d-01\n", n, '北'+rune(town), []string{"女性", "男性"}[r.IntN(2)],
				5+r.IntN(3))
			for k := range r.IntN(4) {
				fmt.Fprintf(&tasks, "2025-09-%02d | P%03d | C1 | 3 | %d | 2025-10-%02d\n", 3+7*k, n, 1111+r.IntN(9000), 2+k)
			}
			n++
		}
	}
	return "as_of: 2025-12-15\nfrom: 2025-04-01\nto: 2026-03-31\n\n# pilot.toml\n[program]\nname = \"拠点\"\n" +
		"municipality = \"北町\"\n\n## 参加者\n参加者ID | 自治体 | 性別 | 開始日\n" + people.String() +
		"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nC1 | B1 | 定期 | 2025-04-01 | 90000\n" +
		"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬 | 支払日\n" + tasks.String()
}

// TestRestrictedToTown: beside the hub's editions stand those of its towns. A town's has nothing of what its people are
// and earn, and counts persons only where five or more are in it, and in all the towns together of which nothing is
// told: these are what the hub's numbers leave over. Of towns of five and more with no other beside them all is told.
func TestRestrictedToTown(t *testing.T) {
	told, kept := 0, 0
	for seed, sizes := range [][]int{{5, 6, 4}, {3, 3, 20}, {12, 30, 9}, {5, 5}, {2, 40}, {4, 1, 8, 7}, {25, 25, 10}} {
		l, clock := cohorttest.Load(t, townsLedger(uint64(seed), sizes))
		w := kpi.NewWindow(l, clock)
		for _, name := range outside {
			rest, small := 0, false
			for i, town := range kpi.Towns(l) {
				hub := result.OfTown(catalog.All(), w, town)
				shown := disclose.Apply(hub, disclose.ProfileOf(name, defaults()), nil)
				counts := false
				for j := range shown.Figures {
					f, real := &shown.Figures[j], &hub.Figures[j]
					if real.Class != kpi.Accountability && (f.Value != nil || f.Coded != nil || len(f.Parts) > 0) {
						t.Errorf("%v, town %d, %s: %s is told", sizes, i, name, f.ID)
					}
					if f.ID == "first_income_residents" {
						counts = f.Value != nil
					}
				}
				if counts {
					told++
					continue
				}
				kept++
				rest += sizes[i]
			}
			for _, n := range sizes {
				small = small || n < fewest
			}
			if 0 < rest && rest < fewest || rest > 0 && !small {
				t.Errorf("%v, %s: the towns that are kept back have %d people", sizes, name, rest)
			}
		}
	}
	if told < 20 || kept < 10 {
		t.Errorf("%d towns are told and %d kept back", told, kept)
	}
}
