package setting

import (
	"strings"
	"testing"

	"pilot90/cohort/finding"
)

// TestWords: the officer's sentences are read by edition and passage; an edition or a passage that there is not, and a
// text that is none, are found with their line.
func TestWords(t *testing.T) {
	p, findings := Read("pilot.toml", []byte("[words.council]\nconclusion = \"\"\"\n一つ目。\n二つ目。\"\"\"\n"+
		"title = \"\"\n[words.public]\nlearned = \"支払い：毎週確かめます。\"\n"))
	if len(findings) != 2 || findings[0].Code != codeWordsMove || findings[0].Severity != finding.Info ||
		!strings.Contains(findings[0].Message.JA, "2行目1文字目: 担当者の文章「conclusion」") {
		t.Fatal(findings)
	}
	if got := p.Words["council"]["conclusion"]; got != "一つ目。\n二つ目。" {
		t.Errorf("conclusion %q", got)
	}
	if _, there := p.Words["council"]["title"]; there || p.Words["public"]["learned"] != "支払い：毎週確かめます。" {
		t.Errorf("%v", p.Words)
	}
	for text, want := range map[string]string{
		"[words.council]\nconclusions = \"a\"\n": "2行目1文字目",
		"[words.hub]\ntitle = \"a\"\n":           "「hub」という項目はありません",
		"[words.public]\nlead = 5\n":             "lead の値「5」は使えません",
	} {
		_, findings := Read("pilot.toml", []byte(text))
		if len(findings) != 1 || !strings.Contains(findings[0].Message.JA, want) {
			t.Errorf("%s: %v, want one with %s", text, findings, want)
		}
	}
}
