package rollup_test

import (
	"bytes"
	"context"
	"crypto/sha256"
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

// TestPooledStops: of three municipalities whose wholes are read once more the second stops the work: no third is read,
// and there is no result.
func TestPooledStops(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	read := 0
	var sources []rollup.Source
	for i := range 3 {
		s := handed([]string{a, b, c}[i], "2026-03-31", 20, 2, 200)
		data, err := s.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		head := *s
		source, err := rollup.Headed(&head, sha256.Sum256(data), "file", func(rollup.Source) (*rollup.Submission, error) {
			if read++; read == 2 {
				stop()
			}
			return s, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, source)
	}
	if r := rollup.Pooled(sources, nil, rollup.Options{Context: ctx}, lang.JA); r != nil || read != 2 {
		t.Errorf("result %v after %d were read, want none after 2", r != nil, read)
	}
	if r := rollup.Pooled(sources, nil, rollup.Options{}, lang.JA); r == nil || read != 5 {
		t.Errorf("result %v, %d read, want one of all three", r != nil, read-2)
	}
}

// TestLinksOut: a submission and a ledger to which links lead out of the folder are named and not read; a link to a
// submission that lies in the folder counts once, with it, and one to a folder in it not at all. The folder itself may
// be named by a link.
func TestLinksOut(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	write := func(path, code string) {
		t.Helper()
		data, err := handed(code, "2026-03-31", 20, 2, 200).Bytes()
		if err == nil {
			err = os.WriteFile(path, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "in"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(filepath.Join(dir, "in", "a.json"), a)
	write(filepath.Join(other, "b.json"), b)
	if err := os.CopyFS(filepath.Join(other, "ledger"), os.DirFS(midorino)); err != nil {
		t.Fatal(err)
	}
	door := filepath.Join(t.TempDir(), "door")
	for link, to := range map[string]string{filepath.Join(dir, "b.json"): filepath.Join(other, "b.json"),
		filepath.Join(dir, "ledger"): filepath.Join(other, "ledger"), filepath.Join(dir, "a2.json"): "in/a.json",
		filepath.Join(dir, "in2"): "in", door: dir} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	for _, path := range []string{dir, door} {
		found, err := rollup.Find(t.Context(), []string{path})
		if err != nil {
			t.Fatal(err)
		}
		sources, unread, err := rollup.Collect(t.Context(), found, rollup.Reading{Tool: "test", Workers: 2, Lang: lang.EN})
		if err != nil || len(sources) != 1 || sources[0].Municipality.Code != a {
			t.Errorf("%s: %d sources, %v; want that of a alone", path, len(sources), err)
		}
		if len(unread) != 2 || filepath.Base(unread[0].Source) != "b.json" || filepath.Base(unread[1].Source) != "ledger" ||
			!strings.Contains(unread[0].Why, "leads out of the folder") {
			t.Errorf("%s: unread %v, want b.json and ledger", path, unread)
		}
	}
	if found, err := rollup.Find(t.Context(), []string{filepath.Join(dir, "b.json")}); err != nil || len(found) != 1 {
		t.Errorf("a link that is named itself: %v, %v", found, err)
	} else if sources, _, err := rollup.Collect(t.Context(), found,
		rollup.Reading{Tool: "test", Workers: 1}); err != nil || len(sources) != 1 {
		t.Errorf("a link that is named itself: %d sources, %v", len(sources), err)
	}
}
