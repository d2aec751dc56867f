package record

import (
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// yesNo are the words of a value of yes or no.
var yesNo = map[bool]lang.Text{true: {JA: "はい", EN: "yes"}, false: {JA: "いいえ", EN: "no"}}

// Shown returns of a field (a pointer as Fields gives it) its column in the sheet, the text as typed, and the value as
// people read it: a day as 2025-07-03, hours and yen as plain numbers, a choice as its word. Read is empty for a
// value that is blank or could not be read.
func Shown(f any, c *schema.Column) (col int, typed string, read lang.Text) {
	switch f := f.(type) {
	case *Field[string]:
		return shown(f, func(v string) lang.Text { return choiceWord(c, v) })
	case *Field[[]string]:
		return shown(f, func(v []string) lang.Text {
			var ja, en []string
			for _, key := range v {
				word := choiceWord(c, key)
				ja, en = append(ja, word.JA), append(en, word.EN)
			}
			return lang.Say(strings.Join(ja, "、"), strings.Join(en, ", "))
		})
	case *Field[cell.Day]:
		return shown(f, func(v cell.Day) lang.Text { return lang.Say(v.String(), v.String()) })
	case *Field[float64]:
		return shown(f, func(v float64) lang.Text { return lang.Say(lang.Plain(v), lang.Plain(v)) })
	case *Field[bool]:
		return shown(f, func(v bool) lang.Text { return yesNo[v] })
	case *Field[int]:
		return shown(f, func(v int) lang.Text {
			s := strconv.Itoa(v)
			if c.Kind == schema.DecadeKind {
				return lang.Say(s+"代", s+"s")
			}
			return lang.Say(s, s)
		})
	}
	w := f.(written) // of a kind that has no words of its own
	if w.known() {
		s := string(w.appendRead(nil))
		read = lang.Say(s, s)
	}
	return w.column(), string(w.appendTyped(nil)), read
}

func shown[T any](f *Field[T], word func(T) lang.Text) (col int, typed string, read lang.Text) {
	if f.Known {
		read = word(f.Value)
	}
	return f.Col, f.Text, read
}

// choiceWord is the word of a choice by its key; any other text is itself.
func choiceWord(c *schema.Column, key string) lang.Text {
	if i := slices.IndexFunc(c.Choices, func(ch schema.Choice) bool { return ch.Key == key }); i >= 0 {
		return c.Choices[i].Heading
	}
	return lang.Say(key, key)
}
