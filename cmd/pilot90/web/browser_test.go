package web

import (
	"context"
	"encoding/json"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"pilot90/cohort/blank"
	"pilot90/cohort/cell"
	"pilot90/report"
	"pilot90/report/plan"
)

// doing is a program that really makes and writes what the page asks for.
type doing struct{ program }

func (d *doing) Make(ctx context.Context, _ string, run report.Run, plan *plan.Plan,
	formats []string) ([]report.File, []rune, error) {
	content, run := report.Build(plan, run)
	return report.Render(ctx, content, run, formats)
}

func (d *doing) Place(dir string, files []report.File) error {
	written := map[string][]byte{}
	for _, f := range files {
		written[f.Name] = f.Data
	}
	return d.Save(dir, written)
}

func (d *doing) Begin(_ context.Context, dir string, a Answers) error {
	start, _, _ := cell.ReadDate(cell.Value{Kind: cell.Text, Text: a.Start})
	settings := blank.Settings{Program: a.Program, Municipality: a.Municipality, Prefecture: a.Prefecture, Start: start}
	book, err := blank.Workbook(blank.Options{Program: a.Program})
	if err != nil {
		return err
	}
	return d.Save(dir, map[string][]byte{"pilot.toml": settings.TOML(), blank.WorkbookFile: book})
}

func (d *doing) Save(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// TestInBrowser uses the pages in Chromium as a person does: every tab, wide, dark and 320 px wide,
// a save, a drop, reports, the keyboard alone; axe-core looks at each page. It needs node, Chromium
// and the packages of "npm ci". PILOT90_SHOTS names a folder for screenshots.
func TestInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("uses the pages in Chromium")
	}
	node, chromium := tools(t)
	dir := t.TempDir()
	ledger := filepath.Join(dir, "ledger")
	if err := os.CopyFS(ledger, os.DirFS(filepath.Join("..", "..", "..", "samples", "midorino"))); err != nil {
		t.Fatal(err)
	}
	s := New(Options{
		Today: func() cell.Day { return cell.NewDay(2026, 3, 31) }, Program: &doing{}, Suggested: filepath.Join(dir, "提案"),
		Say: func(text string) { t.Log(text) }, Waits: DefaultWaits,
	})
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() { ended <- s.Serve(ctx, l) }()
	cmd := exec.Command(node, filepath.Join("testdata", "browse.mjs"), s.Address(l.Addr()), chromium, ledger,
		filepath.Join(dir, "新しい台帳"), os.Getenv("PILOT90_SHOTS"))
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
	if len(faults) > 0 {
		cancel()
	}
	if err := <-ended; err != nil { // the button 終了 was the last that was pressed
		t.Error(err)
	}
}

// tools finds what the test in the browser needs, or skips it.
func tools(t *testing.T) (node, chromium string) {
	t.Helper()
	for name, path := range map[string]*string{"node": &node, "chromium": &chromium} {
		var err error
		if *path, err = exec.LookPath(name); err != nil {
			t.Skip(name + " is not installed")
		}
	}
	for _, name := range []string{"playwright-core", "axe-core"} {
		if _, err := os.Stat(filepath.Join("..", "..", "..", "node_modules", name)); err != nil {
			t.Skip("node package " + name + ` is not installed: run "npm ci --ignore-scripts"`)
		}
	}
	return node, chromium
}
