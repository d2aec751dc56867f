package schema

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// noValueDashes are the dashes with which official tables say that there is no value.
const noValueDashes = "-－‐‑‒–—―−─━ーｰ"

// noValueWords are the words that say so in any column of a kind. 未定 is left to choices, where
// it may be an answer, and なし to amounts, where it may be 0; Column.Blank adds to them.
var noValueWords = map[Kind][]string{
	DateKind:   lang.Words("なし 無し 無 該当なし 未定"),
	IDKind:     lang.Words("なし 無し 該当なし"),
	TextKind:   lang.Words("なし 無し 該当なし"),
	ListKind:   lang.Words("なし 無し 該当なし"),
	ChoiceKind: lang.Words("該当なし"),
	AmountKind: lang.Words("該当なし"),
	NumberKind: lang.Words("該当なし"),
	HoursKind:  lang.Words("該当なし"),
	ClockKind:  lang.Words("なし 無し 休 休み 公休 該当なし"),
	SpanKind:   lang.Words("なし 無し 休 休み 公休 該当なし"),
}

// NoValue reports a cell that holds only the mark or word for "there is none". In a column of
// yes and no a dash is a no, and / is none.
func (c *Column) NoValue(v cell.Value) bool {
	if v.Kind != cell.Text || len(v.Text) > 40 {
		return false
	}
	word := strings.TrimSpace(v.Text)
	switch {
	case word == "/" || word == "／":
		return true
	case allDashes(word):
		return c.Kind != YesNoKind && c.Kind != CountKind
	case c.Required && c.Kind == TextKind:
		return false
	}
	return slices.Contains(noValueWords[c.Kind], word) || slices.Contains(c.Blank, word)
}

// allDashes reports a word of nothing but dashes; "" is none.
func allDashes(word string) bool {
	for _, r := range word {
		if !strings.ContainsRune(noValueDashes, r) {
			return false
		}
	}
	return word != ""
}
