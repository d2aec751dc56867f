package rollup_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/result"
	"pilot90/kpi/state"
	"pilot90/report/rollup"
)

// handedIn is the submission of a ledger at an as-of date, with the code put into its settings.
func handedIn(t *testing.T, path, code string) (*rollup.Submission, *kpi.Window) {
	t.Helper()
	day := cell.NewDay(2026, 3, 31)
	c, clock, err := cohort.Load(context.Background(), path, cohort.LoadOptions{AsOf: &day, Today: day})
	if err != nil {
		t.Fatal(err)
	}
	c.Pilot.Program.Code = code
	w := kpi.NewWindow(c, clock)
	s, err := rollup.Of(w, result.Compute(catalog.All(), w), "test")
	if err != nil {
		t.Fatal(err)
	}
	return s, w
}

const midorino = "../../samples/midorino"

// TestNoWordOfALedgerIsHandedIn looks for every text of every cell that was read as a word, a name, an id or a
// choice: none that the program does not know by itself may be in the file.
func TestNoWordOfALedgerIsHandedIn(t *testing.T) {
	for _, path := range []string{midorino, "../../samples/tateshina", "../../samples/kado-series"} {
		s, w := handedIn(t, path, "203246")
		data, err := s.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		words := wordsOf(w.Cohort)
		if len(words) < 10 {
			t.Errorf("%s: found %d words in the ledger only", path, len(words))
		}
		for word, place := range words {
			if bytes.Contains(data, []byte(`"`+word+`"`)) || utf8.RuneCountInString(word) > 2 &&
				bytes.Contains(data, []byte(word)) {
				t.Errorf("%s: %q of %s is in the submission", path, word, place)
			}
		}
	}
}

// wordsOf are the texts in the records of all tables by their place, without numbers, dates and what the program
// says by itself: the choices of the schema.
func wordsOf(c *cohort.Ledger) map[string]string {
	known := map[string]bool{}
	for _, table := range schema.Tables() {
		for _, col := range table.Columns {
			for _, choice := range col.Choices {
				known[choice.Heading.JA], known[choice.Key] = true, true
			}
		}
	}
	words := map[string]string{}
	tables := reflect.ValueOf(&c.Tables).Elem()
	for i := range tables.NumField() {
		if tables.Field(i).Kind() != reflect.Struct || !tables.Field(i).FieldByName("Rows").IsValid() {
			continue
		}
		rows := tables.Field(i).FieldByName("Rows")
		for j := range rows.Len() {
			row := rows.Index(j).Elem()
			for k := range row.NumField() {
				if field, ok := row.Field(k).Interface().(record.Field[string]); ok && field.Known && !known[field.Value] &&
					!strings.HasPrefix(field.Text, "第") && strings.Trim(field.Text, "0123456789.,-:/") != "" {
					words[field.Text] = tables.Type().Field(i).Name + " " + row.Type().Field(k).Name
				}
			}
		}
	}
	return words
}

// TestCohortsAreHandedIn: the two cohorts of six of the sample at day 90 are those that its own papers compare, without
// their names; with seven as the least of a pilot whose outcomes are told, none is handed in, and twelve are the rest.
func TestCohortsAreHandedIn(t *testing.T) {
	s, w := handedIn(t, midorino, "203246")
	compared := state.CompareCohorts(catalog.All(), w)
	if len(s.Cohorts) != 2 || compared.Day != 90 || s.CohortsRest != 0 {
		t.Fatalf("cohorts %+v, compared at day %d", s.Cohorts, compared.Day)
	}
	for i, c := range s.Cohorts {
		last := c.Days[len(c.Days)-1]
		if c.People != 6 || last.Day != 90 || len(last.Figures) < 5 {
			t.Errorf("cohort %+v", c)
		}
		for _, f := range last.Figures {
			if x := compared.Cohorts[i].Figure(f.Figure); x.Unit == kpi.Ratio && float64(f.Hits)/float64(f.Of) != *x.Value ||
				x.Unit == kpi.Count && float64(f.Hits) != *x.Value {
				t.Errorf("%s: %d of %d, compared %v", f.Figure, f.Hits, f.Of, *x.Value)
			}
		}
	}
	data, _ := s.Bytes()
	if bytes.Contains(data, []byte(compared.Cohorts[0].Name)) {
		t.Errorf("the name %s is in it", compared.Cohorts[0].Name)
	}
	w.Pilot.Privacy.SmallPilot, w.Pilot.Program.SharePractice = 7, true
	s, err := rollup.Of(w, result.Compute(catalog.All(), w), "test")
	if err != nil || len(s.Cohorts) != 0 || s.CohortsRest != 12 || !s.SharesPractice {
		t.Errorf("cohorts %+v, rest %d, shares practice %v, %v", s.Cohorts, s.CohortsRest, s.SharesPractice, err)
	}
}

