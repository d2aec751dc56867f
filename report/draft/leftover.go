package draft

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A draft is named after the computer and the process that writes it, so that one whose process was killed is known for
// a leftover: .pilot90-<computer>-<process>-<number>, and the list of moves the same with its ending.
var tempName = regexp.MustCompile(`^` + regexp.QuoteMeta(draftPrefix) + `([0-9a-f]{8})-([0-9]+)-[0-9a-f]+(` +
	regexp.QuoteMeta(movesEnding) + `)?$`)

const draftPrefix = ".pilot90-"

// longestWrite is more time than any write takes: a draft that is older is a leftover wherever it is from.
const longestWrite = 24 * time.Hour

// Open opens a new draft in the folder, with the permissions that the umask leaves.
func Open(dir string) (*os.File, error) { return open(dir, "") }

func open(dir, ending string) (*os.File, error) {
	for {
		f, err := os.OpenFile(newName(dir)+ending, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
}

// Folder makes a new folder as a draft, with the permissions that the umask leaves.
func Folder(dir string) (string, error) {
	for {
		name := newName(dir)
		err := os.Mkdir(name, 0o777)
		if !errors.Is(err, fs.ErrExist) {
			return name, err
		}
	}
}

func newName(dir string) string {
	return filepath.Join(dir, fmt.Sprintf(draftPrefix+"%s-%d-%08x", computer(), os.Getpid(), rand.Uint32()))
}

// Write writes a new file of a draft folder, and brings it to the disk.
func Write(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// Sync brings the names of a folder to the disk, so that a power cut does not undo a move into it. Systems and file
// systems that know nothing of it are left to themselves.
func Sync(dir string) {
	if f, err := os.Open(dir); err == nil {
		f.Sync()
		f.Close()
	}
}

// computer is a short name of this computer: a folder on a share holds the files of several.
func computer() string {
	name, err := os.Hostname()
	if err != nil {
		name = "" // then every computer that tells no name counts as one
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	return fmt.Sprintf("%08x", h.Sum32())
}

// Sweep settles the moves that killed runs have begun in a folder, and removes what else those runs have left there. It
// is no error when it cannot: they are in nobody's way.
func Sweep(dir string) {
	names, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	var left []string
	for _, e := range names {
		if !strings.HasPrefix(e.Name(), draftPrefix) {
			continue // most are the user's: not even looked at
		}
		info, err := e.Info()
		if err != nil || !(info.Mode().IsRegular() || info.IsDir()) || !leftover(e.Name(), info.ModTime()) {
			continue
		}
		if strings.HasSuffix(e.Name(), movesEnding) && info.Mode().IsRegular() {
			settle(dir, e.Name())
		} else {
			left = append(left, e.Name()) // after the moves, which are of such files
		}
	}
	for _, name := range left {
		os.RemoveAll(filepath.Join(dir, name))
	}
}

// leftover reports whether a file of that name, written at that time, belongs to a run that has ended.
func leftover(name string, written time.Time) bool {
	m := tempName.FindStringSubmatch(name)
	if m == nil {
		return false
	}
	if time.Since(written) > longestWrite {
		return true
	}
	pid, err := strconv.Atoi(m[2])
	return err == nil && m[1] == computer() && !running(pid)
}

// running reports whether there is a process of the number; where that cannot be told, that there is one.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false // Windows looks for it here
	}
	defer p.Release()
	if runtime.GOOS == "windows" {
		return true
	}
	err = p.Signal(syscall.Signal(0))
	return !errors.Is(err, os.ErrProcessDone) && !errors.Is(err, syscall.ESRCH)
}
