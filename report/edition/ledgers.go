package edition

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"pilot90/cohort"
	"pilot90/report"
	"pilot90/report/draft"
)

// LedgersFolder is the hidden folder among the editions that holds the ledger as each of them was made from it: a list
// of files for each edition, and each file once, compressed, under its hash. It never leaves the folder of the ledger
// with an edition; without it the numbers of an edition can be compared, and not why they differ.
const LedgersFolder = ".ledger"

// ledgerSchema names the shape of the list.
const ledgerSchema = "pilot90/ledger-files/1"

type ledgerList struct {
	Schema string   `json:"schema"`
	Files  []Hashed `json:"files"`
}

// keepLedger keeps the ledger's files beside the editions for the one of the name. What is there already stays.
func keepLedger(editions, name, path string, files []Hashed) error {
	dir := filepath.Join(editions, LedgersFolder)
	list := filepath.Join(dir, name+".json")
	if _, err := os.Stat(list); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	draft.Sweep(dir)
	all, err := copies(path, files)
	if err != nil {
		return err
	}
	for i, f := range all {
		if err := keepBlob(filepath.Join(dir, files[i].SHA256), f); err != nil {
			return err
		}
	}
	data, err := json.MarshalIndent(ledgerList{ledgerSchema, files}, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(list, append(data, '\n'))
}

// keepBlob writes one file compressed, unless it is there.
func keepBlob(path string, f report.File) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(f.Data); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return writeWhole(path, b.Bytes())
}

// writeWhole writes a file by way of one beside it, so that it is there whole or not at all.
func writeWhole(path string, data []byte) error {
	temp, err := draft.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		os.Remove(temp.Name())
	}
	return err
}

// ErrNoLedger says that the ledger an edition was made from is not kept.
var ErrNoLedger = errors.New("the ledger that the edition was made from is not kept")

// Files returns the files of the ledger as the edition was made from it: those kept beside the editions, else the copy
// inside it. The error is ErrNoLedger where there are none, ErrTouched where one is not as it was.
func (s *Sealed) Files() (map[string][]byte, error) {
	if s.Err != nil {
		return nil, fmt.Errorf("%s: %w", s.Dir, s.Err)
	}
	editions := filepath.Dir(s.Dir)
	data, err := readOwn(editions, LedgersFolder+"/"+s.Name+".json")
	if errors.Is(err, fs.ErrNotExist) {
		return s.inside()
	}
	if err != nil {
		return nil, err
	}
	var list ledgerList
	if err := json.Unmarshal(data, &list); err != nil || list.Schema != ledgerSchema {
		return nil, fmt.Errorf("%s: %w", filepath.Join(editions, LedgersFolder, s.Name+".json"), ErrTouched)
	}
	files := map[string][]byte{}
	for _, f := range list.Files {
		if files[f.Name], err = readBlob(editions, f.SHA256); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// list tells the ledger that an edition was made from apart from others: equal for equal files.
func (s *Sealed) list() (string, error) {
	data, err := readOwn(filepath.Dir(s.Dir), LedgersFolder+"/"+s.Name+".json")
	if errors.Is(err, fs.ErrNotExist) {
		return s.Name, nil // it keeps a copy of its own, or none
	}
	return string(data), err
}

// readBlob returns a file by its hash.
func readBlob(editions, sum string) ([]byte, error) {
	name := LedgersFolder + "/" + sum
	touched := fmt.Errorf("%s: %w", filepath.Join(editions, filepath.FromSlash(name)), ErrTouched)
	packed, err := readOwn(editions, name)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, touched
	}
	data, err := io.ReadAll(io.LimitReader(z, largest))
	if err != nil || hash(data) != sum {
		return nil, touched
	}
	return data, nil
}

// inside is the copy of the ledger in the edition itself.
func (s *Sealed) inside() (map[string][]byte, error) {
	dir, err := s.Ledger()
	if err != nil {
		return nil, err
	}
	if dir == "" {
		return nil, ErrNoLedger
	}
	_, names, err := cohort.Files(dir)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, name := range names {
		if files[name], err = readOwn(dir, name); err != nil {
			return nil, err
		}
	}
	return files, nil
}
