package main

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/cmd/pilot90/terminal"
	"pilot90/cmd/pilot90/web"
	"pilot90/cohort/cell"
)

// TestDesk walks the desk in Chromium by the keyboard alone, with what the commands really do behind it: from nothing
// to
// a filled ledger and a council PDF; an edition is kept, a cell changes, the change is explained; the successor's
// folder. It needs node, Chromium and the packages of "npm ci". PILOT90_SHOTS names a folder for screenshots.
func TestDesk(t *testing.T) {
	if testing.Short() {
		t.Skip("uses the pages in Chromium")
	}
	var tools [2]string
	for i, name := range []string{"node", "chromium"} {
		var err error
		if tools[i], err = exec.LookPath(name); err != nil {
			t.Skip(name + " is not installed")
		}
	}
	if _, err := os.Stat(filepath.Join("..", "..", "node_modules", "playwright-core")); err != nil {
		t.Skip(`node packages are not installed: run "npm ci --ignore-scripts"`)
	}
	t.Setenv("HOME", t.TempDir())
	a := &app{Terminal: terminal.New(strings.NewReader(""), io.Discard, io.Discard), today: cell.NewDay(2025, 9, 30)}
	opt, err := a.webOptions(&serveFlags{noBrowser: true})
	if err != nil {
		t.Fatal(err)
	}
	opt.Today = func() cell.Day { return a.today }
	server := web.New(opt)
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, l) }()
	var door string
	over, err := letIn(server.Address(l.Addr()), func(path string) error { door = path; return nil })
	if err != nil {
		t.Fatal(err)
	}
	defer over()
	if info, err := os.Stat(door); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others can read the file with the token: %v %v", info.Mode(), err)
	}
	cmd := exec.Command(tools[0], filepath.Join("testdata", "desk", "journeys.mjs"), "http://"+l.Addr().String(), tools[1],
		t.TempDir(), door, os.Getenv("PILOT90_SHOTS"))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("browser: %v", err)
	}
	var faults []string
	if err := json.Unmarshal(out, &faults); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, f := range faults {
		t.Error(f)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
