package chart

import (
	"os"
	"path/filepath"
	"testing"
)

// TestDrawToFolder writes every sample chart as SVG into the folder named by PILOT90_DRAW, to be
// looked at.
func TestDrawToFolder(t *testing.T) {
	dir := os.Getenv("PILOT90_DRAW")
	if dir == "" {
		t.Skip("set PILOT90_DRAW to a folder to get the drawings")
	}
	for _, c := range append(sampleCharts(), sampleTwoCurves(), sampleShare100()) {
		svg, err := SVG(c, Size{Width: 482})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, c.ID+".svg"), svg, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
