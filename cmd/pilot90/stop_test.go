package main

import (
	"bytes"
	"context"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime/metrics"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"pilot90/report"
)

// fuse is a context that ends after it was asked a number of times whether it has: it stops a run at a
// place, where a clock would stop it anywhere.
type fuse struct {
	context.Context
	left atomic.Int64
}

func newFuse(t *testing.T, asked int64) *fuse {
	f := &fuse{Context: t.Context()}
	f.left.Store(asked)
	return f
}

func (f *fuse) Err() error {
	if f.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// asked runs the command to its end and returns how often it asked whether to go on.
func asked(t *testing.T, code int, args ...string) int64 {
	t.Helper()
	f := newFuse(t, math.MaxInt64)
	var out, errs bytes.Buffer
	if got := command(f, args, strings.NewReader(""), &out, &errs); got != code {
		t.Fatalf("pilot90 %q: exit code %d, want %d\n%s%s", args, got, code, out.String(), errs.String())
	}
	return math.MaxInt64 - f.left.Load()
}

// TestStopped: a command that is stopped after the first question whether to go on, after the last and
// at some between says so with exit code 130 and leaves no file and no folder.
func TestStopped(t *testing.T) {
	for _, c := range []struct {
		name string
		code int // of the whole run
		args func(ledger, out string) []string
		asks int64 // at least, beside those of reading: one for each format, each chart and each file
	}{
		// Four formats, the charts of the PDF, of the page and alone, the files.
		{"report", exitOK, func(l, out string) []string {
			return []string{"report", l, "--out", out, "--format", "json,png,html,pdf"}
		}, 4 + 3*3 + 4},
		// Two formats, and their files with the manifest.
		{"seal", exitOK, func(l, _ string) []string {
			return []string{"seal", l, "--for", "hub", "--format", "json,xlsx"}
		}, 2 + 3},
		{"handover", exitOK, func(l, out string) []string { return []string{"handover", l, "--out", out} }, 2 + 3},
		// The copies, each once made and once written.
		{"check", exitFindings, func(l, out string) []string {
			return []string{"check", l, "--format", "xlsx", "--out", out}
		}, 2 + 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			ledger := func() string { return ledgerOf(t, faulty) }
			parent := t.TempDir()
			reading := asked(t, exitOK, "status", ledger())
			whole := asked(t, c.code, c.args(ledger(), filepath.Join(parent, "whole"))...)
			if whole < reading+c.asks {
				t.Errorf("asked %d times, %d of them while reading; want %d more at least", whole, reading, c.asks)
			}
			for _, after := range []int64{0, reading, reading + 1, (reading + whole) / 2, whole - 1} {
				l, out := ledger(), filepath.Join(parent, "stopped", "out")
				for _, lang := range []struct{ flag, says string }{{"ja", "中断しました"}, {"en", "stopped"}} {
					stopped(t, after, lang.says, append(c.args(l, out), "--lang", lang.flag)...)
				}
				if got := namesBelow(t, l); len(got) != len(faulty) {
					t.Errorf("stopped after %d, the ledger's folder holds %q", after, got)
				}
				if got := namesBelow(t, parent); slices.ContainsFunc(got, func(name string) bool {
					return !strings.HasPrefix(name, "whole")
				}) {
					t.Errorf("stopped after %d, there is left %q", after, got)
				}
			}
		})
	}
}

// stopped runs the command until it has asked so often, and wants it to say that it was stopped.
func stopped(t *testing.T, after int64, says string, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := command(newFuse(t, after), args, strings.NewReader(""), &out, &errs); code != exitStopped {
		t.Errorf("stopped after %d: exit code %d, want %d", after, code, exitStopped)
	}
	if !strings.Contains(errs.String(), says) || out.Len() > 0 {
		t.Errorf("stopped after %d: said %q and printed %q, want %q", after, errs.String(), out.String(), says)
	}
}

// namesBelow are the files and folders below a folder.
func namesBelow(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error {
		if name != "." {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestMakingLeavesCollector: the page makes reports in a program that goes on, where how often memory
// is collected is nobody's to change for a while.
func TestMakingLeavesCollector(t *testing.T) {
	ctx := &watchful{Context: t.Context(), seen: map[uint64]bool{}}
	var a app
	run, err := a.compute(t.Context(), ledgerOf(t, faulty), &ledgerFlags{})
	if err != nil {
		t.Fatal(err)
	}
	before := collectorPercent()
	plan, err := report.BuiltinPlan("overview")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := a.makeEdition(ctx, "", plan, run, []string{"json"}); err != nil {
		t.Fatal(err)
	}
	if len(ctx.seen) != 1 || !ctx.seen[before] {
		t.Errorf("the collector's percent was %d, while a report is made %v", before, ctx.seen)
	}
}

// watchful is a context that notes, when it is asked whether it has ended, how the collector is set.
type watchful struct {
	context.Context
	seen map[uint64]bool
}

func (a *watchful) Err() error {
	a.seen[collectorPercent()] = true
	return a.Context.Err()
}

func collectorPercent() uint64 {
	sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
