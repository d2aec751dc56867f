//go:build unix

package publish_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"time"

	"pilot90/report/publish"
)

// BenchmarkYear asks the pooled views of a PostgreSQL server that holds a year of weekly editions: of a tenth of the
// municipalities of the country and, where the disk has room for it, of all 1,741 (7.2 million figures). Ten editions
// are put in as publish does; the others are rows made of theirs in the database itself. ms/view is the slowest of the
// three views, load-s how long the rows took.
func BenchmarkYear(b *testing.B) {
	for _, n := range []int{174, 1741} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := server(b)
			var disk syscall.Statfs_t
			if err := syscall.Statfs(p.dir, &disk); err != nil {
				b.Fatal(err)
			}
			if free := float64(disk.Bavail) * float64(disk.Bsize); free < float64(n)*bytesOfYear {
				b.Skipf("needs %.1f GB of disk, %.1f are free", float64(n)*bytesOfYear/1e9, free/1e9)
			}
			address := p.database(b)
			name := fmt.Sprintf("d%d", p.next)
			b.Cleanup(func() { p.sql(b, "postgres", "DROP DATABASE "+name+" WITH (FORCE)") })
			start := time.Now()
			loadYear(b, p, address, name, n)
			loaded := time.Since(start).Seconds()
			askViews(b, address, n)
			b.ReportMetric(loaded, "load-s")
		})
	}
}

// bytesOfYear is the disk that a year of one municipality takes at the most: 52 × 80 rows, their index and the log.
const bytesOfYear = 52 * 80 * 1000

// figuresEach is how many figures an edition has, as one of the catalogue.
const figuresEach = 80

// loadYear fills the database with 52 editions of each of n municipalities.
func loadYear(b *testing.B, p *postgres, address, name string, n int) {
	s, err := publish.Open(b.Context(), address)
	if err != nil {
		b.Fatal(err)
	}
	random := rand.New(rand.NewPCG(17, 41))
	for _, code := range codes {
		published(b, s, drawn(random, code, "2025-04-01", 2025, 1))
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for _, fill := range []string{
		`INSERT INTO municipality SELECT 'B' || lpad(i::text, 5, '0'), '町' || i, '県' || i % 47
			FROM generate_series(1, $n) i`,
		`INSERT INTO edition SELECT md5(i || ' ' || w) || md5(w || ' ' || i), 'B' || lpad(i::text, 5, '0'), 2025,
			(DATE '2025-04-01' + 7 * w)::text, '2025-04-01', (DATE '2025-04-01' + 7 * w)::text, '2026-03-31', 1, 0,
			(SELECT MIN(definitions) FROM edition), 'bench', '', 0, '', ''
			FROM generate_series(1, $n) i, generate_series(0, 51) w`,
		`INSERT INTO figure SELECT e.code, e.fiscal_year, e.edition_id, f.figure || k, f.unit, f.law, f.class, f.basis,
			f.value, f.missing, f.n, f.excluded, f.left_out, f.numerator, f.denominator, f.known_1, f.known_2, f.known_3,
			f.claimed_numerator, f.claimed_denominator, f.trials
			FROM (SELECT *, 1 + (hashtext(code) & 7) AS source FROM edition WHERE tool = 'bench') e
			JOIN (SELECT *, DENSE_RANK() OVER (ORDER BY code) AS source FROM figure) f USING (source),
				generate_series(1, $k) k`, // five figures are in each that was put in
		"ANALYZE",
	} {
		p.sql(b, name, strings.NewReplacer("$n", fmt.Sprint(n), "$k", fmt.Sprint(figuresEach/5)).Replace(fill))
	}
}

// askViews asks each view for the year, and holds that it counts every municipality.
func askViews(b *testing.B, address string, n int) {
	query := querying(b, "pgx", address)
	slowest := time.Duration(0)
	for b.Loop() {
		for view, figure := range map[string]string{"v_pooled_sum": "registered_workers1", "v_pooled_ratio": "on_time_ratio1",
			"v_pooled_mean": "satisfaction_worker1"} {
			start := time.Now()
			got := one[int](b, query("SELECT MAX(CASE WHEN figure = $1 THEN municipalities END) FROM "+view+
				" WHERE fiscal_year = 2025", figure))
			slowest = max(slowest, time.Since(start))
			if got != n {
				b.Fatalf("%s: %s of %d municipalities, want %d", view, figure, got, n)
			}
		}
	}
	b.ReportMetric(float64(slowest.Milliseconds()), "ms/view")
}
