package main

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFileName: what a name becomes as a part of a file name; the rules are those of Windows.
func TestFileName(t *testing.T) {
	for name, want := range map[string]string{
		"第1期":                          "第1期",
		"鈴木/田中":                        "鈴木_田中",
		`a<b>c:d"e/f\g|h?i*j`:          "a_b_c_d_e_f_g_h_i_j",
		"名前. . ":                       "名前",
		"...":                          "_",
		"":                             "_",
		"con":                          "_con",
		"NUL.xlsx":                     "_NUL.xlsx",
		"COM¹":                         "_COM¹",
		"CONTRACT":                     "CONTRACT",
		"改\n行\x7f":                     "改_行_",
		strings.Repeat("長", 50):        strings.Repeat("長", 40),
		"髙﨑 𠮷":                         "髙﨑 𠮷",
		strings.Repeat("a", 39) + ".b": strings.Repeat("a", 39), // cut, and no dot at its end
	} {
		if got := fileName(name); got != want || !utf8.ValidString(got) {
			t.Errorf("fileName(%q) = %q, want %q", name, got, want)
		}
		if err := usable(`C:\台帳\`+fileName(name), "windows"); err != nil {
			t.Errorf("fileName(%q) is not usable: %v", name, err)
		}
	}
}

// TestUsable: paths that Windows takes, and those it would take for something else.
func TestUsable(t *testing.T) {
	for _, path := range []string{
		`C:\Users\山田 花子\結果.html`, `\\server\共有\第1期\out`, `\\?\C:\深い\所`, `out`, `..\out`, `./out/a.b.c`, `C:結果`,
		`\\?\UNC\server\共有\a`,
	} {
		if err := usable(path, "windows"); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	for path, says := range map[string]string{
		`点検:結果.txt`:     ":", // would write a hidden stream of 点検
		`C:\a\点検:結果`:    ":",
		`out\aux`:       "aux",
		`NUL`:           "NUL",
		`con.txt`:       "con.txt",
		`out\結果 `:       "結果 ",
		`結果.\a.txt`:     "結果.",
		`a"b`:           `"`,
		`out\what?.txt`: "?",
	} {
		err := usable(path, "windows")
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want an error that names %s", path, err, says)
		}
		if err := usable(path, "linux"); err != nil {
			t.Errorf("%s on Linux: %v", path, err)
		}
	}
}

// TestRepaired: the arguments as Go receives them from a Windows command line that ended a
// folder in quotes with a \, and what was meant.
func TestRepaired(t *testing.T) {
	for _, c := range []struct{ args, want []string }{
		{[]string{"check", `C:\台 帳"`}, []string{"check", `C:\台 帳`}},
		{[]string{"check", `C:\台 帳" --as-of 2026-03-31 --limit 3`},
			[]string{"check", `C:\台 帳`, "--as-of", "2026-03-31", "--limit", "3"}},
		{[]string{"check", `C:\台 帳`, "--lang", "en"}, []string{"check", `C:\台 帳`, "--lang", "en"}},
		{nil, nil},
	} {
		if got := repaired(c.args, "windows"); !slices.Equal(got, c.want) {
			t.Errorf("repaired(%q) = %q, want %q", c.args, got, c.want)
		}
		if got := repaired(c.args, "linux"); !slices.Equal(got, c.args) {
			t.Errorf("on Linux repaired(%q) = %q", c.args, got)
		}
	}
}
