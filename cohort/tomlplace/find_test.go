package tomlplace

import (
	"testing"

	"github.com/BurntSushi/toml"
)

const document = `# a comment with [brackets] = signs
edition = "council" # and one behind
title   = { ja = "成果 = 数", en = 'Results # none' }

[[section]]
id = "headline"
"閾 値" = 1
[[section.block]]
  figures = ["a", # why
    "b, ]", 'c']
  text = """
two = lines
\""" [[section]] """
[[section.block]]
kind = "cards"
[[section]]
block = [{ kind = "rule", figures = ["x"] }, { kind = "leak" }]
[a.b]
d.e = 1979-05-27 07:32:00
list = [[1, 2], [3]]
`

// Places are counted by hand in the document above.
func TestFind(t *testing.T) {
	var values map[string]any
	if _, err := toml.Decode(document, &values); err != nil {
		t.Fatal(err)
	}
	places := Find(document)
	for path, want := range map[string]Position{
		"edition": {2, 1}, "title": {3, 1}, "title.ja": {3, 13}, "title.en": {3, 28}, // 成果 and 数 are one column each
		"section.0": {5, 1}, "section.0.id": {6, 1}, "section.0.閾 値": {7, 1},
		"section.0.block.0": {8, 1}, "section.0.block.0.figures": {9, 3}, "section.0.block.0.figures.0": {9, 14},
		"section.0.block.0.figures.1": {10, 5}, "section.0.block.0.figures.2": {10, 13}, "section.0.block.0.text": {11, 3},
		"section.0.block.1": {14, 1}, "section.0.block.1.kind": {15, 1}, "section.1": {16, 1},
		"section.1.block.0.kind": {17, 12}, "section.1.block.0.figures.0": {17, 38}, "section.1.block.1.kind": {17, 48},
		"a.b": {18, 1}, "a.b.d": {19, 1}, "a.b.d.e": {19, 1}, "a.b.list.1.0": {20, 18},
	} {
		if got := places[path]; got != want {
			t.Errorf("%s is at %v, want %v", path, got, want)
		}
	}
	if got := places.Nearest("section.0.block.1.text.ja"); got != (Position{14, 1}) {
		t.Errorf("the nearest known place is %v, want that of the block", got)
	}
	if got := places.Nearest("no.such"); got != (Position{}) {
		t.Errorf("nothing is near, got %v", got)
	}
}

// FuzzFind: no text makes the walk fail or go on for ever, and every place is in the file.
func FuzzFind(f *testing.F) {
	for _, doc := range []string{
		document, "a = [", `a = "`, "[[", "a = {b=", "=", "]", `a = """\`, "a.", `""=1`, "a = [}",
	} {
		f.Add(doc)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		for key, at := range Find(doc) {
			if at.Line < 1 || at.Col < 1 {
				t.Errorf("%q is at %v", key, at)
			}
		}
	})
}
