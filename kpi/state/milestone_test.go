package state_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/state"
)

// TestAhead: dates by hand. A = 2026-01-31. 90 days from 2026-01-05 end on 2026-04-04; K1 runs six
// months to 2026-06-30, so notice is due 30 days before; K2 five, so none; K3 was announced.
// 31 March 2027 lies after A + 1 year.
func TestAhead(t *testing.T) {
	c, clock := cohorttest.Load(t, `
as_of: 2026-01-31

# pilot.toml
[[grant]]
name = "交付金"
[[grant.kpi]]
figure = "active_workers"
title = "稼働者"
target_year = 2026
target_month = 9

## 参加者
参加者ID | コホート | 開始日     | 離脱日
P01      | 第2期    | 2026-01-05 |
P02      | 第2期    | 2026-01-05 |
P03      | 第2期    | 2026-01-05 | 2026-01-20
P04      | 第1期    | 2025-04-01 |

## 案件
案件ID | 発注者ID | 種別 | 開始日     | 終了日     | 終了予告日
K1     | C1       | 定期 | 2026-01-01 | 2026-06-30 |
K2     | C1       | 定期 | 2026-01-01 | 2026-05-30 |
K3     | C1       | 定期 | 2025-01-01 | 2026-02-28 | 2026-01-15
K4     | C1       | 定期 | 2025-01-01 |            |

## 作業ログ
作業日 | 参加者ID
`)
	var got []string
	for _, m := range state.Milestones(kpi.NewWindow(c, clock)) {
		id := ""
		if m.Contract != nil {
			id = m.Contract.ID.Value
		}
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s %s%s%s", m.Day, m.Kind, id, m.Cohort, m.Indicator)))
		if m.Kind == state.CycleEnds && m.People != 2 {
			t.Errorf("%d people, want the 2 who have not left", m.People)
		}
	}
	want := []string{
		"2026-02-28 contract_ends K3", "2026-03-31 year_end", "2026-04-04 cycle_ends 第2期", "2026-05-30 contract_ends K2",
		"2026-05-31 notice_due K1", "2026-05-31 books_close", "2026-06-30 contract_ends K1", "2026-09-30 grant_target 稼働者",
		"2027-01-01 latest_start",
	}
	if !slices.Equal(got, want) {
		t.Errorf("ahead:\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
