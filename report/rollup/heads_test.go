package rollup_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/rollup"
)

// TestHeadsSayTheSame: ledgers and submissions of which only heads are kept are put together to the same bytes as those
// that are kept whole, in every way of taking them apart. No figure is in a head.
func TestHeadsSayTheSame(t *testing.T) {
	dir := allied(t, "shared_ids = true")
	day := cell.NewDay(2026, 3, 31)
	take := func(heads, years bool) []rollup.Source {
		found, err := rollup.Find(t.Context(), []string{dir, "../../samples/three-years", "../../samples/alliance"})
		if err != nil {
			t.Fatal(err)
		}
		all, unread, err := rollup.Collect(t.Context(), found, rollup.Reading{Tool: "test", Workers: 2, Heads: heads,
			Years: years, Load: cohort.LoadOptions{AsOf: &day, Today: day}, Lang: lang.JA})
		if err != nil || len(unread) > 0 {
			t.Fatal(unread, err)
		}
		return all
	}
	for _, by := range append(slices.Clone(rollup.Groupings), "") {
		o := rollup.Options{By: by}
		var said [2]bytes.Buffer
		for i, heads := range []bool{false, true} {
			sources := take(heads, by == "year")
			for _, s := range sources {
				if heads && (len(s.Figures) > 0 || len(s.Funnel) > 0 || len(s.Cohorts) > 0) {
					t.Errorf("the head of %s has figures", s.From)
				}
			}
			if err := rollup.Pooled(sources, nil, o, lang.JA).WriteJSON(&said[i], lang.JA); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(said[0].Bytes(), said[1].Bytes()) {
			t.Errorf("by %q heads say something else than wholes", by)
		}
	}
}

// TestAFileThatGoes: between the first reading and the second one submission is taken away, another replaced by that of
// another day and a third damaged. Each is named with why, and what was handed in before counts in its place.
func TestAFileThatGoes(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, s *rollup.Submission) {
		t.Helper()
		data, err := s.Bytes()
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, code := range []string{a, b, c} {
		write(code+"-old.json", handed(code, "2025-12-31", float64(10+i), 1, 1))
		write(code+"-new.json", handed(code, "2026-03-31", float64(20+i), 1, 1))
	}
	found, err := rollup.Find(t.Context(), []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	sources, _, err := rollup.Collect(context.Background(), found, rollup.Reading{Workers: 1, Heads: true, Lang: lang.JA})
	if err != nil {
		t.Fatal(err)
	}
	if got := value(t, rollup.Pooled(sources, nil, rollup.Options{}, lang.JA), "registered_workers"); got != 20+21+22 {
		t.Errorf("registered %v, want 63", got)
	}
	if err := os.Remove(filepath.Join(dir, a+"-new.json")); err != nil {
		t.Fatal(err)
	}
	write(b+"-new.json", handed(b, "2026-02-28", 99, 1, 1))
	if err := os.WriteFile(filepath.Join(dir, c+"-new.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := rollup.Pooled(sources, nil, rollup.Options{}, lang.JA)
	if got := value(t, r, "registered_workers"); got != 10+11+12 {
		t.Errorf("registered %v, want 33, those of the day before", got)
	}
	var named []string
	for _, u := range r.Rollup.Unread {
		named = append(named, filepath.Base(u.Source)+": "+u.Why)
	}
	if text := strings.Join(named, "\n"); len(named) != 3 || !strings.Contains(text, b+"-new.json: 読んでいるあいだに") {
		t.Errorf("unread:\n%s", text)
	}
}
