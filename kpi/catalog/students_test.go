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
