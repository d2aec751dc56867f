package content

import "testing"

// Charts that stand side by side are found too, in reading order, and a walk can be left.
func TestWalk(t *testing.T) {
	a, b, c := &Chart{ID: "a"}, &Chart{ID: "b"}, &Chart{ID: "c"}
	r := &Report{Sections: []Section{
		{Blocks: []Block{Paragraph{Text: "x"}, a, Beside{Parts: [][]Block{{Cards{}}, {b, Beside{Parts: [][]Block{{c}}}}}}}},
		{Blocks: []Block{(*Chart)(nil)}},
	}}
	ids := ""
	for chart := range r.Charts() {
		ids += chart.ID
	}
	if ids != "abc" {
		t.Errorf("charts %q, want abc", ids)
	}
	n := 0
	for range r.Blocks() { // x, a, beside, cards, b, beside, c, nil
		if n++; n == 5 {
			break
		}
	}
	if n != 5 {
		t.Errorf("left after %d blocks, want 5", n)
	}
}
