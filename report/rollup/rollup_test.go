package rollup_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/merge"
	"pilot90/kpi/result"
	"pilot90/report/rollup"
)

// handed is a submission made by hand: so many registered, so many of them with a first income, so many yen.
func handed(code, asOf string, registered, earners, yen float64) *rollup.Submission {
	year := 2025
	return &rollup.Submission{Schema: rollup.Schema, Marking: rollup.Marking,
		Municipality: rollup.Municipality{Code: code, Name: "町" + code}, Model: "regional_bpo", AsOf: asOf,
		Period:     rollup.Period{From: "2025-04-01", To: asOf, End: "2026-03-31"},
		FiscalYear: year, Revision: 1, Definitions: kpi.Version, Tool: "test",
		Figures: []merge.Part{
			{ID: "registered_workers", Law: kpi.Added, Unit: kpi.Count, Value: &registered, N: int(registered)},
			{ID: "first_income_residents", Law: kpi.Added, Unit: kpi.Count, Value: &earners, N: int(registered)},
			{ID: "revenue_total", Law: kpi.Added, Unit: kpi.Yen, Value: &yen, N: 1},
			{ID: "on_time_ratio", Law: kpi.Divided, Unit: kpi.Ratio, Value: new(earners / registered), N: int(registered),
				Terms: &merge.Terms{Numerator: earners, Denominator: registered, Known: []int{int(registered)}, Trials: true}},
			{ID: "migrant_earners", Law: kpi.Divided, Unit: kpi.Ratio, Value: new(1.0), N: 2,
				Terms: &merge.Terms{Numerator: 2, Denominator: 2, Known: []int{2}, Trials: true}},
			{ID: "payout_ratio", Law: kpi.Divided, Unit: kpi.Ratio, Value: new(0.5), N: 3,
				Terms: &merge.Terms{Numerator: yen / 2, Denominator: yen, Known: []int{3, 1}}},
		}, Funnel: []rollup.Stage{}, Phases: []rollup.Phase{}, Grants: []rollup.Grant{}}
}

func from(all ...*rollup.Submission) []rollup.Source {
	var sources []rollup.Source
	for i, s := range all {
		sources = append(sources, rollup.Source{Submission: s, From: fmt.Sprintf("file%d", i)})
	}
	return sources
}

func value(t *testing.T, r *result.Result, id string) float64 {
	t.Helper()
	f := kpi.Find(r.Figures, id)
	if f == nil || f.Value == nil {
		t.Fatalf("%s has no value", id)
	}
	return *f.Value
}

// codes with their check digits, worked out in package setting.
const a, b, c = "202151", "203246", "152161"

// TestWhichCounts: of a the newer day counts, of b the corrected one, c has another version of the definitions; the
// expected fourth has not reported. The sum is 20 + 30 = 50, and nobody is a zero in it.
func TestWhichCounts(t *testing.T) {
	corrected := handed(b, "2025-12-31", 30, 3, 300)
	corrected.Revision = 2
	other := handed(c, "2026-03-31", 1000, 1, 1)
	other.Definitions = "2026-11"
	sources := from(handed(a, "2026-03-31", 20, 2, 200), handed(a, "2025-12-31", 19, 2, 100),
		handed(b, "2025-12-31", 31, 3, 300), corrected, other)
	fourth := rollup.Municipality{Code: "011011", Name: "四町"}
	for range 3 {
		r := rollup.Pooled(sources, nil, rollup.Options{Expected: []rollup.Municipality{{Code: a}, {Code: b}, {Code: c},
			fourth}}, lang.JA)
		if got := value(t, r, "registered_workers"); got != 50 {
			t.Errorf("registered %v, want 50", got)
		}
		u := r.Rollup
		for _, tt := range []struct {
			what string
			got  []string
			want string
		}{
			{"reported", codesOf(u.Reported), c[:0] + a + " " + b}, {"late", codesOf(u.Late), b}, {"older", codesOf(u.Older), a},
			{"restated", codesOf(u.Restated), b}, {"other definitions", codesOf(u.OtherDefinitions), c},
			{"missing", []string{u.Missing[0].Code}, "011011"},
		} {
			if strings.Join(tt.got, " ") != tt.want {
				t.Errorf("%s: %v, want %s", tt.what, tt.got, tt.want)
			}
		}
		if len(u.Missing) != 1 || *u.Expected != 4 || r.Clock.AsOf.String() != "2026-03-31" {
			t.Errorf("missing %v of %d, as of %s", u.Missing, *u.Expected, r.Clock.AsOf)
		}
		slices.Reverse(sources) // the order of the sources does not matter
	}
	early := rollup.Pooled(sources, nil, rollup.Options{AsOf: "2025-12-31"}, lang.JA)
	if got := value(t, early, "registered_workers"); got != 49 || len(early.Rollup.Late) != 0 {
		t.Errorf("as of the end of December: %v, late %v; want 19 + 30 and none", got, early.Rollup.Late)
	}
}

