package main

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestOutputThatIsFull: every command whose answer cannot be printed says so and ends with the code of what cannot be
// written, also where files were written and a page of help.
func TestOutputThatIsFull(t *testing.T) {
	ledger := ledgerOf(t, map[string]string{"作業ログ.csv": "作業日,参加者ID,案件ID,時間,報酬\n2025-06-02,P01,K1,2,3000\n"})
	dir := t.TempDir()
	for _, args := range [][]string{
		{"check", ledger}, {"kpi", ledger, "--json"}, {"kpi", "--list"}, {"explain", "first_income_residents", ledger},
		{"explain", "C204"}, {"status", ledger}, {"read", ledger}, {"diff", ledger, ledger, "--all"},
		{"handover", ledger, "--out", filepath.Join(dir, "next")}, {"init", filepath.Join(dir, "new"), "--program", "x",
			"--municipality", "緑野町", "--prefecture", "長野県", "--start",
			"2026-04-01"},
		{"plan"}, {"plan", "list"}, {"licenses"}, {"--help"}, {"check", "--help"}, {"publish", "--role"},
	} {
		var said strings.Builder
		code := command(t.Context(), args, strings.NewReader(""), full{}, &said)
		if code != exitIO || said.Len() == 0 {
			t.Errorf("pilot90 %q: exit code %d, want %d; said %q", args, code, exitIO, said.String())
		}
	}
}
