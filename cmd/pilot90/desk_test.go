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
	"sync"
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
	desk := started(t, t.TempDir(), cell.NewDay(2025, 9, 30))
	var door string
	over, err := letIn(desk.address, func(path string) error { door = path; return nil })
	if err != nil {
		t.Fatal(err)
	}
	defer over()
	if info, err := os.Stat(door); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others can read the file with the token: %v %v", info.Mode(), err)
	}
	cmd := exec.Command(tools[0], filepath.Join("testdata", "desk", "journeys.mjs"), desk.base, tools[1],
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
	if err := desk.stop(); err != nil {
		t.Error(err)
	}
}

// running is a desk without a ledger that listens on loopback.
type running struct {
	base, address string       // http://127.0.0.1:port, without and with the token
	stop          func() error // ends it, and says how it ended
}

// started starts a desk of a user with that home, on that day, until the test ends or stops it.
func started(t *testing.T, home string, today cell.Day) *running {
	t.Helper()
	t.Setenv("HOME", home)
	a := &app{Terminal: terminal.New(strings.NewReader(""), io.Discard, io.Discard), today: today}
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
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, l) }()
	stop := sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { stop() })
	return &running{base: "http://" + l.Addr().String(), address: server.Address(l.Addr()), stop: stop}
}
