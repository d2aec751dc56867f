package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// hostile is what a name holds that would clear the screen, make a link of what follows, write over the
// line, sound the bell, turn the direction of the text and, by the character that stands for ESC [, clear again.
const hostile = "\x1b[2J\x1b]8;;http://a.example/\x07\r\u202e\u2066\u200b\u009b2J悪"

// hostileName is the same for a file.
var hostileName = strings.ReplaceAll(hostile, "/", "")

// arm puts what is hostile in the place of every ☠ in the files below folders and in their names; in
// TOML, which takes no control character, by its number. A workbook gets a sheet so named.
//
//	arm DIR ...
func arm(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: arm DIR ...")
	}
	for _, dir := range args {
		var files []string
		ts.Check(filepath.WalkDir(ts.MkAbs(dir), func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files = append(files, path)
			}
			return err
		}))
		for _, path := range files {
			armFile(ts, path)
		}
	}
}

func armFile(ts *testscript.TestScript, path string) {
	data, err := os.ReadFile(path)
	ts.Check(err)
	with := hostile
	if filepath.Ext(path) == ".toml" {
		with = numbered(hostile)
	}
	ts.Check(os.WriteFile(path, []byte(strings.ReplaceAll(string(data), "☠", with)), 0o644))
	name := strings.ReplaceAll(filepath.Base(path), "☠", hostileName)
	ts.Check(os.Rename(path, filepath.Join(filepath.Dir(path), name)))
}

// numbered is a text with each of its control characters by its number, as TOML has it.
func numbered(text string) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for _, r := range text {
		if obeyed(r) || r == '\r' {
			b.WriteString(`\u` + string([]byte{digits[r>>12], digits[r>>8&15], digits[r>>4&15], digits[r&15]}))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// armBook makes a workbook of a CSV whose sheet has a hostile name, as far as XML takes it.
//
//	armbook FROM.csv TO.xlsx
func armBook(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: armbook FROM.csv TO.xlsx")
	}
	book := excelize.NewFile()
	defer book.Close()
	const sheet = "作業ログ\u202e\u009b2J悪"
	ts.Check(book.SetSheetName("Sheet1", sheet))
	for i, line := range strings.Split(strings.TrimSpace(ts.ReadFile(args[0])), "\n") {
		for j, field := range strings.Split(line, ",") {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			ts.Check(err)
			ts.Check(book.SetCellStr(sheet, cell, field))
		}
	}
	ts.Check(book.SaveAs(ts.MkAbs(args[1])))
	ts.Check(os.Remove(ts.MkAbs(args[0])))
}

// screened runs pilot90 with whatever exit code, says in both languages, and holds what it printed:
// nothing that a terminal obeys, and the name that was to be shown.
//
//	screened ARG ...
func screened(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec("pilot90", args...)
	if exit, ok := err.(interface{ ExitCode() int }); err != nil && !ok || ok && exit.ExitCode() > exitIO {
		ts.Fatalf("pilot90 %q: %v", args, err)
	}
	stdout, stderr := ts.ReadFile("stdout"), ts.ReadFile("stderr")
	for name, text := range map[string]string{"stdout": stdout, "stderr": stderr} {
		if at := strings.IndexFunc(text, obeyed); at >= 0 || !utf8.ValidString(text) {
			ts.Fatalf("pilot90 %q: %s has what a terminal obeys, from byte %d: %.80q", args, name, at, text[max(at, 0):])
		}
	}
	if shown := strings.Contains(stdout+stderr, "悪"); shown == neg {
		ts.Fatalf("pilot90 %q: the hostile name is shown: %v\n%s%s", args, shown, stdout, stderr)
	}
}

// obeyed reports what a terminal obeys instead of showing it, line feeds and tabs excepted.
func obeyed(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || 0x7f <= r && r <= 0x9f || unicode.Is(unicode.Bidi_Control, r) ||
		r == '\u200b' || r == '\ufeff'
}
