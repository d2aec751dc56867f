package report

import (
	"fmt"
	"slices"

	"pilot90/report/content"
)

// definitions prints the definition of every figure that the plan shows; the handover's of all.
func (e *edition) definitions(PlanBlock) []content.Block {
	t := &content.Table{ID: "definitions", Caption: e.words("この報告書で使った指標の定義（版 "+DefinitionVersion+"）", "Definitions (version "+DefinitionVersion+")"),
		Columns: []content.Column{{Head: e.words("指標", "Figure"), Width: 28}, {Head: e.words("定義", "Definition"), Width: 52}, {Head: e.words("出典", "Source"), Width: 20}}}
	shown := e.plan.figures()
	for _, d := range e.Definitions {
		if slices.Contains(shown, d.ID) || e.plan.Edition == handoverEdition {
			t.Rows = append(t.Rows, []string{e.say(d.Title), e.say(d.Formula), e.say(d.Origin)})
		}
	}
	return []content.Block{t}
}

// figures lists the ids that the plan names, each once.
func (p *Plan) figures() []string {
	var ids []string
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			for _, id := range b.Figures {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	return ids
}

// inputs lists what was read, with the hash that tells whether a file is still the same.
func (e *edition) inputs(PlanBlock) []content.Block {
	t := &content.Table{ID: "inputs", Caption: e.words("読んだ台帳", "Ledger files"),
		Columns: []content.Column{{Head: e.words("ファイル", "File"), Width: 30}, {Head: e.words("シート", "Sheet"), Width: 24},
			{Head: e.words("行", "Rows"), Align: content.Right, Width: 8}, {Head: e.words("使用", "Used"), Align: content.Right, Width: 8},
			{Head: e.words("除外", "Left out"), Align: content.Right, Width: 8}, {Head: "SHA-256", Width: 22}}}
	for _, in := range e.Result.Inputs {
		for _, s := range in.Sheets {
			t.Rows = append(t.Rows, []string{in.File, s.Sheet, fmt.Sprint(s.Rows), fmt.Sprint(s.Used), fmt.Sprint(s.Excluded), in.SHA256[:min(12, len(in.SHA256))] + "…"})
		}
	}
	return []content.Block{t}
}

// suppression explains the mark x where an edition hides small groups.
func (e *edition) suppression(PlanBlock) []content.Block {
	if e.profile.Open() {
		return nil
	}
	return []content.Block{content.Paragraph{Text: e.words(
		fmt.Sprintf("x は、%d 人に満たない人数や、それが分かってしまう数を伏せたことを示します。0 ではありません。", e.profile.K),
		fmt.Sprintf("x stands for a count below %d, or a number that would give one away; it is not 0.", e.profile.K)), Tone: content.Note}}
}

// summary says in two or three sentences what the headline figures mean.
func (e *edition) summary(PlanBlock) []content.Block {
	var blocks []content.Block
	if f := e.figure("first_income_residents"); f != nil && f.Value != nil {
		blocks = append(blocks, content.Paragraph{Text: e.words(
			fmt.Sprintf("この期間に、%s 人の住民がテレワークではじめて収入を得ました。", content.Round(*f.Value, 0)),
			fmt.Sprintf("%s residents earned by telework for the first time in this period.", content.Round(*f.Value, 0)))})
	}
	open := false
	for _, id := range []string{"recurring_contract_ratio", "average_continuation_months", "first_income_residents"} {
		f := e.figure(id)
		if f == nil {
			continue
		}
		open = open || !f.Open.Empty()
		for _, w := range f.Warnings {
			blocks = append(blocks, content.Paragraph{Text: e.say(f.Title) + e.words("：", ": ") + e.say(w), Tone: content.Note})
		}
	}
	if open {
		blocks = append(blocks, content.Paragraph{Text: e.openNote(), Tone: content.Note})
	}
	return blocks
}
