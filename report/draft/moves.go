package draft

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// movesEnding ends the name of a list of moves.
const movesEnding = ".moves"

// largestMoves bounds the list that is read, in bytes: a report has a dozen files, a ledger some hundred.
const largestMoves = 1 << 20

// Move is one file that is to come into its place.
type Move struct {
	Draft string // "" = the file at the place is to be taken away
	To    string
}

// moves is the list on the disk. Paths are relative to its folder.
type moves struct {
	// Back: none of the places had a file, so that a killed run is as if it had not been. Else its moves are ended.
	Back  bool      `json:"back"`
	Moves []oneMove `json:"moves"`
}

type oneMove struct {
	Draft string `json:"draft,omitempty"`
	To    string `json:"to"`
	Now   state  `json:"now"`  // of what is at the place
	Then  state  `json:"then"` // of what is to be there
}

// state tells a file that nobody has changed since.
type state struct {
	There bool      `json:"there"`
	Size  int64     `json:"size"`
	Time  time.Time `json:"time"`
}

func stateOf(path string) state {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return state{There: err == nil}
	}
	return state{There: true, Size: info.Size(), Time: info.ModTime()}
}

func (s state) same(t state) bool {
	return s.There == t.There && s.Size == t.Size && s.Time.Equal(t.Time)
}

// Begin writes the list of moves that are about to be made into a folder, and returns what takes it away once they are
// made. Until then, a run that is killed has its moves settled by the next Sweep of the folder.
func Begin(dir string, list []Move) (end func(), err error) {
	m := moves{Back: true}
	for _, move := range list {
		to, err := within(dir, move.To)
		if err != nil {
			return nil, err
		}
		one := oneMove{To: to, Now: stateOf(move.To)}
		if move.Draft != "" {
			if one.Draft, err = within(dir, move.Draft); err != nil {
				return nil, err
			}
			one.Then = stateOf(move.Draft)
		}
		m.Back = m.Back && !one.Now.There
		m.Moves = append(m.Moves, one)
	}
	data, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	f, err := open(dir, movesEnding)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(f.Name())
		return nil, err
	}
	Sync(dir)
	return func() { os.Remove(f.Name()) }, nil
}

// within is a path as it is seen from the folder.
func within(dir, path string) (string, error) {
	rel, err := filepath.Rel(dir, path)
	return filepath.ToSlash(rel), err
}

// settle ends the moves of a killed run, or takes them back, and removes their list. A file that was changed since is
// left as it is.
func settle(dir, name string) {
	path := filepath.Join(dir, name)
	if m, err := readMoves(path); err == nil {
		for _, one := range m.Moves {
			one.settle(dir, m.Back)
		}
		Sync(dir)
	}
	os.Remove(path)
}

func readMoves(path string) (m moves, err error) {
	f, err := os.Open(path)
	if err != nil {
		return m, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, largestMoves))
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal(data, &m) // half a list is none: no move was made before it was whole
}

func (m oneMove) settle(dir string, back bool) {
	if !filepath.IsLocal(m.To) || m.Draft != "" && !ownDraft(m.Draft) {
		return // no list of ours
	}
	to := filepath.Join(dir, filepath.FromSlash(m.To))
	from := filepath.Join(dir, filepath.FromSlash(m.Draft))
	_, err := os.Lstat(from)
	moved := m.Draft != "" && errors.Is(err, fs.ErrNotExist)
	switch now := stateOf(to); {
	case back && moved && now.same(m.Then), !back && m.Draft == "" && now.There && now.same(m.Now):
		os.Remove(to)
	case !back && m.Draft != "" && !moved && now.same(m.Now):
		os.Rename(from, to)
	}
}

// ownDraft reports whether a path is one of a draft below the folder.
func ownDraft(path string) bool {
	base := path[strings.LastIndexByte(path, '/')+1:]
	return filepath.IsLocal(path) && tempName.MatchString(base) && !strings.HasSuffix(base, movesEnding)
}
