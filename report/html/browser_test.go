package html

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestInBrowser opens the sample from the disk in Chromium with the network off, wide, dark,
// narrow (320 px) and in print, and lets axe-core look at it. It needs node, Chromium and the
// packages of "npm ci".
func TestInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a page in Chromium")
	}
	t.Parallel()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed")
	}
	for _, name := range []string{"playwright-core", "axe-core"} {
		if _, err := os.Stat(filepath.Join("..", "..", "node_modules", name)); err != nil {
			t.Skip("node package " + name + ` is not installed: run "npm ci --ignore-scripts"`)
		}
	}
	page := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(page, []byte(sample(t)), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, filepath.Join("testdata", "browse.mjs"), chromium, "fresh", page)
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
