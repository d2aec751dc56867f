package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestSamplesAreWhatTheFactsGive writes the ledgers anew and compares every file with the one
// that is kept.
func TestSamplesAreWhatTheFactsGive(t *testing.T) {
	fresh := t.TempDir()
	if err := writeSamples(fresh); err != nil {
		t.Fatal(err)
	}
	files := 0
	err := filepath.WalkDir(fresh, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		name, err := filepath.Rel(fresh, path)
		if err != nil {
			return err
		}
		want, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			return err
		}
		if !bytes.Equal(got, want) {
			t.Errorf("samples/%s is not what the facts give; run go run ./samples/make", filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	// 3 of the tidy ledger, 13 of the untidy one, 5 of the office, 2 of each other model, 6 of the alliance, 6 of the
	// three years
	if files != 37 {
		t.Errorf("%d files, want 37", files)
	}
}
