package shelf

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/report/bridge"
	"pilot90/report/edition"
)

// TestList: the newest first, each with its day, revision and reason; one that cannot be read says so; what a check
// found stands beside it.
func TestList(t *testing.T) {
	manifest := func(asOf, name string, revision int) *edition.Manifest {
		return &edition.Manifest{Name: name, Edition: "hub", Revision: revision, Reason: "支払日を訂正",
			Recompute: edition.Recompute{AsOf: asOf},
			Outputs:   []edition.Hashed{{Name: "report.pdf"}, {Name: "inputs/台帳.xlsx"}}}
	}
	kept := []*edition.Sealed{
		{Name: "a", Manifest: manifest("2026-03-24", "a", 1)},
		{Name: "b", Err: errors.New("gone")},
		{Name: "c", Manifest: manifest("2026-03-31", "c", 2)},
	}
	verdicts := []*edition.Verdict{{Name: "c", Recomputed: true,
		Outputs: []edition.FileState{{Name: "report.pdf", State: edition.Changed}}}}
	list := List(kept, verdicts, lang.JA)
	if got := []string{list[0].Name, list[1].Name, list[2].Name}; !slices.Equal(got, []string{"c", "b", "a"}) {
		t.Errorf("order %v", got)
	}
	c := list[0]
	if !strings.HasPrefix(c.Title, "2026年3月31日の版") || !strings.Contains(c.Title, "訂正版 2") ||
		!slices.Equal(c.Files, []string{"report.pdf"}) || c.Level != "act" || len(c.Lines) != 1 {
		t.Errorf("%+v", c)
	}
	if list[1].Broken == "" || list[2].State != "" {
		t.Errorf("%+v %+v", list[1], list[2])
	}
}

// TestMoved: 54.5 % to 58.3 % in two steps: the changes as printed add up, +5.5 and −1.7 to +3.8 (6/11 = 0.54545,
// 6/10 = 0.6, 7/12 = 0.58333).
func TestMoved(t *testing.T) {
	was, mid, is := 6.0/11, 6.0/10, 7.0/12
	r := &bridge.Result{
		Old: &bridge.Side{Clock: setting.Clock{AsOf: cell.NewDay(2026, 3, 24)}},
		New: &bridge.Side{Clock: setting.Clock{AsOf: cell.NewDay(2026, 3, 31)}},
		Bridges: []bridge.Bridge{{ID: "x", Title: lang.Text{JA: "割合", EN: "share"}, Unit: kpi.Ratio,
			Old: bridge.Point{Value: &was}, New: bridge.Point{Value: &is},
			Terms: []bridge.Term{{Causes: []bridge.Cause{bridge.Corrected}, From: was, To: mid},
				{Causes: []bridge.Cause{bridge.Added}, From: mid, To: is}}}},
		Alarms: []bridge.Alarm{{Edition: "2026-03-24-public", Title: "割合", Causes: []bridge.Cause{bridge.Corrected}}},
	}
	m := Read(r, lang.JA)
	f := m.Figures[0]
	if got := fmt.Sprint(f.Old, "→", f.New, " ", f.Change, " ", f.Steps); got !=
		"54.5%→58.3% +3.8ポイント [{訂正 +5.5ポイント 60.0%} {追加 −1.7ポイント 58.3%}]" {
		t.Error(got)
	}
	if len(m.Alarms) != 1 || m.Alarms[0] != "2026-03-24-public　割合（訂正）" {
		t.Errorf("%q", m.Alarms)
	}
}
