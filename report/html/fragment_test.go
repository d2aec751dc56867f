package html

import (
	"strings"
	"testing"

	"pilot90/report/content"
)

// TestFragment: the sections alone, no script, and every chart by the addresses given.
func TestFragment(t *testing.T) {
	var b strings.Builder
	asked := map[string]int{}
	err := Fragment(&b, sampleReport(), func(c *content.Chart, p Picture) string {
		asked[c.ID]++
		return "/chart/" + c.ID + "/" + p.Name
	})
	if err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for _, refused := range []string{"<script", "<html", "<style", "data:", "style="} {
		if strings.Contains(got, refused) {
			t.Errorf("the fragment holds %q", refused)
		}
	}
	native := strings.Count(got, `class="squares"`) // the page itself draws it
	if n := strings.Count(got, "<figure"); n != len(asked)+native || n == 0 || native == 0 {
		t.Errorf("%d charts, %d asked for and %d native", n, len(asked), native)
	}
	for id, n := range asked {
		if n != len(Pictures) || !strings.Contains(got, `src="/chart/`+id+`/wide"`) ||
			!strings.Contains(got, `srcset="/chart/`+id+`/narrow-dark"`) {
			t.Errorf("chart %s: %d pictures asked for, want %d", id, n, len(Pictures))
		}
	}
}

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
