package publish_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/kpi/result"
	"pilot90/report/publish"
	"pilot90/report/rollup"
)

// TestEverySourceSaysTheSame takes in the same municipalities from a folder of ledgers, a folder of submissions, SQLite
// and PostgreSQL: what a rollup says is the same to the byte, but for where each is from. With submissions of an
// earlier day, of corrected ones and a year before beside them the three that can hold those say the same too.
func TestEverySourceSaysTheSame(t *testing.T) {
	day, before := cell.NewDay(2026, 3, 31), cell.NewDay(2025, 12, 31)
	ledgers := []string{"../../samples/alliance", "../../samples/three-years"}
	computed := func(day cell.Day, years bool) []rollup.Source {
		sources, unread, err := rollup.Collect(t.Context(), ledgers, rollup.Reading{Tool: "test", Workers: 2, Years: years,
			Load: cohort.LoadOptions{AsOf: &day, Today: day}, Lang: lang.JA})
		if err != nil || len(unread) > 0 {
			t.Fatal(unread, err)
		}
		return sources
	}
	now := computed(day, false)
	t.Run("of one day", func(t *testing.T) {
		want := printed(t, now, rollup.Options{})
		for name, at := range places(t, now) {
			if got := printed(t, at(), rollup.Options{}); !bytes.Equal(got, want) {
				t.Errorf("%s: %s", name, firstDifference(got, want))
			}
		}
	})
	t.Run("of many", func(t *testing.T) {
		all := slices.Concat(computed(day, true), computed(before, false))
		corrected := *now[0].Submission
		corrected.Revision, corrected.Findings.Warnings = 2, 9
		all = append(all, rollup.Source{Submission: &corrected, From: "corrected"})
		at := places(t, all)
		for _, o := range []rollup.Options{{}, {By: "year"}, {By: "prefecture"}, {AsOf: "2025-12-31"}, {FiscalYear: 2024},
			{AsOf: "2024-03-31", By: "year"}} {
			want := printed(t, all, o)
			for name, sources := range at {
				if got := printed(t, sources(), o); !bytes.Equal(got, want) {
					t.Errorf("%s, %+v: %s", name, o, firstDifference(got, want))
				}
			}
		}
	})
}

// places puts submissions into a folder, SQLite and PostgreSQL, and returns what takes them in from each for a rollup.
func places(t *testing.T, all []rollup.Source) map[string]func() []rollup.Source {
	folder := t.TempDir()
	for i, s := range all {
		data, err := s.Bytes()
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.json", i)), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	of := map[string]func() []rollup.Source{"folder": func() []rollup.Source {
		found, err := rollup.Find(t.Context(), []string{folder})
		if err != nil {
			t.Fatal(err)
		}
		sources, unread, err := rollup.Collect(t.Context(), found, rollup.Reading{Workers: 2, Lang: lang.JA,
			Heads: true})
		if err != nil || len(unread) > 0 {
			t.Fatal(unread, err)
		}
		return sources
	}}
	stored := func(address string) func() []rollup.Source {
		s := opened(t, address)
		for _, source := range all {
			published(t, s, source.Submission)
		}
		return func() []rollup.Source {
			reader, err := publish.OpenExisting(t.Context(), address)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { reader.Close() })
			sources, err := reader.Sources(t.Context(), "db")
			if err != nil {
				t.Fatal(err)
			}
			return sources
		}
	}
	of["sqlite"] = stored("sqlite://" + filepath.Join(t.TempDir(), "all.db"))
	if p := serverIfAny(t); p != nil {
		of["postgres"] = stored(p.database(t))
	}
	return of
}

// printed is the result of a rollup as JSON, without where each is from.
func printed(t *testing.T, sources []rollup.Source, o rollup.Options) []byte {
	t.Helper()
	r := rollup.Pooled(sources, nil, o, lang.JA)
	for _, list := range [][]result.Reporter{r.Rollup.Reported, r.Rollup.Late, r.Rollup.Restated, r.Rollup.Older,
		r.Rollup.OtherYears, r.Rollup.OtherDefinitions, r.Rollup.Twice, r.Rollup.Within} {
		for i := range list {
			list[i].Source = ""
		}
	}
	for i := range r.Rollup.Municipalities {
		r.Rollup.Municipalities[i].Source = ""
	}
	for _, h := range r.Rollup.Hubs {
		for i := range h.Towns {
			h.Towns[i].Source = ""
		}
	}
	if len(r.Rollup.Reported)+len(r.Rollup.OtherYears) == 0 {
		t.Fatalf("%+v: nobody has reported", o)
	}
	var b bytes.Buffer
	if err := r.WriteJSON(&b, lang.JA); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// firstDifference shows where two texts part.
func firstDifference(got, want []byte) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	around := func(b []byte) []byte { return b[max(0, i-200):min(len(b), i+100)] }
	return fmt.Sprintf("at byte %d\n%s\nwant\n%s", i, around(got), around(want))
}

// TestOneWeekOfAYear: of 52 weekly submissions of ten municipalities in a folder, in any order, who handed in what and
// when is kept of all, figures of none; the whole is read again of the ten that count and of nobody else.
func TestOneWeekOfAYear(t *testing.T) {
	var whole, heads []rollup.Source
	read := map[string]int{}
	random := newRandom(21)
	for week := range 52 {
		for _, code := range codes {
			s := drawn(random, code, (cell.NewDay(2025, 4, 6) + cell.Day(7*week)).String(), 2025, 1)
			whole = append(whole, rollup.Source{Submission: s})
			body, err := s.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			head := *s
			head.Figures, head.Funnel, head.Phases, head.Grants, head.Cohorts = nil, nil, nil, nil, nil
			source, err := rollup.Headed(&head, sha256.Sum256(body), "", func(of rollup.Source) (*rollup.Submission, error) {
				read[of.AsOf+" "+of.Municipality.Code]++
				return rollup.Read(bytes.NewReader(body))
			})
			if err != nil {
				t.Fatal(err)
			}
			heads = append(heads, source)
		}
	}
	want := printed(t, whole, rollup.Options{})
	for range 2 {
		clear(read)
		if got := printed(t, heads, rollup.Options{}); !bytes.Equal(got, want) {
			t.Error(firstDifference(got, want))
		}
		if len(read) != len(codes) {
			t.Errorf("%d were read again, want the %d that count: %v", len(read), len(codes), read)
		}
		slices.Reverse(heads)
	}
}
