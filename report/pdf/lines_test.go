package pdf

import (
	"slices"
	"strings"
	"testing"
)

func setter(t *testing.T) *typesetter {
	t.Helper()
	s, err := newTypesetter()
	if err != nil {
		t.Skip(err)
	}
	return s
}

// Whatever the width: no line is too wide, and the lines together are the text.
func TestLines(t *testing.T) {
	s := setter(t)
	text := []rune(longText)
	for width := 60.0; width < 500; width += 7.3 {
		lines := s.lines(longText, bodyStyle, width)
		var whole strings.Builder
		for _, l := range lines {
			whole.WriteString(l.Text + l.After)
			runes := []rune(l.Text)
			if l.width > width+0.01 && len(runes) > 1 {
				t.Fatalf("width %.1f: line %q is %.2f wide", width, l.Text, l.width)
			}
		}
		if whole.String() != string(text) {
			t.Fatalf("width %.1f: the lines are not the text", width)
		}
	}
}

// A word longer than its line is cut after "_" or "/", never lost.
func TestLongWords(t *testing.T) {
	s := setter(t)
	lines := s.lines("first_income_within_cycle_ratio", cellStyle, 70)
	var got []string
	for _, l := range lines {
		got = append(got, l.Text)
	}
	// at 8.8 pt some 14 letters fit into 70 pt
	if want := []string{"first_income_", "within_cycle_", "ratio"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := len(s.lines(strings.Repeat("W", 100), cellStyle, 2)); n != 100 {
		t.Errorf("%d lines of one letter each, want 100", n)
	}
}

func TestBalanced(t *testing.T) {
	s := setter(t)
	// twelve letters of one em in a measure of ten: 6 + 6 rather than 10 + 2
	lines := s.balanced(strings.Repeat("国", 12), style{size: 10}, 100)
	if len(lines) != 2 || len([]rune(lines[0].Text)) > 7 {
		t.Errorf("got %+v", lines)
	}
}
