package state

import (
	"fmt"
	"slices"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestEdgesOfTheWeek: with A = 2025-09-01 the week are the 7 days to 09-07 and the 30 days of ending contracts those to
// 09-30, A among them. Idle is who has no task in the 60 days that end at A, which begin on 07-04.
func TestEdgesOfTheWeek(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `as_of: 2025-09-01
from: 2025-04-01
to: 2026-03-31

# pilot.toml
[settings]
active_window_days = 60

## 参加者
参加者ID | 開始日 | 対応終了日
P1 | 2025-06-01 |
P2 | 2025-06-01 |
P3 | 2025-06-01 | 2025-08-30

## 発注者
発注者ID | 名称
K1 | 甲社

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 終了日 | 月額
over | K1 | 定期 | 2025-04-01 | 2025-08-31 | 100
first | K1 | 定期 | 2025-04-01 | 2025-09-01 | 100
last | K1 | 定期 | 2025-04-01 | 2025-09-30 | 100
later | K1 | 定期 | 2025-04-01 | 2025-10-01 | 100

## 作業ログ
作業日 | 参加者ID | 案件ID | 作業内容 | 時間 | 納品日 | 納期 | 支払日
2025-07-03 | P1 | last | overdue | 1 | | 2025-08-20 |
2025-07-02 | P1 | last | in time | 1 | | 2025-09-07 |
2025-07-01 | P1 | last | next week | 1 | | 2025-09-08 |
2025-07-04 | P2 | last | done | 1 | 2025-08-19 | 2025-08-20 |
2025-06-04 | P3 | last | closed | 1 | 2025-08-19 | 2025-08-20 |
`))
	week := ThisWeek(w)
	var ending, due, idle []string
	for _, c := range week.Ending {
		ending = append(ending, c.ID.Value)
	}
	for _, task := range week.Due {
		due = append(due, task.Title.Value)
	}
	for _, i := range Idle(Of(w), 60) {
		idle = append(idle, fmt.Sprint(i.Participant.ID.Value, " ", i.Idle))
	}
	if want := []string{"first", "last"}; !slices.Equal(ending, want) {
		t.Errorf("ending %q, want %q", ending, want)
	}
	if want := []string{"in time", "overdue"}; !slices.Equal(due, want) {
		t.Errorf("due %q, want %q", due, want)
	}
	if want := []string{"P1 60"}; !slices.Equal(idle, want) { // 28 days of July, 31 of August, 1 of September
		t.Errorf("idle %q, want %q", idle, want)
	}
}

// TestOwed: with A = 2025-09-30 the payment for August without a day is 30 days past the end of its month, that for
// June with a day to come 92 days; that for September, whose month ends on A, is not looked at, nor are those that
// were made.
func TestOwed(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `as_of: 2025-09-30
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | 開始日
P1 | 2025-06-01

## 案件
案件ID | 発注者ID | 種別 | 開始日 | 月額
K | C | 定期 | 2025-04-01 | 100

## 作業ログ
作業日 | 参加者ID | 案件ID | 時間 | 納品日
2025-06-03 | P1 | K | 1 | 2025-06-04

## 支払
支払日 | 参加者ID | 対象月 | 支払額
2025-10-10 | P1 | 2025年6月 | 1000
2025-08-20 | P1 | 2025年7月 | 2000
 | P1 | 2025年8月 | 3000
 | P1 | 2025年9月 | 4000
`))
	week := ThisWeek(w)
	var got []string
	for _, o := range week.Owed {
		got = append(got, fmt.Sprint(o.Month, " ", o.Payment.Amount.Value, " ", o.Days))
	}
	if want := []string{"2025-08-01 3000 30", "2025-06-01 1000 92"}; !slices.Equal(got, want) || !week.HasList {
		t.Errorf("owed %q (list %v), want %q", got, week.HasList, want)
	}
}
