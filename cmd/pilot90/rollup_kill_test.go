package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestRollupGoesOn kills a rollup of 24 ledgers, one of which is broken, in the middle. The next run names the broken
// one, computes none of those again that the killed one had done, leaves nothing of it, and says what a run says that
// was not disturbed.
func TestRollupGoesOn(t *testing.T) {
	if testing.Short() || runtime.GOOS == "windows" {
		t.Skip("runs of the program that are killed")
	}
	dir := t.TempDir()
	towns := filepath.Join(dir, "towns")
	const n = 24
	for i := range n {
		ledger := filepath.Join(towns, fmt.Sprintf("%02d", i))
		if err := os.MkdirAll(filepath.Dir(ledger), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(ledgerOf(t, killedLedger()), ledger); err != nil {
			t.Fatal(err)
		}
		settings := "[program\n" // broken
		if i != n/2 {
			settings = fmt.Sprintf("[program]\nname = \"%d\"\nmunicipality = \"町%d\"\ncode = \"%s\"\n", i, i, checkedCode(i))
		}
		if err := os.WriteFile(filepath.Join(ledger, "pilot.toml"), []byte(settings), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(out string) *exec.Cmd {
		c := exec.Command(os.Args[0])
		c.Args = []string{"pilot90", "rollup", towns, "--as-of", "2025-09-30", "--json", "--format", "json", "--out",
			filepath.Join(dir, out)}
		return c
	}
	said := func(out string) (stdout, stderr string) {
		var o, e strings.Builder
		c := run(out)
		c.Stdout, c.Stderr = &o, &e
		c.Run()
		if code := c.ProcessState.ExitCode(); code != exitFindings {
			t.Fatalf("exit code %d\n%s", code, e.String())
		}
		return strings.ReplaceAll(o.String(), filepath.Join(dir, out), "OUT"), e.String()
	}
	want, _ := said("whole")

	killed := run("killed")
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	cache := filepath.Join(dir, "killed", ".submissions")
	var done map[string]time.Time
	for len(done) < 4 {
		time.Sleep(time.Millisecond)
		done = times(cache)
	}
	killed.Process.Kill()
	killed.Wait()
	if done = times(cache); len(done) >= n-1 {
		t.Skipf("all %d were done before it was killed", len(done))
	}
	got, named := said("killed")
	if got != want {
		t.Error("the run after the killed one says something else")
	}
	if !strings.Contains(named, fmt.Sprintf("%02d", n/2)) {
		t.Errorf("the broken ledger is not named: %s", named)
	}
	after := times(cache)
	for name, at := range done {
		if !after[name].Equal(at) {
			t.Errorf("%s was made again", name)
		}
	}
	if len(after) != n-1 {
		t.Errorf("%d are kept, want %d", len(after), n-1)
	}
	if left, _ := filepath.Glob(filepath.Join(cache, ".pilot90-*")); len(left) > 0 {
		t.Errorf("left over: %q", left)
	}
}

// times are the submissions in a folder and when each was written.
func times(dir string) map[string]time.Time {
	all := map[string]time.Time{}
	files, _ := filepath.Glob(filepath.Join(dir, "*.json"))
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			all[f] = info.ModTime()
		}
	}
	return all
}

// checkedCode is a code of 長野県 with its check digit.
func checkedCode(i int) string {
	five, sum := fmt.Sprintf("20%d", 301+i), 0
	for k, d := range five {
		sum += int(d-'0') * (6 - k)
	}
	return five + fmt.Sprint((11-sum%11)%10)
}
