package main

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"pilot90/report/term"
)

// tree is the command tree in a language, and all its commands.
func tree(lang string) (*app, []*cobra.Command) {
	a := &app{stdout: io.Discard, stderr: io.Discard, lang: "ja"}
	root := a.root()
	a.lang = lang
	all := []*cobra.Command{root}
	for i := 0; i < len(all); i++ {
		for _, c := range all[i].Commands() {
			if c.Name() != "" && !strings.HasPrefix(c.Name(), "__") {
				all = append(all, c)
			}
		}
	}
	return a, all
}

// TestHelpInEnglish: every command and every flag has English words. A new command gets its page
// in help_english.go.
func TestHelpInEnglish(t *testing.T) {
	a, all := tree("en")
	for _, c := range all {
		p, ok := english[afterName(c)]
		if !ok {
			t.Errorf("%s: no page in help_english.go", c.CommandPath())
			continue
		}
		if c.Example != "" && p.example == "" {
			t.Errorf("%s: no English examples", c.CommandPath())
		}
		c.InheritedFlags() // completes the flags of the command
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if p.flags[f.Name] == "" && englishFlags[f.Name] == "" {
				t.Errorf("%s: no English words for --%s", c.CommandPath(), f.Name)
			}
		})
		for name := range p.flags {
			if c.Flags().Lookup(name) == nil {
				t.Errorf("%s: help_english.go has --%s, which there is not", c.CommandPath(), name)
			}
		}
		var page bytes.Buffer
		a.help(&page, c)
		if strings.ContainsFunc(page.String(), func(r rune) bool {
			return unicode.In(r, unicode.Hiragana, unicode.Katakana)
		}) {
			t.Errorf("%s: Japanese words in the English page:\n%s", c.CommandPath(), page.String())
		}
	}
	if len(all) < 10 {
		t.Errorf("looked at %d commands only", len(all))
	}
}

// TestHelpExamples: examples come before the flags, every one is a command with flags that there
// are, and what is not an example fits a terminal.
func TestHelpExamples(t *testing.T) {
	examples := 0
	for _, lang := range []string{"ja", "en"} {
		a, all := tree(lang)
		for _, c := range all {
			var page bytes.Buffer
			a.help(&page, c)
			text := page.String()
			if p := a.page(c); p.example != "" && strings.Index(text, p.example) > strings.Index(text, a.say(helpHeads.flags)) {
				t.Errorf("%s %s: the examples do not come first", lang, c.CommandPath())
			}
			for line := range strings.Lines(text) {
				words, isExample := strings.CutPrefix(strings.TrimRight(line, "\n"), "  pilot90 ")
				if !isExample && term.Columns(line) > 100 || strings.HasPrefix(line, "  --") && term.Columns(line) > 80 {
					t.Errorf("%s %s: a long line: %q", lang, c.CommandPath(), line)
				}
				if isExample && !strings.Contains(words, "...]") && !strings.Contains(words, "[flags]") {
					examples++
					checkExample(t, lang+" "+c.CommandPath(), words)
				}
			}
		}
	}
	if examples < 40 {
		t.Errorf("%d examples only", examples)
	}
}

// checkExample parses a command line of a help page; a remark in brackets may follow it.
func checkExample(t *testing.T, where, line string) {
	t.Helper()
	line, _, _ = strings.Cut(strings.ReplaceAll(line, "（", "("), "(")
	line, _, _ = strings.Cut(line, ">")
	_, all := tree("ja")
	c, args, err := all[0].Find(strings.Fields(line))
	if err != nil || c == all[0] {
		t.Errorf("%s: %q is no command (%v)", where, line, err)
		return
	}
	if err := c.ParseFlags(args); err != nil {
		t.Errorf("%s: %q: %v", where, line, err)
	}
}

// TestCommandLine: what is suggested can be pasted.
func TestCommandLine(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"check", "台帳"}, "pilot90 check 台帳"},
		{[]string{"check", `C:\Users\山田 花子\台帳`}, `pilot90 check "C:\Users\山田 花子\台帳"`},
		{[]string{"check", `\\server\共有\第1期　台帳`}, `pilot90 check "\\server\共有\第1期　台帳"`},
		{[]string{"check", "a&b"}, `pilot90 check "a&b"`},
	} {
		if got := commandLine(c.args); got != c.want {
			t.Errorf("commandLine(%q) = %s, want %s", c.args, got, c.want)
		}
	}
}
