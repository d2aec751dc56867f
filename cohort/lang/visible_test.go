package lang

import (
	"encoding/json"
	"testing"
)

// TestSeen: what a terminal would obey, and what stays. The numbers are those of Unicode: ESC 1B, BEL 07,
// CSI 9B, right-to-left override 202E, zero-width space 200B, language tag E0001 (DB40 DC01 in UTF-16).
func TestSeen(t *testing.T) {
	for in, want := range map[string]struct{ lines, one string }{
		"緑野町 90日\n次の行\t欄":            {"緑野町 90日\n次の行\t欄", "緑野町 90日 次の行 欄"},
		"\x1b[2J":                    {`\u001b[2J`, `\u001b[2J`},
		"\x1b]8;;http://a\x07b":      {`\u001b]8;;http://a\u0007b`, `\u001b]8;;http://a\u0007b`},
		"\u009b2J\x7f":               {`\u009b2J\u007f`, `\u009b2J\u007f`},
		"a\xff\x9bb":                 {"a\ufffd\ufffdb", "a\ufffd\ufffdb"},
		"a\u202etxt\u2066":           {`a\u202etxt\u2066`, `a\u202etxt\u2066`},
		"a\u200bb\ufeff\u00ad":       {`a\u200bb\ufeff\u00ad`, `a\u200bb\ufeff\u00ad`},
		"\U000e0001":                 {`\udb40\udc01`, `\udb40\udc01`},
		"偽\rX\v\f\u0085\u2028":       {`偽 X  \u0085\u2028`, "偽 X    "},
		"\U0001f469\u200d\U0001f4bb": {"\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"}, // 👩‍💻
		"a\u200d":                    {`a\u200d`, `a\u200d`},
		"渡邉\U000e0100 ✔\ufe0f":       {"渡邉\U000e0100 ✔\ufe0f", "渡邉\U000e0100 ✔\ufe0f"}, // forms of a character
		"a\u00a0b　c":                 {"a\u00a0b　c", "a\u00a0b　c"},
	} {
		if got := Seen(in); got != want.lines {
			t.Errorf("Seen(%q) = %q, want %q", in, got, want.lines)
		}
		if got := OneLine(in); got != want.one {
			t.Errorf("OneLine(%q) = %q, want %q", in, got, want.one)
		}
	}
}

// TestSeenKeepsJSON: JSON says the same when what cannot be seen in it stands there by its number.
func TestSeenKeepsJSON(t *testing.T) {
	const text = "\x1b[2J\u009b\u202e\u200b\U000e0001\r\n\t\u0085\u2028\x7f鈴木"
	data, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	var back string
	if err := json.Unmarshal([]byte(Seen(string(data))), &back); err != nil || back != text {
		t.Errorf("%q came back as %q, %v", text, back, err)
	}
}
