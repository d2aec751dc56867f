package png

import "strings"

// Characters that must not begin a line, and those that must not end one.
const (
	notFirst = "、。，．・：；？！」』）］｝】〉》〕…ー％%,.:;?!)]}々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ"
	notLast  = "「『（［｛【〈《〔([{"
)

// wrap breaks a text into lines of at most the given width: between any two characters of
// Japanese, between words otherwise.
func (f *faces) wrap(text string, size, room float64) ([]string, error) {
	var lines []string
	runes := []rune(strings.Join(strings.Fields(text), " "))
	for len(runes) > 0 {
		glyphs, err := f.glyphs(string(runes), true)
		if err != nil {
			return nil, err
		}
		fits, wide := 0, 0.0
		for fits < len(glyphs) && wide+float64(glyphs[fits].advance*size) <= room {
			wide += float64(glyphs[fits].advance * size)
			fits++
		}
		end := max(1, fits)
		for end < len(runes) && end > 1 && !breakable(runes[end-1], runes[end]) {
			end--
		}
		if end == 1 {
			end = max(1, fits) // one long word
		}
		lines = append(lines, strings.TrimSpace(string(runes[:end])))
		runes = []rune(strings.TrimLeft(string(runes[end:]), " "))
	}
	return lines, nil
}

// balanced wraps a text into as few lines as wrap and as even ones as may be, so that no word is
// left alone on the last.
func (f *faces) balanced(text string, size, room float64) ([]string, error) {
	lines, err := f.wrap(text, size, room)
	for narrower := room; err == nil && len(lines) > 1; {
		narrower -= size / 2
		tried, err := f.wrap(text, size, narrower)
		if err != nil || len(tried) > len(lines) {
			return lines, err
		}
		lines = tried
	}
	return lines, err
}

// breakable reports whether a line may end between two characters.
func breakable(a, b rune) bool {
	if strings.ContainsRune(notLast, a) || strings.ContainsRune(notFirst, b) {
		return false
	}
	narrow := func(r rune) bool { return r > ' ' && r < 0x250 }
	return !(narrow(a) && narrow(b)) && !(narrow(a) && b == ' ')
}
