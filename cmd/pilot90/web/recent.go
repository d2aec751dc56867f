package web

import (
	"slices"
	"strings"
	"sync"
)

// mostRecent is how many ledgers are remembered.
const mostRecent = 8

// recent is the list of the ledgers that were opened, the latest first: their paths, nothing else.
type recent struct {
	mu    sync.Mutex
	paths []string
}

// read takes the list as it was kept: one path a line.
func (r *recent) read(list []byte) {
	for line := range strings.Lines(string(list)) {
		if line = strings.TrimSpace(line); line != "" && len(r.paths) < mostRecent {
			r.paths = append(r.paths, line)
		}
	}
}

// add puts a path first and returns the list to be kept.
func (r *recent) add(path string) []byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	paths := []string{path}
	for _, p := range r.paths {
		if p != path && len(paths) < mostRecent {
			paths = append(paths, p)
		}
	}
	r.paths = paths
	return []byte(strings.Join(paths, "\n") + "\n")
}

func (r *recent) list() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.paths)
}
