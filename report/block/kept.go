package block

import (
	"pilot90/report/content"
	"pilot90/report/plan"
)

// Kept is a sealed edition as the handover lists it.
type Kept struct {
	Name   string
	AsOf   string
	Number string // as much of the manifest's hash as a person would note down
	Reason string // why it was made again
	State  string // what came of checking it, in the edition's language
	Agrees bool

	Edition string // its kind: hub, grant, council, public …
	Year    int    // the whole fiscal year that it is about, made when that was over; 0 for any other period
}

var keptKind = Kind{
	Name:  "kept",
	About: "残した版の一覧",
	Build: (*Env).kept,
}

// kept lists the sealed editions, each with what came of checking it.
func (e *Env) kept(plan.Block) []content.Block {
	if len(e.Kept) == 0 {
		return []content.Block{content.Paragraph{Tone: content.Note, Text: e.Words(
			"残した版はまだありません。報告や公表の前に pilot90 seal で残すと、あとから数字を確かめられます。",
			"No edition is kept yet. Seal one (pilot90 seal) before reporting or publishing, and its figures can be checked "+
				"later.")}}
	}
	t := &content.Table{
		ID: "kept",
		Caption: e.Words("台帳のフォルダーの editions にあり、この資料の editions にも写しがあります",
			"In the folder “editions” of the ledger, and copied beside this page"),
		Columns: []content.Column{
			{Head: e.Words("版", "Edition"), Width: 24},
			{Head: e.Words("基準日", "As of"), Width: 14},
			{Head: e.Words("控えの番号", "Number"), Width: 20},
			{Head: e.Words("今の台帳で確かめた結果", "Checked with the ledger as it is"), Width: 24},
			{Head: e.Words("つくり直した理由", "Why made again"), Width: 18},
		},
	}
	for _, k := range e.Kept {
		t.Rows = append(t.Rows, []string{k.Name, k.AsOf, k.Number, k.State, k.Reason})
		tone := content.Watch
		if k.Agrees {
			tone = content.Good
		}
		t.Tones = append(t.Tones, tone)
	}
	return []content.Block{t, content.Paragraph{Tone: content.Note, Text: e.Words(
		"確かめ方：pilot90 verify 台帳のフォルダー。ファイルが書き換えられていないか、今の台帳から同じ数字になるかを、版ごとに示します。違うときは pilot90 diff で、どの行・セルが変わったかを調べられます。",
		"To check: pilot90 verify FOLDER says of each edition whether its files are intact and whether the ledger gives "+
			"the same figures; pilot90 diff names the rows and cells.")}}
}
