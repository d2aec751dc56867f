package report

import (
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// TestTitlesFollowTheCycle: with a cycle of 60 + 30 + 90 days titles say 180, and nowhere 90日.
func TestTitlesFollowTheCycle(t *testing.T) {
	c, clock := cohorttest.Load(t, "as_of: 2026-03-31\n\n# pilot.toml\n[cycle]\ntraining = 60\nojt = 30\nretention = 90\n"+
		"\n## 参加者\n参加者ID | 開始日\nP1 | 2025-05-01\n\n## 作業ログ\n作業日 | 参加者ID | 時間 | 報酬\n2025-06-10 | P1 | 1 | 1000\n")
	w := kpi.NewWindow(c, clock)
	r := result.Compute(catalog.All(), w)
	if f := kpi.Find(r.Figures, "first_income_within_cycle_ratio"); f.Title.JA != "180日以内に初収入を得た割合" {
		t.Errorf("got %s", f.Title.JA)
	}
	page, _ := Build(builtin(t, "overview"), Run{Cohort: c, Window: w, Result: r, Lang: lang.JA,
		Definitions: kpi.Expanded(catalog.All(), w)})
	titles := []string{page.Title}
	for _, s := range page.Sections {
		titles = append(titles, s.Title)
	}
	for b := range page.Blocks() {
		if t, ok := b.(*content.Table); ok {
			titles = append(titles, t.Caption)
		}
	}
	all := strings.Join(titles, "\n")
	if !strings.Contains(all, "180日の歩み") || strings.Contains(all, "90日") || strings.Contains(all, "{cycle}") {
		t.Errorf("titles:\n%s", all)
	}
}
