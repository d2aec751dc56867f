package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"pilot90/bench/ledgers"
)

// stock is what the cases begin with: a sound ledger with sealed editions and a submission, a second one to compare
// it with, and a database of both. It is made once, by the program itself.
type stock struct{ dir string }

func (s stock) ledger() string   { return filepath.Join(s.dir, "ledger") }
func (s stock) second() string   { return filepath.Join(s.dir, "second") }
func (s stock) database() string { return filepath.Join(s.dir, "town.db") }

// codes are those of the two towns of the stock, with their check digits.
var codes = []string{"203017", "203025"}

// newStock makes the stock in a folder.
func newStock(program, dir string) (stock, error) {
	s := stock{dir}
	for i, ledger := range []string{s.ledger(), s.second()} {
		if err := ledgers.Write(ledger, ledgers.Size{People: 6, Rows: 60, Town: i}); err != nil {
			return s, err
		}
		settings := filepath.Join(ledger, "pilot.toml")
		text, err := os.ReadFile(settings)
		if err != nil {
			return s, err
		}
		with := strings.Replace(string(text), "model =", fmt.Sprintf("code = %q\nmodel =", codes[i]), 1)
		if err := os.WriteFile(settings, []byte(with), 0o644); err != nil {
			return s, err
		}
	}
	for _, args := range [][]string{
		{"seal", s.ledger(), "--for", "hub", "--format", "json", "--as-of", "2026-02-28"},
		{"seal", s.ledger(), "--for", "public", "--format", "json", "--as-of", "2026-02-28"},
		{"seal", s.ledger(), "--for", "submission", "--as-of", ledgers.AsOf},
		{"seal", s.second(), "--for", "submission", "--as-of", ledgers.AsOf},
		{"publish", s.ledger(), s.second(), "--to", "sqlite://" + s.database()},
	} {
		if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
			return s, fmt.Errorf("pilot90 %q: %w\n%s", args, err, out)
		}
	}
	return s, nil
}

// into copies the sound ledger.
func (s stock) into(dir string) error { return os.CopyFS(dir, os.DirFS(s.ledger())) }

// files are the paths below a folder of the case's ledger, of plain files with that ending, in their order.
func (c *hostileCase) files(folder, ending string) (paths []string, err error) {
	err = filepath.WalkDir(filepath.Join(c.dir, folder), func(path string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() && strings.HasSuffix(path, ending) {
			paths = append(paths, path)
		}
		return err
	})
	if err == nil && len(paths) == 0 {
		err = errors.New("no file " + folder + " … " + ending)
	}
	return paths, err
}
