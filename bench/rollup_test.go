package main

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestNational: three simulated municipalities are counted, computed and out of the cache, and of three times 52
// weekly submissions the three newest.
func TestNational(t *testing.T) {
	dir := t.TempDir()
	ledgers, cache, weekly := filepath.Join(dir, "ledgers"), filepath.Join(dir, "cache"), filepath.Join(dir, "weeks")
	for i := range 3 {
		if err := simulate(ledgers, i); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"national", ledgers, cache, "3"}, {"national", ledgers, cache, "3"},
		{"weeks", ledgers, cache, weekly, "0", "3"}, {"national", weekly, "", "3"}} {
		var out bytes.Buffer
		if err := run(args, &out, io.Discard); err != nil {
			t.Fatalf("%q: %v", args, err)
		}
		want := map[string]string{ledgers: "3 4\n", weekly: "156 4\n"}[args[1]]
		if args[0] == "national" && out.String() != want {
			t.Errorf("%q: %q, want %q", args, out.String(), want)
		}
	}
	if err := run([]string{"national", ledgers, cache, "4"}, io.Discard, io.Discard); err == nil {
		t.Error("three were taken for four")
	}
}

// TestNationalSection stands in the page once, in its place or at the end, and what is after it stays.
func TestNationalSection(t *testing.T) {
	section := nationalSection(machine{cores: 2}, []nationalRun{
		{what: "ledgers, computed", n: 1000, sources: 1000, got: sample{wall: 80 * time.Second, cpu: 120 * time.Second,
			peak: 200 << 20}},
		{what: "weekly submissions", n: 1741, sources: 90532, why: "not enough disk is free"}})
	for _, want := range []string{"| 1,000 | ledgers, computed | 1,000 | 80.0 | 120.0 | 120.0 | 200 |\n", // 120 s ÷ 1,000
		"| 1,741 | weekly submissions | 90,532 | not enough disk is free | | | |\n"} {
		if !strings.Contains(section, want) {
			t.Errorf("no %q in\n%s", want, section)
		}
	}
	old := "# Results\n\n## A\n\n1\n\n" + nationalHead + "\nold\n\n## Go benchmarks\n\nx\n"
	got := withNational(old, section)
	if strings.Contains(got, "\nold\n") || !strings.HasSuffix(got, "|\n\n## Go benchmarks\n\nx\n") ||
		withNational(got, section) != got {
		t.Error(got)
	}
	if got := withNational("# Results\n", section); strings.Count(got, nationalHead) != 1 || withNational(got,
		section) != got {
		t.Error(got)
	}
}