func codesOf(all []result.Reporter) []string {
	var codes []string
	for _, r := range all {
		codes = append(codes, r.Code)
	}
	slices.Sort(codes)
	return codes
}

// TestTwoThatDiffer: two files of one day and number that differ leave nobody to believe; the same twice is one.
func TestTwoThatDiffer(t *testing.T) {
	r := rollup.Pooled(from(handed(a, "2026-03-31", 20, 2, 200), handed(a, "2026-03-31", 21, 2, 200),
		handed(b, "2026-03-31", 5, 1, 1), handed(b, "2026-03-31", 5, 1, 1)), nil, rollup.Options{}, lang.JA)
	if got := value(t, r, "registered_workers"); got != 5 || len(r.Rollup.Twice) != 2 || len(r.Rollup.Reported) != 1 {
		t.Errorf("registered %v, twice %v, reported %v", got, r.Rollup.Twice, r.Rollup.Reported)
	}
}

// TestOtherSettings: two with a cycle of 90 days, one with 60: the ratio is of the two, (1 + 2) ÷ (2 + 4), and the
// third is named.
func TestOtherSettings(t *testing.T) {
	with := func(code, basis string, hits, all float64) *rollup.Submission {
		s := handed(code, "2026-03-31", 10, 1, 1)
		s.Figures = append(s.Figures, merge.Part{ID: "retention_ratio", Law: kpi.Divided, Basis: basis, Unit: kpi.Ratio,
			Value: new(hits / all), N: int(all),
			Terms: &merge.Terms{Numerator: hits, Denominator: all, Known: []int{int(all)}, Trials: true}})
		return s
	}
	r := rollup.Pooled(from(with(a, "30/30/30", 1, 2), with(b, "30/30/30", 2, 4), with(c, "20/20/20", 9, 9)), nil,
		rollup.Options{}, lang.JA)
	if f := kpi.Find(r.Figures, "retention_ratio"); f.Value == nil || *f.Value != 0.5 || f.Municipalities != 2 {
		t.Errorf("retention %v of %d municipalities, want 0.5 of 2", f.Value, f.Municipalities)
	}
	if o := r.Rollup.OtherSettings; len(o) != 1 || o[0].Figure != "retention_ratio" || o[0].Others[0].Code != c {
		t.Errorf("other settings %+v", o)
	}
}

// TestBrokenLedgerStopsNothing: of five sources one is no ledger that can be read, one JSON is something else, and
// one says it is a submission and is not. The two others are put together whatever the number of workers.
func TestBrokenLedgerStopsNothing(t *testing.T) {
	dir := t.TempDir()
	for i, code := range []string{a, b} {
		path := filepath.Join(dir, code)
		if err := os.CopyFS(path, os.DirFS(midorino)); err != nil {
			t.Fatal(err)
		}
		settings := filepath.Join(path, "pilot.toml")
		data, _ := os.ReadFile(settings)
		text := strings.Replace(string(data), "[program]\n", "[program]\ncode = \""+code+"\"\n", 1)
		if i == 0 {
			text = strings.Replace(text, "みどり野町", "あお町", 1)
		}
		if err := os.WriteFile(settings, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{"broken/pilot.toml": "[program\n", "other.json": `{"schema": "x"}`,
		"bad.json": `{"schema": "pilot90/submission/1", "figures": 1}`} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := rollup.Find(context.Background(), []string{dir})
	if err != nil || len(found) != 5 {
		t.Fatalf("found %v, %v; want 5", found, err)
	}
	day := cell.NewDay(2026, 3, 31)
	cache := t.TempDir()
	var first []byte
	for _, workers := range []int{1, 3, 3} { // the third time from the cache
		sources, unread, err := rollup.Collect(context.Background(), found, rollup.Reading{Tool: "test", Workers: workers,
			Cache: cache, Load: cohort.LoadOptions{AsOf: &day, Today: day}, Lang: lang.JA})
		if err != nil || len(sources) != 2 || len(unread) != 2 {
			t.Fatalf("%d sources, unread %v, %v", len(sources), unread, err)
		}
		for _, u := range unread {
			if base := filepath.Base(u.Source); base != "broken" && base != "bad.json" || u.Why == "" {
				t.Errorf("unread %+v", u)
			}
		}
		var out bytes.Buffer
		if err := rollup.Pooled(sources, unread, rollup.Options{}, lang.JA).WriteJSON(&out, lang.JA); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out.Bytes()
		}
		if !bytes.Equal(first, out.Bytes()) {
			t.Errorf("with %d workers the result differs", workers)
		}
	}
	if kept, _ := filepath.Glob(filepath.Join(cache, "*.json")); len(kept) != 2 {
		t.Errorf("%d submissions in the cache, want 2", len(kept))
	}
	var j map[string]any
	if err := json.Unmarshal(first, &j); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"schema", "figures", "reported", "missing", "late", "restated", "other_definitions",
		"municipalities"} {
		if _, ok := j[key]; !ok {
			t.Errorf("the JSON has no %s, only %v", key, slices.Sorted(maps.Keys(j)))
		}
	}
	if j["schema"] != result.Schema {
		t.Errorf("schema %v, want that of pilot90 kpi --json", j["schema"])
	}
}

