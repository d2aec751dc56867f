package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs the commands in README.md's console blocks in a copy of the samples and holds
// what they print against the page; a line "…" stands for any number of lines, and "…" within a
// line for any text.
func TestReadme(t *testing.T) {
	page, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	samples, err := filepath.Abs("../../samples")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("samples", os.DirFS(samples)); err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(page), "```console\n$ ")[1:]
	if len(blocks) != 13 {
		t.Errorf("README.md has %d commands, want 13", len(blocks))
	}
	for _, block := range blocks {
		block, _, _ = strings.Cut(block, "```")
		command, want, _ := strings.Cut(block, "\n")
		var out, errs bytes.Buffer
		if code := run(context.Background(), strings.Fields(command)[1:], strings.NewReader(""), &out,
			&errs); code > exitFindings {
			t.Errorf("%s: exit code %d\n%s", command, code, errs.String())
			continue
		}
		if rest, line, ok := shows(out.String(), want); !ok {
			t.Errorf("%s: README.md has\n%s\nwhich does not come next in\n%s", command, line, rest)
		}
	}
}

// shows matches the printed text against the lines of the page; on a mismatch it returns the
// rest of the text and the line that was not found.
func shows(text, page string) (rest, line string, ok bool) {
	skip := false
	for line := range strings.Lines(page) {
		if line == "…\n" {
			skip = true
			continue
		}
		found := false
		for !found && text != "" {
			var next string
			next, text, _ = strings.Cut(text, "\n")
			found = like(next, strings.TrimSuffix(line, "\n"))
			if !found && !skip {
				return next + "\n" + text, line, false
			}
		}
		if !found {
			return text, line, false
		}
		skip = false
	}
	return "", "", skip || text == ""
}

// like compares a printed line with a line of the page.
func like(printed, page string) bool {
	head, tail, cut := strings.Cut(page, "…")
	if !cut {
		return printed == page
	}
	return strings.HasPrefix(printed, head) && strings.HasSuffix(printed, tail)
}
