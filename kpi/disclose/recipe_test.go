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
	"pilot90/kpi/facts"
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
	Subject: kpi.AboutPersons,
	People:  kpi.People{Hit: "regulars", All: facts.Everyone, Inside: [][2]kpi.Set{{"regulars", facts.ThoseAtWork}}},
	Compute: func(w *kpi.Window) kpi.Figure {
		var t kpi.Tally
		for _, p := range w.Participants {
			t.Add(len(w.TasksOf(p.ID.Value)) > 1, kpi.UseParticipant(p))
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

// TestAddedFigureIsHidden: groups of less than 5 are hidden, by themselves (3 regulars) and where the others follow
// by subtraction (9 of 12, all of whom are at work); 0, 7 and 12 of 12 are shown. Without a subject nothing is.
func TestAddedFigureIsHidden(t *testing.T) {
	for _, tt := range []struct {
		regular int
		subject kpi.Subject
		shown   bool
	}{
		{0, kpi.AboutPersons, true}, {3, kpi.AboutPersons, false}, {7, kpi.AboutPersons, true},
		{9, kpi.AboutPersons, false}, {12, kpi.AboutPersons, true},
		{7, "", false}, {7, kpi.AboutOnePerson, false}, {3, kpi.AboutContracts, true},
	} {
		d := regulars
		d.Subject = tt.subject
		hub := result.Compute(append(catalog.All(), d), regularsLedger(t, tt.regular))
		r := disclose.Apply(hub, disclose.Public(5), nil)
		f := kpi.Find(r.Figures, "regulars")
		if (f.Value != nil) != tt.shown || f.Suppressed == tt.shown {
			t.Errorf("%d regulars about %q: value %v, suppressed %v, want shown %v", tt.regular, tt.subject, f.Value,
				f.Suppressed, tt.shown)
		}
		if len(f.Disclosure.People.Inside) > 0 || len(f.Rows) > 0 {
			t.Errorf("%d regulars: what is published still holds %+v", tt.regular, f.Disclosure)
		}
		if count, told := r.Cells["regulars"]; told != (tt.shown && tt.subject == kpi.AboutPersons) || told &&
			count != tt.regular {
			t.Errorf("%d regulars about %q: the printed cells say %d, %v", tt.regular, tt.subject, count, told)
		}
	}
}

// TestNamesOfFigures: the checklist and the 10-10-10 rule name figures of the catalogue.
func TestNamesOfFigures(t *testing.T) {
	r := result.Compute(catalog.All(), kpi.NewWindow(cohorttest.Load(t, "")))
	ids := []string{r.Rule.Candidates.Figure, r.Rule.Hours.Figure, r.Rule.Projects.Figure}
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
