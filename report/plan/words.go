package plan

import (
	"slices"
	"strings"
)

// wordedBy is the kind of block that says a passage which an officer may word, by edition and passage
// (setting.WordKeys).
var wordedBy = map[string]map[string]string{
	"council": {"title": "council_title", "conclusion": "conclusion", "failures": "failures", "next": "coming",
		"questions": "questions"},
	"public":   {"lead": "headline_public", "money": "money_lines", "learned": "learned"},
	"overview": {"title": "headline_targets", "summary": "in_words"},
	"grant":    {"title": "grant_sheet"},
}

// WithWords is the plan with the officer's own texts for the passages of its edition in the blocks that say them; a
// text of the plan itself stays.
func (p *Plan) WithWords(own map[string]string) *Plan {
	if len(own) == 0 {
		return p
	}
	out := *p
	out.Sections = slices.Clone(p.Sections)
	for i := range out.Sections {
		s := &out.Sections[i]
		s.Blocks = slices.Clone(s.Blocks)
		for k := range s.Blocks {
			b := &s.Blocks[k]
			for passage, kind := range wordedBy[p.Edition] {
				if text := strings.TrimSpace(own[passage]); b.Kind == kind && b.Text == (Words{}) && text != "" {
					b.Text = Words{JA: text, EN: text}
				}
			}
		}
	}
	return &out
}

// Worded is the text of the first block of a kind that has one.
func (p *Plan) Worded(kind string) Words {
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Kind == kind && b.Text != (Words{}) {
				return b.Text
			}
		}
	}
	return Words{}
}
