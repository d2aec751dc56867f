package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"

	"pilot90/cmd/pilot90/terminal"
	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort/lang"
	"pilot90/report"
	"pilot90/report/term"
)

// tree is the command tree in a language, and all its commands.
func tree(language lang.Lang) (*app, []*cobra.Command) {
	a := &app{Terminal: terminal.Terminal{Voice: voice.Voice{Lang: lang.JA}, Stdout: io.Discard, Stderr: io.Discard}}
	root := a.root()
	a.Lang = language
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

// TestHelpInEnglish: every command and every flag has English words, and a command with examples
// has English ones. A new command gets its page in voice/english.go.
func TestHelpInEnglish(t *testing.T) {
	a, all := tree(lang.EN)
	for _, c := range all {
		var page bytes.Buffer
		a.Help(&page, c)
		text := page.String()
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Katakana) }) {
			t.Errorf("%s: Japanese words in the English page:\n%s", c.CommandPath(), text)
		}
		if c.Example != "" && !strings.Contains(text, "\nExamples:\n  pilot90 ") {
			t.Errorf("%s: no English examples", c.CommandPath())
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
	for language, heads := range map[lang.Lang][2]string{
		lang.JA: {"\n例:\n", "\n指定できるもの:\n"}, lang.EN: {"\nExamples:\n", "\nFlags:\n"},
	} {
		a, all := tree(language)
		for _, c := range all {
			var page bytes.Buffer
			a.Help(&page, c)
			text := page.String()
			if c.Example != "" && strings.Index(text, heads[0]) > strings.Index(text, heads[1]) {
				t.Errorf("%s %s: the examples do not come first", language, c.CommandPath())
			}
			for line := range strings.Lines(text) {
				words, isExample := strings.CutPrefix(strings.TrimRight(line, "\n"), "  pilot90 ")
				if !isExample && term.Columns(line) > 100 || strings.HasPrefix(line, "  --") && term.Columns(line) > 80 {
					t.Errorf("%s %s: a long line: %q", language, c.CommandPath(), line)
				}
				if isExample && !strings.Contains(words, "...]") && !strings.Contains(words, "[flags]") {
					examples++
					checkExample(t, string(language)+" "+c.CommandPath(), words)
				}
			}
		}
	}
	if examples < 40 {
		t.Errorf("%d examples only", examples)
	}
}

// TestHelpNamesEveryFormat: in both languages the page of report lists the formats that there are.
func TestHelpNamesEveryFormat(t *testing.T) {
	want := strings.Join(report.Formats, ", ")
	for _, lang := range []lang.Lang{lang.JA, lang.EN} {
		a, all := tree(lang)
		report, _, err := all[0].Find([]string{"report"})
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		a.Help(&page, report)
		if !strings.Contains(strings.Join(strings.Fields(page.String()), " "), want) {
			t.Errorf("%s: the page does not list %s:\n%s", lang, want, page.String())
		}
	}
}

// TestEveryCommandHasAStory: a command that does something is run in a story, as a user types it.
func TestEveryCommandHasAStory(t *testing.T) {
	paths, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var stories strings.Builder
	for _, path := range paths {
		story, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		stories.Write(story)
		stories.WriteByte('\n')
	}
	_, all := tree(lang.JA)
	for _, c := range all[1:] {
		if c.Hidden || c.HasAvailableSubCommands() || c.Parent().Hidden {
			continue
		}
		run := regexp.MustCompile(`(?m)^[!?]? ?(exec |exit \d )?` + regexp.QuoteMeta(c.CommandPath()) + `\b`)
		if !run.MatchString(stories.String()) {
			t.Errorf("no story under testdata/script runs %s", c.CommandPath())
		}
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
