package disk

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
	"syscall"
	"time"
)

// A temporary file is named after the computer and the process that writes it, so that one whose process was killed
// is known for a leftover: .pilot90-<computer>-<process>-<number>.
var tempName = regexp.MustCompile(`^\.pilot90-([0-9a-f]{8})-([0-9]+)-[0-9a-f]+$`)

// longestWrite is more time than any write takes: a temporary file that is older is a leftover wherever it is from.
const longestWrite = 24 * time.Hour

// openTemp opens a new temporary file in the folder, with the permissions that the umask leaves.
func openTemp(dir string) (*os.File, error) {
	for {
		name := fmt.Sprintf(".pilot90-%s-%d-%08x", computer(), os.Getpid(), rand.Uint32())
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
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

// sweep removes what killed runs have left in a folder. It is no error when it cannot: they are in nobody's way.
func sweep(dir string) {
	names, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range names {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && leftover(e.Name(), info.ModTime()) {
			os.Remove(filepath.Join(dir, e.Name()))
		}
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
