package setting

import (
	"io"
	"io/fs"
	"os"
	"syscall"

	"pilot90/cohort/tomlplace"
)

// ReadPlain reads a file of settings or the like: a plain one, at most so many bytes and one more, by which the caller
// knows that there are too many. To open a pipe would wait for ever, and a device may never end.
func ReadPlain(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		err = &fs.PathError{Op: "open", Path: path, Err: syscall.EISDIR}
	case err == nil && !info.Mode().IsRegular():
		err = &fs.PathError{Op: "open", Path: path, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

// ReadWhole is ReadPlain for a file that is of use only as a whole: more than so many bytes are the error EFBIG.
func ReadWhole(path string, most int64) ([]byte, error) {
	data, err := ReadPlain(path, most)
	if err == nil && int64(len(data)) > most {
		return nil, &fs.PathError{Op: "read", Path: path, Err: syscall.EFBIG}
	}
	return data, err
}

// ReadTOML is ReadPlain for a TOML document of any kind; what is larger is refused when it is decoded.
func ReadTOML(path string) ([]byte, error) { return ReadPlain(path, tomlplace.MostBytes) }
