package disclose_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pilot90/kpi"
	"pilot90/kpi/disclose"
	"pilot90/kpi/facts"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
)

// twice is a ledger in which every man is in his 50s and every woman in her 30s, so that the lines of two tables are
// the same sets of people, and each the complement of the other; the first so many of each have work.
func twice(t *testing.T, women, men, working, busy int) *result.Result {
	t.Helper()
	var list, log strings.Builder
	for i := range women + men {
		kind, at := "女性 | 30代", i
		if i >= women {
			kind, at = "男性 | 50代", i-women
		}
		fmt.Fprintf(&list, "P%03d | %s | 2025-05-01\n", i, kind)
		if at < working && i < women || at < busy && i >= women {
			fmt.Fprintf(&log, "2025-06-02 | P%03d | C1 | 2 | %d\n", i, 2400+37*i)
		}
	}
	return resultOf(t, "\n## 参加者\n参加者ID | 性別 | 年代 | 開始日\n"+list.String()+
		"\n## 案件\n案件ID | 発注者ID | 種別 | 開始日 | 月額\nC1 | A | 定期 | 2025-04-01 | 900000\n"+
		"\n## 作業ログ\n作業日 | 参加者ID | 案件ID | 時間 | 報酬\n"+log.String(), "2025-07-10")
}

// TestOneSetIsOneCell: rule 8 of privacy.md. Two lines that hold the same people are told alike in every edition,
// number by number, whichever table they stand in: else the one would give back what the other keeps. Of 2 to 20
// women and men none to all have work.
func TestOneSetIsOneCell(t *testing.T) {
	told, withheld, ranges := 0, 0, 0
	for _, size := range [][2]int{{8, 2}, {7, 5}, {6, 6}, {10, 3}, {16, 8}, {12, 12}, {20, 4}} {
		women, men := size[0], size[1]
		for _, working := range [][2]int{{0, 0}, {women, men}, {women - 1, men}, {1, 1}, {women / 2, men / 2}, {women, 0}} {
			hub := twice(t, women, men, working[0], working[1])
			for _, edition := range outside {
				shown := disclose.Apply(hub, disclose.ProfileOf(edition, defaults()), nil).Figures
				byGender := cellsOf(kpi.Find(shown, "by_gender"))
				byAge := cellsOf(kpi.Find(shown, "by_age_band"))
				if !reflect.DeepEqual(byGender, byAge) {
					t.Errorf("%s, %d women (%d at work), %d men (%d): by gender %v, by age %v", edition, women, working[0], men,
						working[1], byGender, byAge)
				}
				if len(byGender) > 0 {
					told++
				} else {
					withheld++
				}
				if strings.Contains(fmt.Sprint(byGender), "/range") {
					ranges++
				}
			}
		}
	}
	if told == 0 || withheld == 0 || ranges == 0 {
		t.Errorf("%d tables are told, %d are not, %d have ranges: want some of each", told, withheld, ranges)
	}
}

// cellsOf are the counts of each line of a table, as they are told, without the names of lines.
func cellsOf(f *kpi.Figure) []string {
	var cells []string
	for _, g := range groupsOf(f) {
		var of []string
		for _, p := range g.Parts {
			switch v := p.Value.(type) {
			case float64:
				of = append(of, fmt.Sprint(p.Key, " ", v))
			case kpi.Span:
				of = append(of, fmt.Sprint(p.Key, " ", v.Low, "–", v.High, "/range"))
			}
		}
		cells = append(cells, strings.Join(of, ", "))
	}
	slices.Sort(cells) // women and men, 30s and 50s
	return cells
}

// TestStageIsItsFigure: the stage of those who work and the candidates of the 10-10-10 rule are one set, so that
// both are told alike, exactly, in the same range of the grid or not at all, whatever a planner chooses and in a
// pilot of four.
func TestStageIsItsFigure(t *testing.T) {
	for _, how := range []string{"show", "range", "hide"} {
		for _, people := range []int{4, 12} {
			rules := defaults()
			rules.Accountability = how
			hub := twice(t, people-2, 2, people-2, 1)
			for _, edition := range outside {
				shown := disclose.Apply(hub, disclose.ProfileOf(edition, rules), nil)
				f := kpi.Find(shown.Figures, "rule_candidates")
				at := slices.IndexFunc(shown.Funnel.Stages, func(s state.StageCount) bool {
					return s.Stage == facts.OJTStarted
				})
				if at < 0 {
					t.Fatal("the funnel has no such stage")
				}
				s := shown.Funnel.Stages[at]
				same := (s.Count == nil) == (f.Value == nil) && (s.Coded == nil) == (f.Coded == nil)
				if !same || s.Count != nil && float64(*s.Count) != *f.Value || s.Coded != nil && *s.Coded != *f.Coded {
					t.Errorf("%s, %d people, %s: the stage %v %v, the figure %v %v", how, people, edition, s.Count, s.Coded, f.Value,
						f.Coded)
				}
				if exact := how == "show" && people == 12; (f.Value != nil) != exact {
					t.Errorf("%s, %d people, %s: the figure is told %v", how, people, edition, f.Value != nil)
				}
			}
		}
	}
}
