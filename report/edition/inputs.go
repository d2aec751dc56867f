package edition

import (
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"unicode"

	"pilot90/cohort"
	"pilot90/cohort/setting"
	"pilot90/report"
)

// ErrUnprintable says that a file of the ledger has a name with a character that cannot be printed: no manifest can
// name it.
var ErrUnprintable = errors.New("a name that cannot be printed")

// anySize leaves the length of a file to the reader of the ledger; only what is no plain file, and may never end, is
// refused.
const anySize = math.MaxInt64 - 1

// ReadInputs returns the name and hash of every file that a ledger is read from, pilot.toml
// included, in the order of reading. Lock files of Excel and kept editions are no part of it. The error for a name that
// cannot be printed is ErrUnprintable.
func ReadInputs(path string) ([]Hashed, error) {
	dir, names, err := cohort.Files(path)
	if err != nil {
		return nil, err
	}
	var files []Hashed
	for _, name := range names {
		if strings.ContainsFunc(name, unicode.IsControl) {
			return nil, fmt.Errorf("%q: %w", name, ErrUnprintable)
		}
		data, err := setting.ReadPlain(filepath.Join(dir, filepath.FromSlash(name)), anySize)
		if err != nil {
			return nil, err
		}
		files = append(files, Hashed{name, hash(data)})
	}
	return files, nil
}

// ErrSaved says that a file of the ledger was saved while it was read.
type ErrSaved struct{ File string }

func (e ErrSaved) Error() string { return e.File + " was saved while it was read" }

// unchanged holds the hashes against those of what was read for the run.
func unchanged(files []Hashed, c *cohort.Ledger) error {
	now := map[string]string{}
	for _, f := range files {
		now[f.Name] = f.SHA256
	}
	for _, in := range c.Inputs {
		if now[in.File] != in.SHA256 {
			return ErrSaved{in.File}
		}
	}
	return nil
}

// copies returns the files themselves, for an edition that keeps them.
func copies(path string, files []Hashed) ([]report.File, error) {
	dir, _, err := cohort.Files(path)
	if err != nil {
		return nil, err
	}
	var all []report.File
	for _, f := range files {
		data, err := setting.ReadPlain(filepath.Join(dir, filepath.FromSlash(f.Name)), anySize)
		if err != nil {
			return nil, err
		}
		if hash(data) != f.SHA256 {
			return nil, ErrSaved{f.Name}
		}
		all = append(all, report.File{Name: InputsFolder + "/" + f.Name, Data: data})
	}
	return all, nil
}
