package report

import (
	"slices"
	"strings"
	"unicode/utf8"

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

// projected puts the parts of a slide into its section, with their blocks for every format but a deck, and reports
// whether it has any.
func projected(s *content.Section) bool {
	for _, b := range s.Blocks {
		if parts, ok := b.(*content.SlideParts); ok {
			s.Slide, s.Title, s.Blocks = parts, oneLine(parts.Title), parts.Blocks()
			if parts.Chart != nil {
				parts.Chart.Title = s.Title
			}
			return true
		}
	}
	return false
}

// unfolded puts the parts of slides that a plan has outside of a slide as blocks into their places, under their titles.
func unfolded(blocks []content.Block) []content.Block {
	var out []content.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case *content.SlideParts:
			out = append(append(out, content.Heading{Text: oneLine(b.Title)}), b.Blocks()...)
		case content.Beside:
			for i := range b.Parts {
				b.Parts[i] = unfolded(b.Parts[i])
			}
			out = append(out, b)
		default:
			out = append(out, b)
		}
	}
	return out
}

// oneLine is a title on one line; a sentence in a language with spaces keeps one.
func oneLine(title string) string {
	before, after, broken := strings.Cut(title, "\n")
	if !broken {
		return title
	}
	if last, _ := utf8.DecodeLastRuneInString(before); last < utf8.RuneSelf {
		before += " "
	}
	return before + oneLine(after)
}

// Deck returns the slides of an edition that Build made as a report of their own, for projecting:
// a page of 16:9 each. It is nil for an edition without slides.
func Deck(r *content.Report) *content.Report {
	deck := *r
	deck.Sections = slices.DeleteFunc(slices.Clone(r.Sections), func(s content.Section) bool {
		return s.Paging != content.Slide
	})
	if len(deck.Sections) == 0 {
		return nil
	}
	return &deck
}
