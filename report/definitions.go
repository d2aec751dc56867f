package report

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/report/content"
)

var definitionsKind = Kind{
	Name:  "definitions",
	About: "使った指標の定義",
	Build: (*Env).definitions,
}

// definitions prints the definition of every figure that the plan shows; the handover's of all.
func (e *Env) definitions(PlanBlock) []content.Block {
	t := &content.Table{ID: "definitions", Caption: e.words("この報告書で使った指標の定義（版 "+DefinitionVersion+"）",
		"Definitions (version "+DefinitionVersion+")"),
		Columns: []content.Column{{Head: e.words("指標", "Figure"), Width: 28}, {Head: e.words("定義", "Definition"), Width: 52},
			{Head: e.words("出典", "Source"), Width: 20}}}
	shown := e.Plan.figures()
	for _, d := range e.Definitions {
		if slices.Contains(shown, d.ID) || e.Plan.Edition == Handover {
			t.Rows = append(t.Rows, []string{e.say(d.Title), e.say(d.Formula), e.say(d.Origin)})
		}
	}
	return []content.Block{t}
}

var inputsKind = Kind{
	Name:  "inputs",
	About: "読んだ台帳とその照合用の値",
	Build: (*Env).inputs,
}

// inputs lists what was read, with the hash that tells whether a file is still the same.
func (e *Env) inputs(PlanBlock) []content.Block {
	t := &content.Table{ID: "inputs", Caption: e.words("読んだ台帳", "Ledger files"),
		Columns: []content.Column{{Head: e.words("ファイル", "File"), Width: 30}, {Head: e.words("シート", "Sheet"), Width: 24},
			{Head: e.words("行", "Rows"), Align: content.Right, Width: 8},
			{Head: e.words("使用", "Used"), Align: content.Right, Width: 8},
			{Head: e.words("除外", "Left out"), Align: content.Right, Width: 8}, {Head: "SHA-256", Width: 22}}}
	for _, in := range e.Result.Inputs {
		for _, s := range in.Sheets {
			t.Rows = append(t.Rows, []string{in.File, s.Sheet, fmt.Sprint(s.Rows), fmt.Sprint(s.Used), fmt.Sprint(s.Excluded),
				in.SHA256[:min(12, len(in.SHA256))] + "…"})
		}
	}
	if len(t.Rows) == 0 {
		return e.keptBack("読んだファイルの名前と行数", "the names and rows of the files")
	}
	return []content.Block{t}
}

// keptBack says that this edition leaves something out for the sake of the people in it, and where
// it stands; of a ledger without files it says that.
func (e *Env) keptBack(ja, en string) []content.Block {
	text := e.words("この版では、人が特定されることのないよう、"+ja+
		"は載せていません。庁内用の総合版（pilot90 report --for overview）と pilot90 explain で確かめられます。",
		"This edition leaves out "+en+
			", so that nobody can be told from them. The overview (pilot90 report --for overview) and pilot90 explain have "+
			"them.")
	if e.Profile.Open() {
		text = e.words("読んだ台帳がありません。", "No ledger was read.")
	}
	return []content.Block{content.Paragraph{Text: text, Tone: content.Note}}
}

// suppression explains the mark x where an edition hides small groups.
func (e *Env) suppression() []content.Block {
	if e.Profile.Open() {
		return nil
	}
	return []content.Block{content.Paragraph{Text: e.words(
		fmt.Sprintf("x は、%d 人に満たない人数や、それが分かってしまう数を伏せたことを示します。0 ではありません。", e.Profile.K),
		fmt.Sprintf("x stands for a count below %d, or a number that would give one away; it is not 0.",
			e.Profile.K)), Tone: content.Note}}
}

var marksKind = Kind{
	Name:  "marks",
	About: "† と x の説明",
	Build: (*Env).marks,
}

// marks explains † and x where the edition has them, without sending the reader to another page.
func (e *Env) marks(PlanBlock) []content.Block {
	var text string
	for i := range e.Result.Figures {
		if !e.Result.Figures[i].Open.Empty() {
			text = e.words("† 台帳の誤りのある行を除いた値で、直すと変わることがあります。",
				"† Rows with an error are left out; the value may change once they are put right. ")
		}
	}
	if e.hidesAnything() {
		for _, b := range e.suppression() {
			if p, ok := b.(content.Paragraph); ok {
				text += p.Text
			}
		}
	}
	if odd := e.undrawable(); len(odd) > 0 {
		text += e.words(" 印刷できない文字があり、PDF では〓になっています：", " The PDF has 〓 for characters that its fonts lack: ") +
			strings.Join(odd, e.words("、", ", "))
	}
	if text == "" {
		return nil
	}
	return []content.Block{content.Paragraph{Text: text, Tone: content.Note}}
}

var sentenceKind = Kind{
	Name:  "sentence",
	About: "はじめの数字の意味を一文で",
	Build: (*Env).sentence,
}

// sentence says what the first headline figure means, in one sentence without its full stop.
func (e *Env) sentence(PlanBlock) []content.Block {
	f := e.figure("first_income_residents")
	if f == nil || f.Value == nil {
		return nil
	}
	n := int(*f.Value)
	if n == 0 {
		return []content.Block{content.Paragraph{Text: e.words("この期間に、テレワークではじめて収入を得た住民はまだいません",
			"No resident has earned by telework for the first time in this period yet")}}
	}
	return []content.Block{content.Paragraph{Text: e.words(
		fmt.Sprintf("この期間に、%s 人の住民がテレワークではじめて収入を得ました", content.Round(*f.Value, 0)),
		plural(n, "resident", "residents")+" earned by telework for the first time in this period")}}
}

var summaryKind = Kind{
	Name:  "summary",
	About: "主な数字の意味を2、3文で",
	Build: (*Env).summary,
}

// summary says in two or three sentences what the headline figures mean.
func (e *Env) summary(b PlanBlock) []content.Block {
	blocks := e.sentence(b)
	for i := range blocks {
		if p, ok := blocks[i].(content.Paragraph); ok {
			p.Text += e.words("。", ".")
			blocks[i] = p
		}
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
