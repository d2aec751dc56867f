package plan

import (
	"slices"
	"testing"
)

// TestFront: the figures of the model stand where front stands, each figure once; the plan itself is left as it was.
func TestFront(t *testing.T) {
	p := &Plan{Sections: []Section{{Blocks: []Block{{Figures: []string{Front, "a", "b"}}, {Figures: []string{"c"}}}}}}
	got := p.WithFront([]string{"b", "m"}).Sections[0].Blocks
	if want := []string{"b", "m", "a"}; !slices.Equal(got[0].Figures, want) ||
		!slices.Equal(got[1].Figures, []string{"c"}) {
		t.Errorf("%v, want %v and [c]", got, want)
	}
	if p.Sections[0].Blocks[0].Figures[0] != Front {
		t.Error("the plan was changed")
	}
	if got := p.WithFront(nil).Sections[0].Blocks[0].Figures; !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("without a model: %v", got)
	}
}
