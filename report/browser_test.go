package report

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"pilot90/cohort/lang"
	"pilot90/report/html"
	"pilot90/templates"
)

// TestEditionsInBrowser opens every edition of the sample from the disk in Chromium with the network
// off: wide, dark, 320 px and print; axe-core and the keyboard find nothing to complain about.
func TestEditionsInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("opens every edition in Chromium")
	}
	t.Parallel()
	node := tool(t, "node", "nodejs")
	chromium := tool(t, "chromium", "chromium")
	for _, name := range []string{"playwright-core", "axe-core"} {
		if _, err := os.Stat(filepath.Join("..", "node_modules", name)); err != nil {
			t.Skip("node package " + name + ` is not installed: run "npm ci --ignore-scripts"`)
		}
	}
	run := runOf(t, "../samples/midorino", lang.JA)
	dir, args := t.TempDir(), []string{filepath.Join("html", "testdata", "browse.mjs"), chromium, "once"}
	for _, edition := range templates.Plans() {
		r, _ := Build(builtin(t, edition), run)
		var b bytes.Buffer
		if err := html.Write(t.Context(), &b, r); err != nil {
			t.Fatal(err)
		}
		page := filepath.Join(dir, edition+".html")
		if err := os.WriteFile(page, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, page)
	}
	cmd := exec.Command(node, args...)
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
}

// tool returns the path of a program, or skips the test and says what to install.
func tool(t *testing.T, name, from string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s (%s) is not installed", name, from)
	}
	return path
}
