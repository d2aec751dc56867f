package disclose_test

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/kpi"
	"pilot90/kpi/disclose"
)

// townOf has so many workers from outside and so many residents, each with one task of an hour, and so many
// answers of students.
func townOf(outside, residents, answers int) string {
	var people, tasks, said strings.Builder
	for i := range outside + residents {
		where := "住民"
		if i < outside {
			where = "町外"
		}
		fmt.Fprintf(&people, "P%02d | 2025-06-01 | %s\n", i, where)
		fmt.Fprintf(&tasks, "2025-07-01 | P%02d | 1\n", i)
	}
	for range answers {
		said.WriteString("2025-08-01 | 学生 | 4\n")
	}
	return "\n## 参加者\n参加者ID | 開始日 | 居住区分\n" + people.String() + "\n## 作業ログ\n作業日 | 参加者ID | 時間\n" +
		tasks.String() + "\n## 満足度\n日付 | 回答者 | 点数\n" + said.String()
}

// TestWhatAFigureIsAbout: hours of people are shown when three or more stand behind each side, however few the
// hours are; a mean of answers when there are five or more (see disclose.Public).
func TestWhatAFigureIsAbout(t *testing.T) {
	for _, tt := range []struct {
		id                          string
		outside, residents, answers int
		shown                       bool
	}{
		{"expert_share", 4, 8, 0, true}, // 4 hours of 12: a group of 4 workers, not 4 persons counted
		{"expert_share", 3, 8, 0, true},
		{"expert_share", 2, 8, 0, false},
		{"expert_share", 8, 2, 0, false},
		{"satisfaction_student", 0, 1, 5, true},
		{"satisfaction_student", 0, 1, 4, false},
		{"satisfaction_student", 0, 1, 1, false},
	} {
		hub := resultOf(t, townOf(tt.outside, tt.residents, tt.answers), "2025-12-31")
		if f := kpi.Find(hub.Figures, tt.id); f.Value == nil {
			t.Fatalf("%s has no value: %s", tt.id, f.Reason.JA)
		}
		f := kpi.Find(disclose.Apply(hub, disclose.Public(5), nil).Figures, tt.id)
		if (f.Value != nil) != tt.shown || f.Suppressed == tt.shown {
			t.Errorf("%s of %d and %d workers and %d answers: value %v, suppressed %v; want shown: %v", tt.id, tt.outside,
				tt.residents, tt.answers, f.Value, f.Suppressed, tt.shown)
		}
	}
}
