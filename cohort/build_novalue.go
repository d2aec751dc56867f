package cohort

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// noValueDashes are the dashes with which official tables say that there is no value.
const noValueDashes = "-－‐‑‒–—―−─━ー‐ｰ"

// noValueWords are the words that say so in any column of a kind. 未定 is left to choices, where
// it may be an answer, and なし to amounts, where it may be 0; Column.Blank adds to them.
var noValueWords = map[ColumnKind][]string{
	DateKind:   words("なし 無し 無 該当なし 未定"),
	IDKind:     words("なし 無し 該当なし"),
	TextKind:   words("なし 無し 該当なし"),
	ListKind:   words("なし 無し 該当なし"),
	ChoiceKind: words("該当なし"),
	AmountKind: words("該当なし"),
	NumberKind: words("該当なし"),
	HoursKind:  words("該当なし"),
}

// noValue reports a cell that holds only the mark or word for "there is none". In a column of
// yes and no a dash is a no, and / is none.
func (c *Column) noValue(v cell.Value) bool {
	if v.Kind != cell.Text || len(v.Text) > 40 {
		return false
	}
	word := strings.TrimSpace(v.Text)
	switch {
	case word == "/" || word == "／":
		return true
	case word != "" && strings.Trim(word, noValueDashes) == "":
		return c.Kind != YesNoKind && c.Kind != CountKind
	case c.Required && c.Kind == TextKind:
		return false
	}
	return slices.Contains(noValueWords[c.Kind], word) || slices.Contains(c.Blank, word)
}

// noValueNote is the same for all marks of a column, so that they become one finding.
func noValueNote(v cell.Value) *cell.Note {
	return &cell.Note{
		Text: say("「%s」は、空欄と同じに読みました", "“%s” was read as a blank", lang.Quote(v.Text)),
		Why:  text("値がないことを示す書き方", "it says that there is no value"),
	}
}
