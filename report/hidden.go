package report

import (
	"slices"
	"strings"
	"unicode"

	"pilot90/kpi"
	"pilot90/report/block"
	"pilot90/report/content"
)

// explainMarks puts the meaning of x where a reader first meets it: on every slide that shows one,
// as slides are seen alone, and in the first other section.
func explainMarks(e *block.Env, r *content.Report) {
	note := e.Suppression()
	if len(note) == 0 {
		return
	}
	told := false
	for i := range r.Sections {
		s := &r.Sections[i]
		if !hasMark(s.Blocks) || (told && s.Paging != content.Slide) {
			continue
		}
		told = told || s.Paging != content.Slide
		if !slices.ContainsFunc(s.Blocks, func(b content.Block) bool {
			p, ok := b.(content.Paragraph)
			return ok && strings.Contains(p.Text, note[0].(content.Paragraph).Text)
		}) {
			s.Blocks = append(s.Blocks, note...)
		}
	}
}

// hasMark reports that a text of the blocks has the mark x as a word of its own.
func hasMark(blocks []content.Block) bool {
	return slices.ContainsFunc(blocks, func(b content.Block) bool {
		switch b := b.(type) {
		case content.Paragraph:
			return marks(b.Text)
		case content.List:
			return slices.ContainsFunc(b.Items, marks)
		case content.Points:
			return slices.ContainsFunc(b.Items, func(p content.Point) bool { return marks(p.Lead) || marks(p.Text) })
		case content.Choices:
			return slices.ContainsFunc(b.Items, func(c content.Choice) bool { return marks(c.Text) })
		case content.Panel:
			return slices.ContainsFunc(b.Items, func(p content.Pair) bool { return marks(p.Value) })
		case content.Cards:
			return slices.ContainsFunc(b.Cards, func(c content.Card) bool { return marks(c.Value) || marks(c.Detail) })
		case content.Beside:
			return slices.ContainsFunc(b.Parts, hasMark)
		case *content.Table:
			return slices.ContainsFunc(b.Rows, func(row []string) bool { return slices.ContainsFunc(row, marks) })
		case *content.Chart:
			return slices.ContainsFunc(b.Series, func(s content.Series) bool { return slices.ContainsFunc(s.Labels, marks) })
		}
		return false
	})
}

func marks(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.Contains(words, kpi.Symbol)
}
