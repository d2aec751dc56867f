package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/cohorttest"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// TestCohortsSheet: 期ごと has two columns a cohort, up to the same day of the cycle. By hand: on 30 June 第2期 is on day
// 30; of the two of 第1期 one was trained on day 10 and one on day 40, of the one of 第2期 none.
func TestCohortsSheet(t *testing.T) {
	t.Parallel()
	c, clock := cohorttest.Load(t, `
as_of: 2025-06-30
from: 2025-04-01
to: 2026-03-31

## 参加者
参加者ID | コホート | 開始日     | 研修修了日
P1       | 第1期    | 2025-04-01 | 2025-04-10
P2       | 第1期    | 2025-04-01 | 2025-05-10
P3       | 第2期    | 2025-06-01 |
`)
	r := result.Compute(catalog.All(), kpi.NewWindow(c, clock))
	g := gridOf(t, read(t, made(t, &content.Report{Title: "期"}, r, nil)), "期ごと")
	if g.At(1, 2).Text != "第1期" || g.At(1, 4).Text != "第2期" || g.At(1, 5).Text != "第2期 対象の人数" {
		t.Errorf("the headings are %q, %q, %q", g.At(1, 2).Text, g.At(1, 4).Text, g.At(1, 5).Text)
	}
	want := map[string][4]float64{"day": {30, 0, 30, 0}, "people": {2, 0, 1, 0},
		"training_completion_ratio": {0.5, 2, 0, 1}, "funnel.training_completed": {1, 2, 0, 1},
		"phase.training.now": {2, 2, 1, 1}, "phase.ojt.entered": {0, 2, 0, 1}}
	for row := 2; g.At(row, 1).Text != ""; row++ {
		id := g.At(row, 6).Text
		cells := [4]float64{}
		for i := range cells {
			cells[i] = g.At(row, 2+i).Number
		}
		if v, asked := want[id]; asked && cells != v {
			t.Errorf("%s: %v, want %v", id, cells, v)
		}
		delete(want, id)
		if id == "retention_ratio" && g.At(row, 2).Text != unknownMark {
			t.Errorf("retention before the end is %+v", g.At(row, 2))
		}
	}
	if len(want) > 0 {
		t.Errorf("there are no rows %v", want)
	}
	one, clock := cohorttest.Load(t, "as_of: 2025-06-30\n## 参加者\n参加者ID | 開始日\nP1 | 2025-04-01\n")
	r = result.Compute(catalog.All(), kpi.NewWindow(one, clock))
	for _, sheet := range read(t, made(t, &content.Report{Title: "期"}, r, nil)).Sheets {
		if sheet.Sheet == "期ごと" {
			t.Error("a ledger of one cohort has the sheet")
		}
	}
}

// TestManyCohorts: of 203 cohorts the sheet has the latest 200, and says that three are earlier.
func TestManyCohorts(t *testing.T) {
	t.Parallel()
	var people strings.Builder
	for i := range 203 {
		fmt.Fprintf(&people, "P%d | 第%d期 | %s\n", i, i+1, (cell.NewDay(2025, 4, 1) + cell.Day(i)).String())
	}
	c, clock := cohorttest.Load(t, "as_of: 2026-03-31\nfrom: 2025-04-01\nto: 2026-03-31\n\n## 参加者\n"+
		"参加者ID | コホート | 開始日\n"+people.String())
	r := result.Compute(catalog.All(), kpi.NewWindow(c, clock))
	g := gridOf(t, read(t, made(t, &content.Report{Title: "期"}, r, nil)), "期ごと")
	if first, last := g.At(1, 2).Text, g.At(1, 2*mostCohorts).Text; first != "第4期" || last != "第203期" {
		t.Errorf("the first and the last cohort are %q and %q, want 第4期 and 第203期", first, last)
	}
	told := ""
	for row := 2; g.At(row, 1).Text != ""; row++ {
		told = g.At(row, 1).Text
	}
	if want := "これより前の3期は載せていません"; told != want {
		t.Errorf("the last row says %q, want %q", told, want)
	}
	if len(r.ByCohort.Cohorts) != 203 {
		t.Errorf("the result has %d cohorts, and lost some with the sheet", len(r.ByCohort.Cohorts))
	}
}
