package lang

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Distance is the edit distance of two texts: insertions, deletions and substitutions of characters.
func Distance(a, b string) int { return levenshtein.ComputeDistance(a, b) }

// Nearest returns the known name that is most like s, "" when none is like it: of a short name one
// letter may differ, of a longer one two or a third. The case of letters does not matter.
func Nearest(s string, known []string) string {
	best, distance := "", max(2, len(s)/3)+1
	if len(s) <= 3 {
		distance = 2
	}
	for _, k := range slices.Sorted(slices.Values(known)) {
		if d := Distance(strings.ToLower(s), strings.ToLower(k)); d < distance {
			best, distance = k, d
		}
	}
	return best
}

// longestWord is how many bytes a text may have to be looked up among words.
const longestWord = 60 * utf8.UTFMax

// NearWords returns those of the words that are near enough to be what was meant, the nearest
// first and otherwise in the order given: their distance is at most half the longer word, or one of
// the two begins with the other. They are compared by Key.
func NearWords(word string, words []string) []string {
	key := Key(word)
	if len(word) > longestWord || key == "" {
		return nil
	}
	type candidate struct {
		word     string
		distance int
	}
	var near []candidate
	for _, w := range words {
		other := Key(w)
		distance := Distance(key, other)
		longer := max(utf8.RuneCountInString(key), utf8.RuneCountInString(other))
		if other != "" && (strings.HasPrefix(key, other) || strings.HasPrefix(other, key)) {
			distance = min(distance, 1)
		}
		if 2*distance <= longer {
			near = append(near, candidate{w, distance})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	out := make([]string, len(near))
	for i, c := range near {
		out[i] = c.word
	}
	return slices.Compact(out)
}
