package chart

import (
	"math"
	"strings"
	"unicode/utf8"

	"pilot90/report/typeface"
)

// faces measure text in the two weights a drawing uses.
type faces struct{ typeface.Faces }

func loadFaces() (faces, error) {
	f, err := typeface.Load()
	return faces{f}, err
}

// width measures a line of text of the given size.
func (f faces) width(line string, size float64, bold bool) float64 {
	sum := 0
	for _, r := range line {
		sum += f.Advance(r, bold)
	}
	return float64(float64(sum) / 1000 * size)
}

// widestLine is the width of the widest line of a text.
func (f faces) widestLine(text string, size float64, bold bool) float64 {
	w := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		w = max(w, f.width(line, size, bold))
	}
	return w
}

// Characters of which none begins a line, and those that end none.
const (
	noHead = "、。，．）」』〜～ー・％%ぁぃぅぇぉっゃゅょァィゥェォッャュョ円人件歳月年"
	noTail = "（「『"
)

// wrapped breaks a name into two lines at the most even place that is allowed: not within a number
// or a Latin word, no closing mark at a line's head, no opening one at its end.
func (f faces) wrapped(name string, size float64, bold bool) string {
	if strings.Contains(name, "\n") {
		return name
	}
	best, least := name, math.Inf(1)
	for i, after := range name {
		if i == 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(name[:i])
		if inWord(before) && (inWord(after) || strings.ContainsRune("%％", after)) ||
			strings.ContainsRune(noHead, after) || strings.ContainsRune(noTail, before) {
			continue
		}
		two := strings.TrimSpace(name[:i]) + "\n" + strings.TrimSpace(name[i:])
		if w := f.widestLine(two, size, bold); w < least {
			best, least = two, w
		}
	}
	return best
}

// inWord reports a character of a number or a Latin word.
func inWord(r rune) bool {
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || r == '.' || r == ','
}
