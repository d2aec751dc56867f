package report

import (
	"slices"

	"pilot90/report/content"
)

// headline is what a slide says: the finding of its first chart or table, or its first sentence,
// which is then not printed again. A slide that has nothing to show is left out.
func headline(s *content.Section) (shown bool) {
	for i, b := range s.Blocks {
		switch b := b.(type) {
		case *content.Chart:
			s.Title = b.Title
			return true
		case *content.Table:
			s.Title = b.Caption
			return true
		case content.Cards, content.List, content.Beside:
			shown = true
		case content.Paragraph:
			if shown {
				s.Title = b.Text
				s.Blocks = append(s.Blocks[:i:i], s.Blocks[i+1:]...)
				return true
			}
		}
	}
	return shown
}

// Deck returns the slides of an edition that Build made as a report of their own, for projecting:
// a cover and one landscape page each. It is nil for an edition without slides.
func Deck(r *content.Report) *content.Report {
	deck := *r
	deck.Sections = slices.DeleteFunc(slices.Clone(r.Sections), func(s content.Section) bool {
		return s.Form != content.Slide
	})
	if len(deck.Sections) == 0 {
		return nil
	}
	return &deck
}
