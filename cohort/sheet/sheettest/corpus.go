package sheettest

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Corpus is the folder of real and hostile workbooks beside the repository; the test is skipped
// without it.
func Corpus(tb testing.TB) string {
	tb.Helper()
	root, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for _, err := os.Stat(filepath.Join(root, "go.mod")); err != nil; _, err = os.Stat(filepath.Join(root, "go.mod")) {
		root = filepath.Dir(root)
	}
	dir := filepath.Join(root, "..", "shared", "data", "sheets")
	if _, err := os.Stat(dir); err != nil {
		tb.Skip("the folder of real workbooks is not here: ", dir)
	}
	return dir
}

// CorpusFiles returns the files of the corpus, relative to it.
func CorpusFiles(tb testing.TB) []string {
	tb.Helper()
	dir := Corpus(tb)
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return names
}
