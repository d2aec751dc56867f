package plan

import (
	"strings"
	"testing"
)

// TestSuggestion: of a word of three letters one may differ, of a longer one two or a third; else all are listed.
func TestSuggestion(t *testing.T) {
	for _, tt := range []struct{ typed, known, want string }{
		{"pdg", "pdf", "「pdf」のこと"}, {"pie", "pdf", "使えるもの: pdf"},
		{"fiqures", "figures", "「figures」のこと"}, {"fiqurez", "figures", "「figures」のこと"},
		{"fikurzz", "figures", "使えるもの: figures"},
	} {
		if got := Suggestion(tt.typed, []string{tt.known}).JA; !strings.Contains(got, tt.want) {
			t.Errorf("%s with %s known: %q, want %q", tt.typed, tt.known, got, tt.want)
		}
	}
}
