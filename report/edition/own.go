package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// ErrForeign says that a name in an edition leads out of its folder, or to what is no plain file: a
// link, a folder, a pipe, or one too large. An edition may come from anywhere; what it names is read
// only where it can be part of it.
var ErrForeign = errors.New("not a file of the edition")

// largest is more bytes than any file of an edition has.
const largest = 1 << 30

// readOwn reads a file of the edition in the folder by its slash-separated name.
func readOwn(dir, name string) ([]byte, error) {
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := own(dir, name); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// own holds that the name is that of a plain file in the folder, reached through no link.
func own(dir, name string) error {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return fmt.Errorf("%s: %w", name, ErrForeign)
	}
	at, parts := dir, strings.Split(name, "/")
	for i, part := range parts {
		at = filepath.Join(at, part)
		info, err := os.Lstat(at)
		if err != nil {
			return err
		}
		odd := info.Mode() & (fs.ModeSymlink | fs.ModeNamedPipe | fs.ModeSocket | fs.ModeDevice)
		if last := i == len(parts)-1; odd != 0 || last == info.IsDir() || info.Size() > largest {
			return fmt.Errorf("%s: %w", at, ErrForeign)
		}
	}
	return nil
}
