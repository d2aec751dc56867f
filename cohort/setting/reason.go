package setting

import (
	"strings"

	"pilot90/cohort/lang"
)

// tomlReasons are the commonest words of the TOML reader with what they mean to a person who
// edits the settings by hand.
var tomlReasons = []struct{ has, ja string }{
	{"strings cannot contain newlines", "\" で始まる文字が、同じ行の中で \" で閉じられていません"},
	{"unexpected EOF", "\" や ] が閉じられないまま終わっています"},
	{"key separator", "名前の後に = がありません"},
	{"expected value but found", "= の後の値が読めません。文字は \" で囲みます"},
	{"already been defined", "同じ名前が2回書かれています"},
	{"already defined", "同じ名前が2回書かれています"},
	{"expected a comma", "[ ] の中の値が , で区切られていません"},
	{"expected a top-level item to end with a newline", "1行に2つのことが書かれています"},
	{"bare keys cannot contain", "名前に使えない文字があります"},
	{"invalid character", "使えない文字があります"},
}

// tomlReason is why a text is not TOML, in brackets; nothing in Japanese for a rare reason.
func tomlReason(message string) lang.Text {
	for _, r := range tomlReasons {
		if strings.Contains(message, r.has) {
			return lang.Say("（"+r.ja+"）", message)
		}
	}
	return lang.Say("", message)
}
