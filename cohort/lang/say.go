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
