package pdf

import (
	"testing"

	"pilot90/report/content"
)

// TestLastRoom: what ends a section may come 4 points nearer to the foot than the rest, and begins a page beyond that.
func TestLastRoom(t *testing.T) {
	body := upright.bottom - upright.top
	for _, c := range []struct {
		heights []float64
		pages   int
	}{
		{[]float64{body - 10, 13}, 1},    // 3 over
		{[]float64{body - 10, 15}, 2},    // 5 over
		{[]float64{body - 10, 13, 1}, 2}, // 3 over, and not the last
	} {
		var pieces []*piece
		for _, h := range c.heights {
			pieces = append(pieces, &piece{height: h, draw: func(*canvas, float64) {}})
		}
		f := newFlow(nil)
		f.place(pieces)
		if len(f.pages) != c.pages {
			t.Errorf("%v: %d pages, want %d", c.heights, len(f.pages), c.pages)
		}
	}
}

// TestNotesStayWithWhatTheyAreOn: wherever a page ends, a note is on the page of the sentence before it.
func TestNotesStayWithWhatTheyAreOn(t *testing.T) {
	for n := 300; n < 700; n++ { // n/10 lines, of which n%10 are lower
		blocks := make([]content.Block, n/10, n/10+22)
		for i := range blocks {
			p := content.Paragraph{Text: "行"}
			if i > 0 && i <= n%10 {
				p.Tone = content.Note
			}
			blocks[i] = p
		}
		blocks = append(blocks, content.Paragraph{Text: "本文"}, content.Paragraph{Text: "注記", Tone: content.Note})
		for range 20 { // the last page is no thin one
			blocks = append(blocks, content.Paragraph{Text: "後"})
		}
		d := laidOut(t, &content.Report{Sections: []content.Section{{Title: "節", Blocks: blocks}}})
		text, note := pagesOf(d, "本文"), pagesOf(d, "注記")
		if len(text) != 1 || len(note) != 1 || text[0] != note[0] {
			t.Errorf("%d: the sentence is on %v, its note on %v", n, text, note)
		}
	}
}
