package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the stories run this very program as the command pilot90.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"pilot90": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestStories runs testdata/script: each story is what one user does, with what they see and
// what is left on disk. $SAMPLES is the samples folder, $DEEP a long
// path.
func TestStories(t *testing.T) {
	samples, err := filepath.Abs("../../samples")
	if err != nil {
		t.Fatal(err)
	}
	dir, files := "testdata/script", []string(nil)
	if testing.Short() { // of 35 stories the ones that others rest on
		dir, files = "", []string{"testdata/script/check_sample.txtar", "testdata/script/kpi.txtar",
			"testdata/script/report.txtar", "testdata/script/usage.txtar"}
	}
	testscript.Run(t, testscript.Params{
		Dir: dir, Files: files,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			env.Setenv("HOSTILE", hostile)
			env.Setenv("NAME", hostileName)
			env.Setenv("DEEP", strings.Repeat("とても深いフォルダー/", 12)) // 12 · 31 bytes: more than the 260 of old Windows
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("no such condition: %s", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exit":     wantExit,
			"visit":    visit,
			"makeform": makeForm,
			"cells":    showCells,
			"arm":      arm,
			"armbook":  armBook,
			"screened": screened,
		},
	})
}

// wantExit runs pilot90 and holds its exit code: exit 2 pilot90 check
func wantExit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exit CODE COMMAND [ARG ...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if err != nil {
		exit, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if got := string('0' + rune(code)); got != args[0] {
		ts.Fatalf("exit code %s, want %s\n%s%s", got, args[0], ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}
