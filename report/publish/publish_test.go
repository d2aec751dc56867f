package publish_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/merge"
	"pilot90/report/publish"
	"pilot90/report/rollup"
)

// codes are those of municipalities of Nagano, with their check digits (Ministry of Internal Affairs, 全国地方公共団体コード).
var codes = []string{"202011", "202029", "202037", "202045", "202053", "202061", "202070", "202088", "202096", "202100"}

// drawn is a submission of random numbers.
func drawn(random *rand.Rand, code, asOf string, year, revision int) *rollup.Submission {
	people := random.IntN(20) + 1
	earners, yen := random.IntN(people+1), float64(random.IntN(1_000_000))
	known := random.IntN(4)
	paid := float64(known) * 1000 * random.Float64()
	payout := merge.Part{ID: "payout_ratio", Law: kpi.Divided, Unit: kpi.Ratio, N: known,
		Terms: &merge.Terms{Numerator: paid,
			Denominator: yen, Known: []int{known, people}}}
	if payout.Value = new(paid / yen); known == 0 || yen == 0 {
		payout.Value, payout.Missing = nil, merge.NoCase
	}
	s := &rollup.Submission{Schema: rollup.Schema, Marking: rollup.Marking,
		Municipality: rollup.Municipality{Code: code, Name: "町" + code, Prefecture: "長野県"}, Model: "regional_bpo",
		AsOf:       asOf,
		Period:     rollup.Period{From: fmt.Sprintf("%d-04-01", year), To: asOf, End: fmt.Sprintf("%d-03-31", year+1)},
		FiscalYear: year, Revision: revision, Definitions: kpi.Version, Tool: "test",
		Funnel: []rollup.Stage{{Stage: "enrolled", Count: &people}}, Phases: []rollup.Phase{}, Grants: []rollup.Grant{},
		Figures: []merge.Part{
			{ID: "registered_workers", Law: kpi.Added, Unit: kpi.Count, Value: new(float64(people)), N: people},
			{ID: "first_income_residents", Law: kpi.Added, Unit: kpi.Count, Value: new(float64(earners)), N: people},
			{ID: "on_time_ratio", Law: kpi.Divided, Unit: kpi.Ratio, Value: new(float64(earners) / float64(people)), N: people,
				Terms: &merge.Terms{Numerator: float64(earners), Denominator: float64(people), Known: []int{people}, Trials: true}},
			payout,
			{ID: "satisfaction_worker", Law: kpi.Averaged, Unit: kpi.Score, Value: new(3.5), N: 2, Terms: &merge.Terms{
				Numerator: 7.25, Denominator: 2, Known: []int{2}}, Bins: &merge.Bins{Width: 1, Counts: [][2]int{{3, 1}, {4, 1}}}},
		}}
	return s
}

func newRandom(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 18)) }

func published(t testing.TB, s *publish.Store, subs ...*rollup.Submission) {
	t.Helper()
	for _, sub := range subs {
		if done, err := s.Publish(t.Context(), sub); err != nil || done != publish.Added {
			t.Fatalf("%s: %v, %v", sub.FileName(), done, err)
		}
	}
}

// stores are the databases that a test runs on: SQLite in a file, and PostgreSQL where a server can be started.
func stores(t *testing.T, run func(t *testing.T, address string, query func(sql string, args ...any) *sql.Rows)) {
	t.Run("sqlite", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "版 100%#1.db")
		run(t, "sqlite://"+file, querying(t, "sqlite", "file:"+strings.NewReplacer("%", "%25", "#", "%23").Replace(file)))
	})
	t.Run("postgres", func(t *testing.T) {
		address := server(t).database(t)
		run(t, address, querying(t, "pgx", address))
	})
}

// querying asks the database as a tool for business reports does: with SQL.
func querying(t testing.TB, driver, dsn string) func(query string, args ...any) *sql.Rows {
	t.Helper()
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return func(query string, args ...any) *sql.Rows {
		t.Helper()
		rows, err := db.QueryContext(context.Background(), query, args...)
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		t.Cleanup(func() { rows.Close() })
		return rows
	}
}

func one[T any](t testing.TB, rows *sql.Rows) (v T) {
	t.Helper()
	if !rows.Next() {
		t.Fatal("no row")
	}
	if err := rows.Scan(&v); err != nil {
		t.Fatal(err)
	}
	rows.Close()
	return v
}

