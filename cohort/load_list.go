package cohort

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
)

// listing is the folders of a ledger as they are while it is read once: many patterns are looked for in each.
type listing struct {
	dir  string
	read map[string][]fs.DirEntry // by folder, slash-separated
}

func newListing(dir string) *listing { return &listing{dir, map[string][]fs.DirEntry{}} }

// entries lists a folder of the ledger.
func (l *listing) entries(folder string) ([]fs.DirEntry, error) {
	if entries, known := l.read[path.Clean(folder)]; known {
		return entries, nil
	}
	entries, err := os.ReadDir(filepath.Join(l.dir, filepath.FromSlash(folder)))
	if err == nil {
		l.read[path.Clean(folder)] = entries
	}
	return entries, err
}

// glob returns the files of the ledger that match, slash-separated and relative to it.
func (l *listing) glob(pattern string) ([]string, error) {
	parent, base := path.Split(pattern)
	if !strings.ContainsAny(parent, "*?[") {
		return l.filesIn(unescapeGlob(parent), base)
	}
	var names []string
	for _, folder := range l.folders(strings.TrimSuffix(parent, "/")) {
		in, err := l.filesIn(folder, base)
		if err != nil {
			return nil, err
		}
		names = append(names, in...)
	}
	return names, nil
}

// folders returns the folders of the ledger that match, each under the first of its names alone: links to folders
// above give one more names than a disk has files. Where a link leads out of the ledger it is returned and not
// followed. As in fs.Glob, a folder that cannot be listed has no folders.
func (l *listing) folders(pattern string) []string {
	at, outside := []string{"."}, []string(nil)
	for segment := range strings.SplitSeq(pattern, "/") {
		var next []string
		known := map[string]bool{}
		for _, folder := range at {
			for _, name := range l.named(folder, segment) {
				if out, err := Outside(l.dir, name); out || err != nil {
					outside = append(outside, name)
					continue
				}
				real, err := filepath.EvalSymlinks(filepath.Join(l.dir, filepath.FromSlash(name)))
				if info, none := os.Stat(real); err == nil && none == nil && info.IsDir() && !known[real] {
					known[real], next = true, append(next, name)
				}
			}
		}
		at = next
	}
	return append(at, outside...)
}

// named are what a folder holds, by paths in the ledger, whose names match a part of a pattern.
func (l *listing) named(folder, segment string) []string {
	if !strings.ContainsAny(segment, "*?[") {
		return []string{path.Join(folder, unescapeGlob(segment))}
	}
	entries, _ := l.entries(folder)
	var names []string
	for _, e := range entries {
		if ok, err := path.Match(segment, e.Name()); ok && err == nil {
			names = append(names, path.Join(folder, e.Name()))
		}
	}
	return names
}

// filesIn returns the files of one folder of the ledger that match; none when there is no such
// folder. Lock files of an open Excel (~$…) and hidden files are left out. Of a folder that leads out of the ledger's
// nothing is listed: it stands for itself, so that it is named.
func (l *listing) filesIn(folder, pattern string) ([]string, error) {
	if name := path.Clean(folder); name != "." {
		if out, err := Outside(l.dir, name); out || err != nil {
			return []string{name}, err
		}
	}
	entries, err := l.entries(folder)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		hidden := sheet.IsLockFile(e.Name()) || strings.HasPrefix(e.Name(), ".")
		if e.IsDir() || hidden || !setting.Matches(pattern, e.Name()) {
			continue
		}
		names = append(names, path.Join(folder, e.Name()))
	}
	return names, nil
}

func unescapeGlob(s string) string {
	return strings.NewReplacer(`\\`, `\`, `\*`, "*", `\?`, "?", `\[`, "[").Replace(s)
}
