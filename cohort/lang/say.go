package lang

import (
	"fmt"
	"strings"
)

// Say is a message without values.
func Say(ja, en string) Text { return Text{JA: ja, EN: en} }

// Sayf fills both languages of a message with the same values.
func Sayf(ja, en string, values ...any) Text {
	return Text{JA: fmt.Sprintf(ja, values...), EN: fmt.Sprintf(en, values...)}
}

// Words splits a list of words; none of them holds a space.
func Words(list string) []string { return strings.Fields(list) }

// Products joins each word of the first list with each of the next, and so on; "-" in a list stands for nothing:
// Products("研修 講座", "修了日 終了日") are four words.
func Products(lists ...string) []string {
	out := []string{""}
	for _, list := range lists {
		var longer []string
		for _, begun := range out {
			for _, word := range Words(list) {
				longer = append(longer, begun+strings.TrimPrefix(word, "-"))
			}
		}
		out = longer
	}
	return out
}
