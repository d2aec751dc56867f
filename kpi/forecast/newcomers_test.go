package forecast

import (
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
)

// TestNewcomersComeInGroups: of a count of persons among those who came, how many may come varies as the groups do in
// which they came; projects of people and single events have no such groups, and the interval is narrower.
func TestNewcomersComeInGroups(t *testing.T) {
	text := "as_of: 2025-09-30\n" + targets + "working = 12\n\n## 参加者\n参加者ID | 開始日\n"
	log := "## 作業ログ\n作業日 | 参加者ID | 時間\n"
	for i, id := range []string{"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"} {
		start := []string{"2025-06-01", "2025-08-01"}[i/4]
		text += id + " | " + start + "\n"
		log += start + " | " + id + " | 1\n"
	}
	w := kpi.NewWindow(cohorttest.Load(t, text+log))
	width := func(counts kpi.Things, groups Groups) float64 {
		d := kpi.Definition{ID: "working", Unit: kpi.Count, Better: kpi.Higher, Needs: tasksOnly, Counts: counts,
			Outlook: Events{Among: true, Groups: groups},
			Compute: func(w *kpi.Window) kpi.Figure {
				came := 0
				for _, p := range w.Started() {
					if w.FirstTask(p) != nil {
						came++
					}
				}
				return kpi.Figure{Value: new(float64(came)), N: len(w.Started())}
			}}
		all := All([]kpi.Definition{d}, w, kpi.Run([]kpi.Definition{d}, w))
		if len(all) != 1 || all[0].Interval80 == nil {
			t.Fatalf("no forecast: %+v", all)
		}
		return all[0].Interval80[1] - all[0].Interval80[0]
	}
	persons, projects, single := width(kpi.Persons, Following), width(0, Following), width(kpi.Persons, Single)
	if persons <= projects || projects < single {
		t.Errorf("persons in groups %g, projects %g, single ones %g: each is to be wider than the next", persons, projects,
			single)
	}
}
