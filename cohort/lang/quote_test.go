package lang

import (
	"strings"
	"testing"
)

func TestQuote(t *testing.T) {
	forty := strings.Repeat("あ", 40)
	for in, want := range map[string]string{
		"":                                   "",
		" 佐藤\r\n　花子\t":                       "佐藤 花子",  // one line, one space
		"a\x1b[2Jb\u202ec\u200b":             "a[2Jbc", // nothing that a terminal obeys or nobody sees
		"a\xffb":                             "a\uFFFDb",
		forty:                                forty,
		forty + "い":                          forty + "…",
		forty[:39*3] + " いう":                 forty[:39*3] + "…", // no space before the mark
		"x" + strings.Repeat(" ", 500):       "x",                // nothing that can be seen is cut
		"x" + strings.Repeat(" ", 500) + "y": "x y",
		strings.Repeat("\u200b", 500) + "z":  "z",
	} {
		if got := Quote(in); got != want {
			t.Errorf("Quote(%q) = %q, want %q", in, got, want)
		}
	}
}
