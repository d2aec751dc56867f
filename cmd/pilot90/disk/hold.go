package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// LockFile is the file that is there while somebody saves settings in a folder.
const LockFile = ".pilot90-saving"

// ErrHeld says that somebody else has been saving in a folder for longer than is waited for.
var ErrHeld = errors.New("somebody else is saving in this folder")

// How long a folder is waited for, and from when on what is left of a program that was killed is cleared away.
const (
	patience = 5 * time.Second
	stale    = 30 * time.Second
)

// Hold keeps others from saving in a folder, on this computer or another that shares it, until release is called. The
// error is ErrHeld, or why the folder cannot be written to.
func Hold(dir string) (release func(), err error) {
	path := filepath.Join(dir, LockFile)
	for began := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		switch {
		case err == nil:
			return func() { os.Remove(path) }, f.Close()
		case !errors.Is(err, fs.ErrExist):
			return nil, err
		case time.Since(began) > patience:
			return nil, ErrHeld
		}
		if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > stale {
			os.Remove(path)
		}
	}
}