// TestOuterRollup: what leaves the office tells attributes and amounts of persons of one municipality nowhere, of
// two not even together; what the programmes answer for is as it is. Of a pilot of four only the number of people is
// told, and since the sum of all is, of the next smallest too: 13 less what b has would be what c has.
func TestOuterRollup(t *testing.T) {
	sources := from(handed(a, "2026-03-31", 20, 10, 200), handed(b, "2026-03-31", 4, 3, 900),
		handed(c, "2026-03-31", 30, 5, 900))
	sources[2].Figures = slices.DeleteFunc(sources[2].Figures, func(p merge.Part) bool {
		return p.ID == "migrant_earners" || p.ID == "payout_ratio"
	})
	for _, profile := range []string{"council", "public"} {
		r := rollup.Shown(rollup.Pooled(sources, nil, rollup.Options{By: "prefecture"}, lang.JA), profile)
		if got := value(t, r, "first_income_residents"); got != 18 { // 10 + 3 + 5
			t.Errorf("first incomes %v, want 18", got)
		}
		for _, id := range []string{"migrant_earners", "payout_ratio"} {
			if f := kpi.Find(r.Figures, id); !f.Suppressed || f.Value != nil || f.Numerator != nil {
				t.Errorf("%s: %s of two municipalities is told: %+v", profile, id, f)
			}
		}
		for _, m := range r.Rollup.Municipalities {
			for _, f := range m.Figures {
				told := f.Value != nil || f.Numerator != nil || f.N != nil
				may := f.ID == "registered_workers" || f.ID == "revenue_total" ||
					m.Code == c && (f.ID == "first_income_residents" || f.ID == "on_time_ratio")
				if told != may {
					t.Errorf("%s: %s of %s: told %v, want %v", profile, f.ID, m.Code, told, may)
				}
			}
		}
		for _, g := range r.Rollup.Groups {
			for _, f := range g.Figures {
				if f.ID == "first_income_residents" && f.Value != nil {
					t.Errorf("%s: the first incomes of %s are told beside those of all", profile, g.Title)
				}
			}
		}
		var out bytes.Buffer
		if err := r.WriteJSON(&out, lang.JA); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "file0") {
			t.Error("names of files are in it")
		}
	}
}

// TestBreakdownOfAll: a table of attributes of three municipalities is that of all their people, by the limits for
// it: of 90, 45 women and 45 men, of whom 27 and 18 are active. Who reads the papers of two of them as well knows the
// third's by difference: where of 15 women of one town 14 are active, or one town has 2 men, there is no table.
func TestBreakdownOfAll(t *testing.T) {
	for _, tt := range []struct {
		women, atWork, men float64 // of the third town
		want               string
	}{
		{15, 9, 15, "2 female.registered=45 female.active=27 male.registered=45 male.active=18"},
		{15, 14, 15, "no table"}, {28, 9, 2, "no table"},
	} {
		var sources []rollup.Source
		for i, code := range []string{a, b, c} {
			women, atWork, men := 15.0, 9.0, 15.0
			if i == 2 {
				women, atWork, men = tt.women, tt.atWork, tt.men
			}
			s := handed(code, "2026-03-31", women+men, 5, 100)
			column := func(key string) merge.Column { return merge.Column{Key: key, Unit: kpi.Count} }
			row := func(key string, n, active float64) merge.Row {
				return merge.Row{Key: key, Title: merge.Words{JA: key, EN: key}, Values: []*float64{&n, &active}}
			}
			s.Figures = append(s.Figures, merge.Part{ID: "by_gender", Law: kpi.Grouped, Basis: "30", Unit: kpi.Count,
				Value: new(women + men), N: int(women + men), Table: &merge.Table{Key: "groups",
					Columns: []merge.Column{column("registered"), column("active")},
					Rows:    []merge.Row{row("female", women, atWork), row("male", men, min(6, men))}}},
				merge.Part{ID: "active_workers", Law: kpi.Added, Basis: "30", Unit: kpi.Count, Value: new(atWork + min(6, men)),
					N: int(women + men)})
			sources = append(sources, rollup.Source{Submission: s, From: fmt.Sprint(i)})
		}
		for _, profile := range []string{"council", "public"} {
			r := rollup.Shown(rollup.Pooled(sources, nil, rollup.Options{}, lang.JA), profile)
			got := "no table"
			if f := kpi.Find(r.Figures, "by_gender"); len(f.Parts) == 1 {
				groups, _ := f.Parts[0].Value.([]kpi.Group)
				got = fmt.Sprint(len(groups))
				for _, g := range groups {
					for _, p := range g.Parts {
						got += fmt.Sprintf(" %s.%s=%v", g.Key, p.Key, p.Value)
					}
				}
			}
			if got != tt.want {
				t.Errorf("%v women, %s: %s, want %s", tt.women, profile, got, tt.want)
			}
		}
	}
}