func opened(t testing.TB, address string) *publish.Store {
	t.Helper()
	s, err := publish.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// TestOnceAndNeverAltered: the same submission twice is one, another in its place is refused, a withdrawn one stays
// withdrawn, and nobody alters a row.
func TestOnceAndNeverAltered(t *testing.T) {
	stores(t, func(t *testing.T, address string, query func(string, ...any) *sql.Rows) {
		random := rand.New(rand.NewPCG(1, 2))
		s := opened(t, address)
		first := drawn(random, codes[0], "2026-03-31", 2025, 1)
		published(t, s, first)
		if done, err := s.Publish(t.Context(), first); err != nil || done != publish.Already {
			t.Errorf("again: %v, %v", done, err)
		}
		other := drawn(random, codes[0], "2026-03-31", 2025, 1)
		if _, err := s.Publish(t.Context(), other); !errors.Is(err, publish.ErrOther) {
			t.Errorf("another in its place: %v", err)
		}
		other.Revision = 2
		published(t, s, other)
		if n := one[int](t, query("SELECT COUNT(*) FROM figure")); n != 10 { // 2 editions of 5 figures
			t.Errorf("%d figures, want 10", n)
		}
		if n := one[int](t, query("SELECT COUNT(*) FROM part WHERE kind = 'bin'")); n != 4 {
			t.Errorf("%d bins, want 4", n)
		}
		if err := s.Withdraw(t.Context(), "2026-03-31-202011-fy2025-3"); !errors.Is(err, publish.ErrNone) {
			t.Errorf("one that is not there: %v", err)
		}
		for range 2 {
			if err := s.Withdraw(t.Context(), "2026-03-31-202011-fy2025-2"); err != nil {
				t.Fatal(err)
			}
		}
		if done, err := s.Publish(t.Context(), other); err != nil || done != publish.Withdrawn {
			t.Errorf("a withdrawn one: %v, %v", done, err)
		}
		sources, err := s.Sources(t.Context(), "db")
		if err != nil || len(sources) != 1 {
			t.Fatalf("read back: %d, %v", len(sources), err)
		}
		if whole, err := sources[0].Whole(); err != nil || !reflect.DeepEqual(whole, first) {
			t.Errorf("read back: %+v, %v", whole, err)
		}
		if id := one[int](t, query("SELECT revision FROM v_edition_counting")); id != 1 {
			t.Errorf("revision %d counts, want 1", id)
		}
		alter(t, address)
	})
}

// alter tries to change what was published.
func alter(t *testing.T, address string) {
	t.Helper()
	driver, dsn := "pgx", address
	if file, ok := strings.CutPrefix(address, "sqlite://"); ok {
		driver, dsn = "sqlite", "file:"+strings.NewReplacer("%", "%25", "#", "%23").Replace(file)
	}
	db, err := sql.Open(driver, dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, change := range []string{"UPDATE edition SET revision = 9", "DELETE FROM edition", "UPDATE figure SET value " +
		"= 1",
		"DELETE FROM part", "DELETE FROM withdrawal", "UPDATE definition SET unit = ''", "DELETE FROM stage",
		"UPDATE finding_count SET n = 0"} {
		if _, err := db.Exec(change); err == nil || !strings.Contains(err.Error(), "not altered") {
			t.Errorf("%s: %v", change, err)
		}
	}
}

// TestPooledInSQL: the views put together what pilot90 rollup does, on random submissions of several days, years and
// numbers: sums and ratios exactly (whole numbers), means and quotients of yen to 1e-12 of their size.
func TestPooledInSQL(t *testing.T) {
	stores(t, func(t *testing.T, address string, query func(string, ...any) *sql.Rows) {
		random := rand.New(rand.NewPCG(3, 4))
		s := opened(t, address)
		for _, code := range codes {
			for _, year := range []int{2024, 2025} {
				for _, day := range []string{"09-30", "12-31"}[:1+random.IntN(2)] {
					for revision := 1; revision <= 1+random.IntN(2); revision++ {
						published(t, s, drawn(random, code, fmt.Sprintf("%d-%s", year, day), year, revision))
					}
				}
			}
		}
		hub := drawn(random, codes[0], "2025-12-31", 2025, 1) // of three of the towns, in 2025 alone
		hub.Towns = codes[:3]
		published(t, s, hub)
		sources, err := s.Sources(t.Context(), "db")
		if err != nil {
			t.Fatal(err)
		}
		if r := rollup.Pooled(sources, nil, rollup.Options{FiscalYear: 2025}, lang.EN); len(r.Rollup.Reported) != 8 {
			t.Errorf("%d count, want the hub and seven towns", len(r.Rollup.Reported))
		}
		for _, year := range []int{2024, 2025} {
			want := rollup.Pooled(sources, nil, rollup.Options{FiscalYear: year}, lang.EN)
			for view, ids := range map[string][]string{"v_pooled_sum": {"registered_workers", "first_income_residents"},
				"v_pooled_ratio": {"on_time_ratio", "payout_ratio"}, "v_pooled_mean": {"satisfaction_worker"}} {
				for _, id := range ids {
					got := one[sql.NullFloat64](t, query(fmt.Sprintf(
						"SELECT value FROM %s WHERE fiscal_year = %d AND figure = '%s'", view, year, id)))
					f := kpi.Find(want.Figures, id)
					if got.Valid != (f.Value != nil) || got.Valid && !near(got.Float64, *f.Value) {
						t.Errorf("%d %s: %v, want %v", year, id, got, f.Value)
					}
				}
			}
		}
	})
}

func near(a, b float64) bool { return a == b || (a-b)*(a-b) <= 1e-24*b*b }

// TestNoValueOutOfLittle: where nothing is known of one side there is no quotient, in SQL as in rollup.
func TestNoValueOutOfLittle(t *testing.T) {
	stores(t, func(t *testing.T, address string, query func(string, ...any) *sql.Rows) {
		s := opened(t, address)
		number := 0
		for name, terms := range map[string]merge.Terms{
			"nothing known":      {Numerator: 0, Denominator: 5, Known: []int{0, 2}},
			"nothing known, 3rd": {Numerator: 1, Denominator: 5, Known: []int{1, 2, 0}},
			"denominator 0":      {Numerator: 1, Denominator: 0, Known: []int{1}},
			"claimed":            {Numerator: 0, Denominator: 5, Known: []int{1}, Claimed: [2]int{2, 0}},
			"known":              {Numerator: 1, Denominator: 4, Known: []int{1, 1, 1}, Claimed: [2]int{2, 1}},
		} {
			sub := drawn(rand.New(rand.NewPCG(5, 6)), codes[0], "2025-09-30", 2025, 1)
			sub.Figures = []merge.Part{{ID: "payout_ratio", Law: kpi.Divided, Unit: kpi.Ratio, N: 1, Terms: &terms, Basis: name,
				Missing: merge.NoCase}}
			number++
			sub.Revision = number
			published(t, s, sub)
			got := one[sql.NullFloat64](t, query(fmt.Sprintf("SELECT value FROM v_pooled_ratio WHERE basis = '%s'", name)))
			if want := name == "known"; got.Valid != want || want && got.Float64 != 0.25 {
				t.Errorf("%s: %v", name, got)
			}
			if err := s.Withdraw(t.Context(), strings.TrimSuffix(sub.FileName(), ".json")); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestSeveralPublishers: eight put in the same submissions at the same time, each has all of them in the end, once.
func TestSeveralPublishers(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a server")
	}
	stores(t, func(t *testing.T, address string, query func(string, ...any) *sql.Rows) {
		random := rand.New(rand.NewPCG(7, 8))
		var subs []*rollup.Submission
		for _, code := range codes {
			subs = append(subs, drawn(random, code, "2025-09-30", 2025, 1))
		}
		var wait sync.WaitGroup
		added := make([]int, 8)
		for i := range added {
			wait.Go(func() {
				s, err := publish.Open(t.Context(), address) // the first of them makes the tables
				if err != nil {
					t.Error(err)
					return
				}
				defer s.Close()
				for _, sub := range subs {
					done, err := s.Publish(t.Context(), sub)
					if err != nil {
						t.Error(err)
					}
					if done == publish.Added {
						added[i]++
					}
				}
			})
		}
		wait.Wait()
		sum := 0
		for _, n := range added {
			sum += n
		}
		if n := one[int](t, query("SELECT COUNT(*) FROM figure")); sum != len(codes) || n != 5*len(codes) {
			t.Errorf("%d were added and %d figures are there, want %d and %d", sum, n, len(codes), 5*len(codes))
		}
	})
}

// TestAddresses: what is refused before anything is opened.
func TestAddresses(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "notes.db")
	if err := os.WriteFile(text, []byte("the user's own"), 0o600); err != nil {
		t.Fatal(err)
	}
	foreign := filepath.Join(dir, "foreign.db")
	db, err := sql.Open("sqlite", foreign)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE mine (a TEXT)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	t.Setenv("PGSSLMODE", "")
	for _, address := range []string{"sqlite://" + text, foreign, "mysql://host/db", "notes.txt",
		"postgres://someone:secret@localhost/db", "postgres://localhost/db?password=secret",
		"postgres://db.example/db", "postgres://db.example/db?sslmode=disable", "postgres://db.example/db?sslmode=prefer",
		"postgres://db.example/db?sslmode=require", "postgres://localhost,db.example/db?sslmode=disable"} {
		s, err := publish.Open(t.Context(), address)
		var refused publish.Refused
		if !errors.As(err, &refused) {
			t.Errorf("%s: %v, %v", address, s, err)
		} else if strings.Contains(refused.JA+refused.EN, "secret") {
			t.Errorf("%s: the password is told: %v", address, refused)
		}
	}
	if _, err := publish.OpenExisting(t.Context(), filepath.Join(dir, "none.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("none: %v", err)
	}
	if data, err := os.ReadFile(text); err != nil || string(data) != "the user's own" {
		t.Errorf("%q, %v", data, err)
	}
}
