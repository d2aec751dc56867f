package disclose_test

import (
	"bytes"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/bound"
	"pilot90/kpi/catalog"
	"pilot90/kpi/disclose"
	"pilot90/kpi/forecast"
	"pilot90/kpi/result"
)

// regulars is a figure that no catalogue has: the participants with two tasks or more.
var regulars = kpi.Definition{
	ID: "regulars", Title: lang.Text{JA: "常連", EN: "Regulars"}, Unit: kpi.Count, Better: kpi.Higher,
	Formula: lang.Text{JA: "作業が2件以上ある参加者", EN: "participants with two tasks or more"},
	Origin:  lang.Text{JA: "試験", EN: "a test"},
	Needs:   []schema.Key{schema.Participants, schema.Tasks},
	Columns: []kpi.Column{{Table: schema.Tasks, Key: "hours"}},
	Assumes: []kpi.Column{{Table: schema.Participants, Key: "exit_date"}},
	Bearing: bound.Counted{Adds: []schema.Key{schema.Participants}, Raises: []schema.Key{schema.Tasks}},
	Outlook: forecast.Events{},
	Counts:  kpi.Persons,
	Class:   kpi.Accountability,
	About:   kpi.AboutPersons,
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range w.Participants {
			t.Add(len(w.TasksOf(p.ID.Value)) > 1, w.UseParticipant(p))
		}
		return t.Count(lang.Text{JA: "人", EN: "people"})
	},
}

// regularsLedger has twelve participants, of whom the first so many have two tasks, the others one, and a task
// with an error.
func regularsLedger(t *testing.T, regular int) *kpi.Window {
	var people, tasks strings.Builder
	for i := range 12 {
		id := string(rune('A' + i))
		people.WriteString(id + " | 2025-06-01\n")
		for range 1 + min(1, max(0, regular-i)) {
			tasks.WriteString("2025-07-01 | " + id + " | 2\n")
		}
	}
	return kpi.NewWindow(cohorttest.Load(t, "as_of: 2025-12-31\nto: 2026-03-31\nfrom: 2025-04-01\n\n# pilot.toml\n"+
		"[targets]\nregulars = 9\n\n## 参加者\n参加者ID | 開始日\n"+people.String()+
		"\n## 作業ログ\n作業日 | 参加者ID | 時間\n"+tasks.String()+"来月 | L | 1\n"))
}

// TestAddAFigure: a definition is all that a figure takes. It is computed, forecast, given a range and a warning,
// printed, explained, listed, and shown or hidden, beside those of the catalogue.
func TestAddAFigure(t *testing.T) {
	defs := append(catalog.All(), regulars)
	r := result.Compute(defs, regularsLedger(t, 7))
	f := kpi.Find(r.Figures, "regulars")
	if f == nil || f.Value == nil || *f.Value != 7 || f.N != 12 || f.Target == nil || *f.Target != 9 {
		t.Fatalf("computed %+v, want 7 of 12 with the target 9", f)
	}
	// The task whose date cannot be read may make L a regular: 7 to 8.
	if f.Range == nil || *f.Range != [2]float64{7, 8} {
		t.Errorf("range %v, want 7 to 8", f.Range)
	}
	if len(f.Warnings) != 1 || !strings.Contains(f.Warnings[0].JA, "離脱日") {
		t.Errorf("warnings %v, want the one of the column that is missing", f.Warnings)
	}
	if len(r.Forecasts) != 1 || r.Forecasts[0].Figure != "regulars" || r.Forecasts[0].Probability == nil {
		t.Errorf("forecasts %+v, want one of regulars", r.Forecasts)
	}
	var out bytes.Buffer
	if err := r.WriteJSON(&out, lang.EN); err != nil || !strings.Contains(out.String(), `"id": "regulars"`) {
		t.Errorf("JSON without the figure (%v)", err)
	}
	out.Reset()
	if err := result.Explain(&out, regulars, *f, r.Clock, lang.EN); err != nil ||
		!strings.Contains(out.String(), "participants with two tasks or more") || !strings.Contains(out.String(), "L") {
		t.Errorf("explained as %s (%v)", out.String(), err)
	}
	out.Reset()
	if err := result.List(&out, defs, lang.JA); err != nil || !strings.Contains(out.String(), "常連") {
		t.Errorf("listed as %s (%v)", out.String(), err)
	}
	if p := r.Printed(lang.JA).Find("regulars"); p == nil || p.Value == nil || *p.Value != 7 {
		t.Errorf("printed %+v", p)
	}
}

// TestAddedFigureIsHidden: what the programme answers for is told as it is; what persons are exactly where three or
// more are regulars and three or more are not (7 of 12), else as a range (2 of 12: 3人以下); amounts without contributors,
// the hub's own and what nobody has classed not at all.
func TestAddedFigureIsHidden(t *testing.T) {
	for _, tt := range []struct {
		regular int
		class   kpi.Class
		want    string
	}{
		{0, kpi.Accountability, "0"}, {2, kpi.Accountability, "2"}, {12, kpi.Accountability, "12"},
		{7, kpi.Attribute, "7"}, {2, kpi.Attribute, "3人以下"}, {11, kpi.Attribute, "9人以上"},
		{7, kpi.Internal, "x"}, {7, "", "x"}, {2, kpi.Amount, "1〜4人"},
	} {
		d := regulars
		d.Class = tt.class
		hub := result.Compute(append(catalog.All(), d), regularsLedger(t, tt.regular))
		r := disclose.Apply(hub, disclose.ProfileOf("council", defaults()), nil)
		f := kpi.Find(r.Figures, "regulars")
		got := f.Symbol().JA
		if f.Value != nil {
			got = lang.Plain(*f.Value)
		}
		if got != tt.want || f.Suppressed != (f.Value == nil) {
			t.Errorf("%d regulars of class %q: told as %s (suppressed %v), want %s", tt.regular, tt.class, got, f.Suppressed,
				tt.want)
		}
		if f.Disclosure.Behind != nil || len(f.Evidence()) > 0 {
			t.Errorf("%d regulars: what is published still holds %+v", tt.regular, f.Disclosure)
		}
	}
}

// TestNamesOfFigures: the checklist and the 10-10-10 rule name figures of the catalogue.
func TestNamesOfFigures(t *testing.T) {
	r := result.Compute(catalog.All(), kpi.NewWindow(cohorttest.Load(t, "")))
	ids := []string{r.TenRule.Candidates.Figure, r.TenRule.Hours.Figure, r.TenRule.Projects.Figure}
	for _, c := range r.Checklist {
		ids = append(ids, c.Figures...)
	}
	if len(ids) < 10 {
		t.Errorf("only %q are named", ids)
	}
	for _, id := range ids {
		if kpi.Find(r.Figures, id) == nil {
			t.Errorf("%s is no figure of the catalogue", id)
		}
	}
}
