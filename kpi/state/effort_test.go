package state

import (
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestEfforts: as of Wednesday 2025-04-30 the last three ISO weeks begin on 14, 21 and 28 April
// (all Mondays). P1 started on 21 April and left on the 27th; P2 was there all the time.
func TestEfforts(t *testing.T) {
	w := kpi.NewWindow(cohorttest.Load(t, `as_of: 2025-04-30
## 参加者
参加者ID | 開始日 | 離脱日
P1 | 2025-04-21 | 2025-04-27
P2 | 2025-04-01 |
## 作業ログ
作業日 | 参加者ID | 時間
2025-04-22 | P1 | 1.5
2025-04-27 | P1 | 2
2025-04-14 | P2 | 3
2025-04-28 | P2 |
2025-05-01 | P2 | 4
`))
	mondays, efforts := Efforts(w, 3)
	if len(mondays) != 3 || mondays[0] != cell.NewDay(2025, 4, 14) || mondays[2] != cell.NewDay(2025, 4, 28) {
		t.Fatalf("weeks begin on %v", mondays)
	}
	hours := func(v float64) *float64 { return &v }
	want := [][]WeekOfWork{
		{{}, {Hours: hours(3.5), Tasks: 2}, {}},                      // not there before and after
		{{Hours: hours(3), Tasks: 1}, {Hours: hours(0)}, {Tasks: 1}}, // no task is 0 hours; a task without hours is unknown
	}
	for i, e := range efforts {
		for k, got := range e.Weeks {
			x := want[i][k]
			if got.Tasks != x.Tasks || (got.Hours == nil) != (x.Hours == nil) || x.Hours != nil && *got.Hours != *x.Hours {
				t.Errorf("%s, week of %v: %+v, want %+v", e.Participant.ID.Value, mondays[k], got, x)
			}
		}
	}
}
