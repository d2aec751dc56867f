package block

import (
	"fmt"

	"pilot90/report/content"
	"pilot90/report/plan"
)

var inputsKind = Kind{
	Name:  "inputs",
	About: "読んだ台帳とその照合用の値",
	Build: (*Env).inputs,
}

// inputs lists what was read, with the hash that tells whether a file is still the same.
func (e *Env) inputs(plan.Block) []content.Block {
	t := &content.Table{ID: "inputs", Caption: e.Words("読んだ台帳", "Ledger files"),
		Fold: true, Dense: true,
		Columns: []content.Column{{Head: e.Words("ファイル", "File"), Width: 30}, {Head: e.Words("シート", "Sheet"), Width: 24},
			{Head: e.Words("行", "Rows"), Align: content.Right, Width: 8},
			{Head: e.Words("使用", "Used"), Align: content.Right, Width: 8},
			{Head: e.Words("除外", "Left out"), Align: content.Right, Width: 8}, {Head: "SHA-256", Width: 22}}}
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
	text := e.Words("この版では、人が特定されることのないよう、"+ja+
		"は載せていません。庁内用の総合版で確かめられます。",
		"This edition leaves out "+en+
			", so that nobody can be told from them. The overview, for the office, has them.")
	if e.Profile.Open() {
		text = e.Words("読んだ台帳がありません。", "No ledger was read.")
	}
	return []content.Block{content.Paragraph{Text: text, Tone: content.Note}}
}
