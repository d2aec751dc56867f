package deck

import (
	"slices"
	"strings"
	"testing"

	"pilot90/report/content"
)

// TestWholeSentences: points of a slide have whole sentences, of each the first before of any the second, and none that
// would be cut.
func TestWholeSentences(t *testing.T) {
	m, err := newMeasurer()
	if err != nil {
		t.Skip(err)
	}
	l := &layout{measurer: m}
	long := strings.Repeat("とても長い文が続くので", 12) + "。" // 132 characters: over four lines of 20 points in 400
	items := []content.Pair{{Label: "一", Value: "短い文。つづく文。"}, {Label: "二", Value: "短い文。" + long},
		{Label: "三", Value: long}, {Label: "四", Value: "One. Two."}}
	var got []string
	for _, p := range l.pointTexts(items, 400, 1000) {
		text := ""
		for _, line := range p.detail.Lines {
			text += line.String()
		}
		got = append(got, text)
	}
	if want := []string{"短い文。つづく文。", "短い文。", "", "One. Two."}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	// Four titles of 34 points with 18 between them are 190; 27 more are one line.
	for room, want := range map[float64]int{190: 0, 217: 1, 300: 3} {
		lines := 0
		for _, p := range l.pointTexts(items, 400, room) {
			lines += len(p.detail.Lines)
		}
		if lines != want {
			t.Errorf("in %.0f points: %d lines, want %d", room, lines, want)
		}
	}
}
