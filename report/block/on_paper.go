package block

import (
	"strings"

	"pilot90/report/content"
)

// onPaper takes the chart of a slide for a page: its title in one line, its subtitle and foot as a note below it.
func (e *Env) onPaper(slide []content.Block) []content.Block {
	for _, b := range slide {
		s, ok := b.(*content.SlideParts)
		if !ok || s.Chart == nil {
			continue
		}
		c := *s.Chart
		c.Title, c.Figures = strings.ReplaceAll(s.Title, "\n", e.Words("", " ")), nil // the title says what it shows
		blocks := []content.Block{&c}
		if note := strings.TrimSpace(s.Subtitle + e.Words("。", ". ") + s.Foot); strings.Trim(note, "。. ") != "" {
			blocks = append(blocks, content.Paragraph{Text: strings.Trim(note, "。. ") + e.Words("。", "."), Tone: content.Note})
		}
		return blocks
	}
	return nil
}
