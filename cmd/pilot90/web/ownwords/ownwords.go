// Package ownwords turns a plan and a run into the sentences that an edition makes of the figures, and a plan's text
// into one with an officer's own sentences in their places.
//
// The one idea: what is shown as the made sentence is built by the same code as the paper, and what takes its place is
// the text of that block in the plan, so that a kept edition holds it too. Whatever makes an edition reads the
// sentences of the folder 文章 beside the ledger by Kept. The package writes no file.
package ownwords

import (
	"strconv"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/tomledit"
	"pilot90/report"
	"pilot90/report/content"
	"pilot90/report/plan"
)

// Sentence is a place of an edition that holds sentences.
type Sentence struct {
	Key   string    // names the place: section and kind of block; letters, digits, - and _ with a dot between
	Label lang.Text // what is said there
	Hint  lang.Text // how to write several lines; empty for one text
	Made  string    // what is made of the figures, lines parted by "\n"; "" for nothing
}

// kinds are the blocks that make sentences, in the words of the page.
var kinds = map[string]struct{ label, hint lang.Text }{
	"council_title":    {lang.Say("題", "Title"), lines},
	"conclusion":       {lang.Say("結論の文", "Conclusion"), lines},
	"failures":         {lang.Say("うまくいかなかったこと", "What did not go well"), lines},
	"coming":           {lang.Say("次にすること", "What comes next"), lines},
	"headline_public":  {lang.Say("はじめの一段落", "Opening paragraph"), lang.Text{}},
	"headline_targets": {lang.Say("題", "Title"), lang.Text{}},
	"in_words":         {lang.Say("結果を伝える文", "The results in words"), lang.Text{}},
	"money_lines":      {lang.Say("収入と費用", "Income and cost"), pairs},
	"questions":        {lang.Say("想定問答", "Questions and answers"), answers},
	"grant_sheet":      {lang.Say("題", "Title"), lang.Text{}},
	"learned":          {lang.Say("わかったこと、これからすること", "What was learned, and comes next"), pairs},
}

var (
	lines   = lang.Say("1行に1つの文を書きます。", "One sentence a line.")
	answers = lang.Say("1行に「問い：答え」を書きます。", "One “question: answer” a line.")
	pairs   = lang.Say("1行に「名前：文」を書きます。", "One “name: sentence” a line.")
)

// slides begin the kinds of blocks that are a slide, whose title is a sentence.
const slides = "slide_"

// of is the label and the hint of a block; false for one that makes no sentences.
func of(s *plan.Section, b *plan.Block) (label, hint lang.Text, ok bool) {
	if k, ok := kinds[b.Kind]; ok {
		return k.label, k.hint, true
	}
	if strings.HasPrefix(b.Kind, slides) && s.OnPaper() == content.Slide {
		title := s.Title.Text()
		return lang.Sayf("スライド「%[1]s」の題", "Title of the slide “%[2]s”", title.JA, title.EN), lang.Text{}, true
	}
	return label, hint, false
}

// List are the places of a plan with what stands there now, in the order of the paper.
func List(p *plan.Plan, run report.Run) []Sentence {
	var all []Sentence
	alone := *p
	alone.Sections = nil
	places(p, func(key string, section, block int) {
		s := &p.Sections[section]
		label, hint, _ := of(s, &s.Blocks[block])
		all = append(all, Sentence{Key: key, Label: label, Hint: hint})
		alone.Sections = append(alone.Sections, plan.Section{ID: key, Paging: s.Paging, Blocks: s.Blocks[block : block+1]})
	})
	if len(all) == 0 {
		return nil
	}
	built, _ := report.Build(&alone, run)
	for i := range all {
		switch key := all[i].Key; key[strings.LastIndexByte(key, '.')+1:] { // what heads the whole edition
		case "council_title", "headline_targets", "grant_sheet":
			all[i].Made = built.Title
		case "headline_public":
			all[i].Made = built.Opening
		}
		for n := range built.Sections {
			if s := &built.Sections[n]; s.ID == all[i].Key && all[i].Made == "" {
				all[i].Made = made(s)
			}
		}
	}
	return all
}

// made are the sentences of a section that is built of one block.
func made(s *content.Section) string {
	if s.Slide != nil {
		return s.Slide.Title
	}
	var out []string
	each(s.Blocks, func(b content.Block) {
		switch b := b.(type) {
		case content.Points:
			for _, p := range b.Items {
				out = append(out, strings.Replace(p.Lead, "\n", "：", 1)+p.Text)
			}
		case content.Lines:
			for _, l := range b.Lines {
				out = append(out, l.Label+"："+l.Value)
			}
		case content.Paragraph:
			if b.Tone != content.Watch { // what is to be watched is said of the whole paper
				out = append(out, b.Text)
			}
		}
	})
	return strings.Join(out, "\n")
}

// each calls do with every block, also of those that stand side by side.
func each(blocks []content.Block, do func(content.Block)) {
	for _, b := range blocks {
		do(b)
		if beside, ok := b.(content.Beside); ok {
			for _, part := range beside.Parts {
				each(part, do)
			}
		}
	}
}

// Keys are the keys of the places of a plan, in the order of the paper. A place whose name is no name of a file has
// none.
func Keys(p *plan.Plan) []string {
	var keys []string
	places(p, func(key string, _, _ int) { keys = append(keys, key) })
	return keys
}

// places calls do with the key of every place, its section and its block; a place twice over is the first.
func places(p *plan.Plan, do func(key string, section, block int)) {
	seen := map[string]bool{}
	for i := range p.Sections {
		s := &p.Sections[i]
		for j := range s.Blocks {
			key := s.ID + "." + s.Blocks[j].Kind
			if _, _, ok := of(s, &s.Blocks[j]); ok && !seen[key] && strings.Trim(key, named) == "" {
				seen[key] = true
				do(key, i, j)
			}
		}
	}
}

// named are the characters of a key.
const named = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."

// Put is the text of a plan, which p was read from, with an officer's own sentences in their places, by their keys; an
// empty one leaves what is made. Every other byte is as it was. The error is a *tomledit.Refused.
func Put(source []byte, p *plan.Plan, own map[string]string) ([]byte, error) {
	var edits []tomledit.Edit
	places(p, func(key string, section, block int) {
		if text := strings.TrimSpace(own[key]); text != "" {
			edits = append(edits, tomledit.Edit{Value: text,
				Path: []string{"section", strconv.Itoa(section), "block", strconv.Itoa(block), "text"}})
		}
	})
	return tomledit.Apply(source, edits)
}
