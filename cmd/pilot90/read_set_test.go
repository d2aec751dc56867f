package main

import (
	"maps"
	"slices"
	"testing"

	"pilot90/cohort/setting"
)

// TestEveryShapeHasAWord: each shape that may be set by its key may be set by a Japanese word too.
func TestEveryShapeHasAWord(t *testing.T) {
	words := slices.Sorted(maps.Values(shapeWords))
	if want := slices.Sorted(slices.Values(setting.Shapes())); !slices.Equal(words, want) {
		t.Errorf("the words are those of %q, the shapes are %q", words, want)
	}
}