func TestSubmissionReadsBackAsWritten(t *testing.T) {
	s, _ := handedIn(t, midorino, "20324")
	data, err := s.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	back, err := rollup.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	again, _ := back.Bytes()
	if !bytes.Equal(again, data) {
		t.Error("written, read and written again it differs")
	}
	if !strings.Contains(string(data), rollup.Marking) || s.Municipality.Code != "203246" || s.FiscalYear != 2025 {
		t.Errorf("mark, code %s or fiscal year %d", s.Municipality.Code, s.FiscalYear)
	}
}

// TestWhatIsNoSubmission: files that may come from anywhere and do not hold together are refused, never a panic.
func TestWhatIsNoSubmission(t *testing.T) {
	s, _ := handedIn(t, midorino, "203246")
	data, _ := s.Bytes()
	for _, swap := range [][2]string{
		{rollup.Schema, "pilot90/submission/9"},
		{`"code": "203246"`, `"code": "203245"`},
		{`"as_of": "2026-03-31"`, `"as_of": "2026-02-30"`},
		{`"to": "2026-03-31"`, `"to": "2027-03-31"`},
		{`"fiscal_year": 2025`, `"fiscal_year": 2024`},
		{`"revision": 1`, `"revision": 0`},
		{`"id": "payout_ratio"`, `"id": "revenue_total"`},
		{`"width": 1000`, `"width": -1`},
		{`"n": 1`, `"n": -1`},
		{`{`, `[`},
	} {
		text := strings.Replace(string(data), swap[0], swap[1], 1)
		if text == string(data) {
			t.Errorf("%s is not in a submission", swap[0])
			continue
		}
		if _, err := rollup.Read(strings.NewReader(text)); !errors.Is(err, rollup.ErrSubmission) {
			t.Errorf("with %s: %v, want it refused", swap[1], err)
		}
	}
}

func TestNobodyHandsInWithoutACode(t *testing.T) {
	_, w := handedIn(t, midorino, "203246")
	for _, tt := range []struct {
		code string
		want error
	}{{"", rollup.ErrNoCode}, {"203245", rollup.ErrCode}, {"みどり野", rollup.ErrCode}, {"131016", rollup.ErrPlace}} {
		w.Pilot.Program.Code = tt.code
		if _, err := rollup.Of(w, result.Compute(catalog.All(), w), "test"); !errors.Is(err, tt.want) {
			t.Errorf("code %q: %v, want %v", tt.code, err, tt.want)
		}
	}
}

// TestRevise: the same again is not written again, another becomes -2, and what somebody else put there is not
// passed over.
func TestRevise(t *testing.T) {
	dir := t.TempDir()
	s, _ := handedIn(t, midorino, "203246")
	keep := func(want string, wantAlready bool) {
		t.Helper()
		already, err := s.Revise(dir)
		if err != nil || already != wantAlready || s.FileName() != want {
			t.Fatalf("%s, already %v, %v; want %s, %v", s.FileName(), already, err, want, wantAlready)
		}
		data, _ := s.Bytes()
		if err := os.WriteFile(filepath.Join(dir, s.FileName()), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	keep("2026-03-31-203246-fy2025.json", false)
	keep("2026-03-31-203246-fy2025.json", true)
	s.Findings.Warnings++
	keep("2026-03-31-203246-fy2025-2.json", false)
	keep("2026-03-31-203246-fy2025-2.json", true)
	s.Findings.Warnings-- // back to what was handed in first: the second stands between, so it is a third
	keep("2026-03-31-203246-fy2025-3.json", false)
	if err := os.WriteFile(filepath.Join(dir, "2026-03-31-203246-fy2025-3.json"), []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Revise(dir); !errors.Is(err, rollup.ErrSubmission) {
		t.Errorf("a file that is none of ours: %v", err)
	}
}
