package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var aboutNumbersKind = Kind{
	Name:  "about_numbers",
	About: "数字について：人の属性を載せない理由、† の意味、ことばの説明（figures が必要）",
	Needs: plan.Figures,
	Build: (*Env).aboutNumbers,
}

// aboutNumbers says in a sentence why attributes of persons are missing, in one what † means, and folds the
// definitions.
// Attributes that may be shown are a table.
func (e *Env) aboutNumbers(b plan.Block) []content.Block {
	var blocks []content.Block
	var sentences []string
	hidden, shown := false, e.onCards()
	for _, id := range b.Figures {
		f := e.figure(id)
		if f == nil {
			continue
		}
		if t := e.groupTable(f); t != nil {
			blocks, shown = append(blocks, t), append(shown, id)
		} else if !f.Absent.Empty() || f.Suppressed {
			hidden = true
		}
	}
	if hidden && len(blocks) == 0 {
		sentences = append(sentences, e.Words("参加した人が少ないため、性別や年代ごとの数は載せていません。",
			"Because few people took part, numbers by gender or age are not given."))
	}
	if mark := e.mayChangeWords(); mark != "" {
		sentences = append(sentences, mark)
	}
	if taken := strings.TrimSpace(e.assumedWords(2)); taken != "" {
		sentences = append(sentences, taken)
	}
	if odd := e.undrawable(); len(odd) > 0 {
		sentences = append(sentences, e.Words("印刷できない文字があり、PDF では〓になっています：",
			"The PDF has 〓 for characters that its fonts lack: ")+
			strings.Join(odd, e.Words("、", ", ")))
	}
	if len(sentences) > 0 {
		blocks = append(blocks, content.Paragraph{Text: strings.Join(sentences, e.Words("", " ")), Tone: content.Note})
	}
	if t := e.plainWords(shown); len(t.Rows) > 0 {
		blocks = append(blocks, t)
	}
	return blocks
}

// plainWords explains figures as one would to residents: those given, and those that the lines on money tell.
func (e *Env) plainWords(shown []string) *content.Table {
	for _, t := range moneyTopics {
		if f := e.shown(e.on(t)); f != nil {
			shown = append(shown, f.ID)
		}
	}
	t := &content.Table{ID: "definitions", Caption: e.Words("ことばの説明", "What the words mean"), Fold: true, Dense: true,
		Columns: []content.Column{{Head: e.Words("ことば", "Word"), Width: 24},
			{Head: e.Words("説明", "What it means"), Width: 76}}}
	for _, d := range e.Definitions {
		f := e.figure(d.ID)
		if !slices.Contains(shown, d.ID) || f == nil || f.Value == nil && !f.Suppressed && f.Coded == nil {
			continue
		}
		text := d.Plain
		if text.Empty() {
			text = d.Formula
		}
		t.Rows = append(t.Rows, []string{e.residentWords(f), e.Say(text)})
	}
	return t
}

// onCards are the ids of the figures that the page shows large.
func (e *Env) onCards() []string {
	var ids []string
	for _, s := range e.Plan.Sections {
		for _, b := range s.Blocks {
			if b.Kind != publicCardsKind.Name {
				continue
			}
			for _, f := range e.chosen(b.Figures) {
				ids = append(ids, f.ID)
			}
		}
	}
	return ids
}

// mayChangeWords says which of the large figures rows to be mended may change, and how far.
func (e *Env) mayChangeWords() string {
	errors, _, _ := finding.Counts(e.Cohort.Findings)
	if errors == 0 {
		return ""
	}
	var ranges []string
	for _, id := range e.onCards() {
		f := e.figure(id)
		if f == nil || f.Open.Empty() || f.Range == nil || f.Range[0] == f.Range[1] || f.Value == nil {
			continue
		}
		low, high := e.counted(f, f.Range[0]), e.counted(f, f.Range[1])
		ranges = append(ranges, e.Words("「"+e.residentWords(f)+"」は"+low+"から"+high,
			"“"+e.residentWords(f)+"” to between "+low+" and "+high))
	}
	if len(ranges) == 0 {
		return ""
	}
	return e.Words(fmt.Sprintf("† 台帳に直すところが%d件あり、直すと%sの間で変わることがあります。", errors, strings.Join(ranges, "、")),
		fmt.Sprintf("† %s of the ledger %s to be mended, which may change %s.",
			plural(errors, "row", "rows"), sIf(errors, "is", "are"),
			strings.Join(ranges, ", ")))
}
