package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"pilot90/bench/ledgers"
)

// few is how many cases are run with the other tests; make hostile runs 3,000.
const few = 12

// TestFewCases feeds some cases to the program as it is.
func TestFewCases(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program and runs it")
	}
	program := filepath.Join(t.TempDir(), "pilot90")
	if out, err := exec.Command("go", "build", "-o", program, "pilot90/cmd/pilot90").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	tally, next, err := Feed(t.Context(), program, 0, few, 2, "", io.Discard)
	if err != nil || next != few || tally.Runs < few {
		t.Fatalf("%d runs up to case %d: %v", tally.Runs, next, err)
	}
	for _, failed := range tally.Failed {
		t.Error(failed)
	}
}

// TestVerdict holds what a run is judged by.
func TestVerdict(t *testing.T) {
	for _, c := range []struct {
		name string
		end  ended
		good bool
	}{
		{"done", ended{code: 0}, true},
		{"findings", ended{code: 1, said: "誤り"}, true},
		{"stopped", ended{code: 130}, true},
		{"panic", ended{code: 2, said: "panic: index\n\ngoroutine 1 [running]:"}, false},
		{"killed", ended{code: -1}, false},
		{"hung", ended{code: -1, hung: true}, false},
		{"long", ended{cpu: mostCPU + 1}, false},
		{"large", ended{memory: mostMemory + 1}, false},
	} {
		if err := c.end.verdict(); (err == nil) != c.good {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestSameCase holds that a case is made again by its number, to the byte, and another number makes another.
func TestSameCase(t *testing.T) {
	s := stock{t.TempDir()}
	for _, err := range []error{ledgers.Write(s.ledger(), ledgers.Size{People: 3, Rows: 9}),
		os.WriteFile(s.database(), nil, 0o600)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	book := func(n int) string {
		dir := t.TempDir()
		if _, err := newCase(n, dir, s); err != nil {
			t.Fatalf("case %d: %v", n, err)
		}
		data, err := os.ReadFile(filepath.Join(dir, "ledger", "台帳.xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if first, again := book(2), book(2); first != again {
		t.Error("case 2 is not the same again")
	}
	if book(2) == book(2+2*len(damages)) {
		t.Error("two cases of one kind are the same")
	}
}

// TestTurns holds that a kind meets every mode before it meets one again, and that two kinds begin with others.
func TestTurns(t *testing.T) {
	met := map[string]int{}
	visits := (len(modes) + runs - 1) / runs
	for visit := range visits {
		c := hostileCase{visit: visit}
		for _, m := range c.turns() {
			met[m.name]++
		}
	}
	if len(met) != len(modes) {
		t.Errorf("after %d visits %d of %d modes were met", visits, len(met), len(modes))
	}
	first, second := hostileCase{which: 1}, hostileCase{which: 2}
	if first.turns()[0].name == second.turns()[0].name {
		t.Error("two kinds begin with the same mode")
	}
}

// TestRunBeyondABoundIsEnded: a run that holds 600 MB and would keep them for a minute is ended at once, and named by
// its memory.
func TestRunBeyondABoundIsEnded(t *testing.T) {
	if os.Getenv("HOLD_MEMORY") != "" {
		held := make([]byte, 600<<20)
		for i := range held {
			held[i] = 1
		}
		time.Sleep(time.Minute)
		t.Fatalf("not ended with %d bytes", len(held))
	}
	if runtime.GOOS != "linux" {
		t.Skip("what a process holds is known on Linux only")
	}
	t.Setenv("HOLD_MEMORY", "yes")
	begun := time.Now()
	err := runBounded(os.Args[0], t.TempDir(), []string{"-test.run=^TestRunBeyondABoundIsEnded$"}).verdict()
	if err == nil || !strings.HasSuffix(err.Error(), " MB") || time.Since(begun) > 30*time.Second {
		t.Errorf("after %v: %v", time.Since(begun), err)
	}
}
