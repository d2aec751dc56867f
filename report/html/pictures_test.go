package html

import (
	"strings"
	"testing"
)

// TestPictureDraw: four drawings, no two alike.
func TestPictureDraw(t *testing.T) {
	seen := map[string]string{}
	for _, p := range Pictures {
		svg, err := p.Draw(sampleGantt(), "ja")
		if err != nil {
			t.Fatal(err)
		}
		if other, ok := seen[string(svg)]; ok || !strings.HasPrefix(string(svg), "<svg") {
			t.Errorf("%s is no image of its own (like %q)", p.Name, other)
		}
		seen[string(svg)] = p.Name
	}
}
