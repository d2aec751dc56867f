package rollup_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/report/rollup"
)

// BenchmarkRollup computes so many ledgers of two cohorts, twelve people and 400 tasks each, puts them together and
// writes the paper: 1,741 are all municipalities of the country. "again" takes the submissions from the cache. MB is
// the memory in use when all submissions are there.
func BenchmarkRollup(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 1741} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			for i := range n {
				simulated(b, dir, i)
			}
			cache := b.TempDir()
			for b.Loop() {
				if err := os.RemoveAll(cache); err != nil {
					b.Fatal(err)
				}
				national(b, dir, cache, n)
			}
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N*n), "ms/ledger")
		})
		b.Run(fmt.Sprintf("%d again", n), func(b *testing.B) {
			dir, cache := b.TempDir(), b.TempDir()
			for i := range n {
				simulated(b, dir, i)
			}
			national(b, dir, cache, n)
			for b.Loop() {
				national(b, dir, cache, n)
			}
		})
	}
}

// national takes in the ledgers below a folder and makes the paper of all.
func national(b *testing.B, dir, cache string, n int) {
	found, err := rollup.Find(context.Background(), []string{dir})
	if err != nil {
		b.Fatal(err)
	}
	day := cell.NewDay(2026, 3, 31)
	sources, unread, err := rollup.Collect(context.Background(), found, rollup.Reading{Tool: "bench", Cache: cache,
		Workers: runtime.GOMAXPROCS(0), Load: cohort.LoadOptions{AsOf: &day, Today: day}, Lang: lang.JA})
	if err != nil || len(sources) != n || len(unread) != 0 {
		b.Fatalf("%d of %d, unread %v, %v", len(sources), n, unread, err)
	}
	var memory runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.HeapAlloc)/1e6, "MB")
	r := rollup.Pooled(sources, unread, rollup.Options{By: "prefecture"}, lang.JA)
	if _, err := rollup.Files(context.Background(), r, lang.JA, "bench", rollup.Formats); err != nil {
		b.Fatal(err)
	}
}

// simulated writes the ledger of the i-th municipality.
func simulated(b *testing.B, dir string, i int) {
	five, sum := fmt.Sprintf("%02d%03d", 1+i%47, 100+i/47), 0
	for k, d := range five {
		sum += int(d-'0') * (6 - k)
	}
	var people, tasks strings.Builder
	people.WriteString("参加者ID,コホート,性別,開始日,研修修了日,秘密保持契約日\n")
	tasks.WriteString("作業日,参加者ID,案件ID,作業名,時間,報酬,納品日,支払日\n")
	for p := range 12 {
		month := 4 + p/6*4
		fmt.Fprintf(&people, "P%02d,第%d期,%s,2025-%02d-01,2025-%02d-%02d,2025-%02d-20\n", p, 1+p/6,
			[]string{"女性", "男性"}[p%2], month, month, 20+(i+p)%9, month)
		for t := range 33 {
			day := cell.NewDay(2025, 5, 1) + cell.Day(p/6*130+t*(3+i%3))
			fmt.Fprintf(&tasks, "%s,P%02d,K%d,作業%d,%d,%d,%s,%s\n", day, p, 1+(p+t)%4, t, 1+t%3, 1000+100*((i+t)%20), day+2,
				day+30)
		}
	}
	contracts := "案件ID,発注者ID,案件名,種別,開始日,終了日,月額\n"
	for k := 1; k <= 4; k++ {
		contracts += fmt.Sprintf("K%d,B%d,業務%d,%s,2025-04-01,,%d\n", k, k%3, k, []string{"定期", "単発"}[k%2],
			10000*(1+(i+k)%9))
	}
	path := filepath.Join(dir, fmt.Sprint(i))
	for name, text := range map[string]string{"参加者.csv": people.String(), "作業ログ.csv": tasks.String(), "案件.csv": contracts,
		"pilot.toml": fmt.Sprintf("[program]\nname = \"%d\"\nmunicipality = \"町%d\"\ncode = \"%s%d\"\n", i, i, five,
			(11-sum%11)%10)} {
		if err := os.MkdirAll(path, 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(path, name), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
}
