// Package fingerprint turns the files of a ledger into hashes, to tell when one was saved with
// other contents.
//
// The one idea: contents decide, not the times that a file system or a program like Excel sets;
// those only spare reading a file again. The package reads no table and waits for nothing.
package fingerprint

import (
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"pilot90/cohort"
)

// Set is the hash of the contents of every file of a ledger, by name.
type Set map[string][sha256.Size]byte

// Looker takes fingerprints. It reads a file again only when its size or time changed, so that
// watching a shared folder costs next to nothing.
type Looker struct {
	Now   func() time.Time
	known map[string]lookedAt
}

type lookedAt struct {
	size  int64
	saved time.Time
	hash  [sha256.Size]byte
}

// unsettled is how long after a save a file is read at every look: some file systems tell times
// to two seconds only, and a second save within them would not show.
const unsettled = 3 * time.Second

// At returns the fingerprint of the ledger. Excel's lock files (~$…) are no part of a ledger, and neither is what is no
// file or a link that leads nowhere: a pipe or a device would be read for ever. Who reads the ledger says so of them.
func (l *Looker) At(path string) (Set, error) {
	dir, names, err := cohort.Files(path)
	if err != nil {
		return nil, err
	}
	known := map[string]lookedAt{}
	found := Set{}
	for _, name := range names {
		file := filepath.Join(dir, filepath.FromSlash(name))
		info, err := os.Stat(file)
		if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
			continue
		}
		if err != nil {
			return nil, err
		}
		seen, ok := l.known[name]
		if !ok || seen.size != info.Size() || !seen.saved.Equal(info.ModTime()) || l.Now().Sub(seen.saved) < unsettled {
			seen = lookedAt{size: info.Size(), saved: info.ModTime()}
			if seen.hash, err = hashFile(file); err != nil {
				return nil, err
			}
		}
		known[name], found[name] = seen, seen.hash
	}
	l.known = known
	return found, nil
}

// hashFile returns the SHA-256 of a file's contents.
func hashFile(name string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return sum, err
	}
	return [sha256.Size]byte(hash.Sum(nil)), nil
}
