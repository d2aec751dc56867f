package main

import (
	"slices"
	"testing"
)

// TestRepaired: the arguments as Go receives them from a Windows command line that ended a
// folder in quotes with a \, and what was meant.
func TestRepaired(t *testing.T) {
	for _, c := range []struct{ args, want []string }{
		{[]string{"check", `C:\台 帳"`}, []string{"check", `C:\台 帳`}},
		{[]string{"check", `C:\台 帳" --as-of 2026-03-31 --limit 3`},
			[]string{"check", `C:\台 帳`, "--as-of", "2026-03-31", "--limit", "3"}},
		{[]string{"check", `C:\台 帳`, "--lang", "en"}, []string{"check", `C:\台 帳`, "--lang", "en"}},
		{nil, nil},
	} {
		if got := repaired(c.args, "windows"); !slices.Equal(got, c.want) {
			t.Errorf("repaired(%q) = %q, want %q", c.args, got, c.want)
		}
		if got := repaired(c.args, "linux"); !slices.Equal(got, c.args) {
			t.Errorf("on Linux repaired(%q) = %q", c.args, got)
		}
	}
}
