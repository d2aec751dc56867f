package cohort_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pilot90/cohort"
	"pilot90/cohort/cohorttest"
)

const (
	logHead  = "作業日 | 参加者ID | 案件ID | 時間 | 納品日\n"
	firstDay = "2025-06-02 | P01 | K1 | 2 | 2025-06-03\n"
	unfilled = "2025-06-02 | P01 | K1 | 2 |\n"
	nextDay  = "2025-06-09 | P02 | K1 | 1 | 2025-06-10\n"
)

// TestCopiesOfFilesAreReadOnce: two files, which of them is left out and how many tasks count.
func TestCopiesOfFilesAreReadOnce(t *testing.T) {
	for _, c := range []struct {
		a, rowsA, b, rowsB, out string
		tasks                   int
	}{
		{"作業ログ.csv", firstDay + nextDay, "作業ログ - コピー.csv", firstDay + nextDay, "作業ログ - コピー.csv", 2},
		{"作業ログ.csv", firstDay + nextDay, "コピー ～ 作業ログ.csv", firstDay + nextDay, "コピー ～ 作業ログ.csv", 2},
		{"作業ログ.csv", firstDay + nextDay, "作業ログ(1).csv", firstDay + nextDay, "作業ログ(1).csv", 2},
		{"作業ログ.csv", firstDay + nextDay, "作業ログ_0630.csv", unfilled, "作業ログ_0630.csv", 2},
		{"作業ログ.csv", firstDay + nextDay, "バックアップ_作業ログ.csv", firstDay, "バックアップ_作業ログ.csv", 2},
		// the fuller one is read
		{"作業ログ.csv", unfilled, "作業ログ_20250630.csv", firstDay + nextDay, "作業ログ.csv", 2},
		{"作業ログ.csv", firstDay + nextDay, "作業ログ_旧.csv",
			strings.ReplaceAll(firstDay, "2025-06-02", "令和7年6月2日"),
			"作業ログ_旧.csv", 2},
		{"作業ログ_0602.csv", firstDay, "作業ログ_0609.csv", nextDay, "", 2}, // a file a week
		{"作業ログ_甲.csv", firstDay, "作業ログ_乙.csv", nextDay, "", 2},
	} {
		title := func(file string) string { return strings.TrimSuffix(file, ".csv") }
		l := cohorttest.Read(t, shapeHead+"## "+title(c.a)+" in "+c.a+"\n"+logHead+c.rowsA+
			"## "+title(c.b)+" in "+c.b+"\n"+logHead+c.rowsB)
		var out []string
		for _, f := range l.Findings {
			if f.Code == "C335" {
				out = append(out, f.File)
			}
		}
		if got := strings.Join(out, " "); got != c.out || len(l.Tasks.Rows) != c.tasks {
			t.Errorf("%s beside %s: left out %q, %d tasks; want %q, %d\n%s", c.a, c.b, got, len(l.Tasks.Rows),
				c.out, c.tasks, l)
		}
	}
}

// TestNamesOfMacOS: a name whose marks stand apart from their letters is found by a glob, and the other
// way round.
func TestNamesOfMacOS(t *testing.T) {
	const apart, joined = "作業ロク\u3099.csv", "作業ログ.csv"
	for _, c := range [][2]string{{joined, apart}, {apart, joined}} {
		files := map[string][]byte{
			"pilot.toml": []byte("[ledger]\nfiles = [\"" + c[0] + "\"]\n"),
			c[1]:         []byte("作業日,参加者ID\n"),
		}
		l, _, err := cohort.LoadMemory(t.Context(), files, cohort.LoadOptions{})
		if err != nil || len(l.Inputs) != 1 {
			t.Errorf("%q finds %d files (%v), want 1", c[0], len(l.Inputs), err)
		}
	}
}

// TestCopyAmongDailyFiles: of 200 files, one a day, and a copy of the last, one of the two alike is left out, although
// a file is compared with those near it by name alone.
func TestCopyAmongDailyFiles(t *testing.T) {
	files := map[string][]byte{}
	name := ""
	for n := range 200 {
		day := time.Date(2025, 4, 1+n, 0, 0, 0, 0, time.UTC)
		name = "作業ログ_" + day.Format("20060102")
		files[name+".csv"] = fmt.Appendf(nil, "作業日,参加者ID,案件ID,時間,報酬\n%s,P%03d,K%03d,2,%d\n", day.Format(time.DateOnly), n, n,
			1000+n)
	}
	files[name+" - コピー.csv"] = files[name+".csv"]
	l, _, err := cohort.LoadMemory(t.Context(), files, cohort.LoadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range l.Findings {
		if f.Code == "C335" {
			out = append(out, f.File)
		}
	}
	if len(out) != 1 || !strings.HasPrefix(out[0], name) || len(l.Tasks.Every()) != 200 {
		t.Errorf("left out %q and read %d tasks, want one of the two and 200", out, len(l.Tasks.Every()))
	}
}
