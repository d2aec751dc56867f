// Package disk turns bytes into files of the user's, whole or not at all.
//
// The one idea: a reader never sees half a file, nothing that pilot90 did not make is overwritten, and
// what was sealed stays as it is. The package reads no ledger.
package disk

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort"
	"pilot90/report/draft"
	"pilot90/report/edition"
)

// WriteNew writes a file that must not exist yet, whole or not at all: nothing of the user's is
// ever overwritten. Missing folders are made.
func WriteNew(path string, data []byte) error {
	draft.Sweep(filepath.Dir(path))
	if err := notThere(path); err != nil {
		return err
	}
	return WriteWhole(path, data)
}

// notThere returns an error for a path that a new file cannot be written to.
func notThere(path string) error {
	if err := usable(path, runtime.GOOS); err != nil {
		return err
	}
	if err := notSealed(filepath.Dir(path)); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return voice.Errorf("%s はすでにあります。別の名前を --out で指定するか、移してからやり直してください",
			"%s is there already; name another with --out, or move it", path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// notSealed returns an error for a folder that is that of a sealed edition or inside one: what was
// sealed stays as it is.
func notSealed(dir string) error {
	at, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	for ; at != filepath.Dir(at); at = filepath.Dir(at) {
		if filepath.Base(filepath.Dir(at)) == cohort.EditionsFolder && edition.Is(at) {
			return voice.Errorf("%s は残した版のフォルダーなので、書き出しません。別のフォルダーを指定してください（コマンドでは --out）",
				"%s is a sealed edition and stays as it is; name another folder (--out)", at)
		}
	}
	return nil
}

// WriteWhole writes a file by way of a temporary one beside it, so that a reader never sees half
// of it and a failure leaves what was there.
func WriteWhole(path string, data []byte) error {
	draft.Sweep(filepath.Dir(path))
	d, err := write(path, whole(data))
	if err != nil {
		return err
	}
	if err := d.place(); err != nil {
		d.discard()
		return err
	}
	draft.Sync(filepath.Dir(path))
	return nil
}

// written is a file that is written as a draft and not yet in its place; without a draft, its place is to be empty.
type written struct {
	path, temp string
	made       []string // the folders that were made for it, the outermost first
}

// place puts the draft into its place.
func (d *written) place() error {
	if d.temp != "" {
		return underName(replace(d.temp, d.path), d.path)
	}
	if err := os.Remove(d.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// write writes a draft; an error leaves nothing.
func write(path string, content func(io.Writer) error) (d written, err error) {
	if err := usable(path, runtime.GOOS); err != nil {
		return written{}, err
	}
	d.path = path
	dir := filepath.Dir(path)
	for at := dir; missing(at); at = filepath.Dir(at) {
		d.made = append(d.made, at)
	}
	slices.Reverse(d.made)
	defer func() {
		if err != nil {
			d.discard()
		}
	}()
	if err := os.MkdirAll(dir, 0o777); err != nil { // less the umask, as for every file of the user's
		return d, err
	}
	temp, err := draft.Open(dir)
	if err != nil {
		return d, underName(err, path)
	}
	d.temp = temp.Name()
	out := bufio.NewWriter(temp)
	err = content(out)
	if err == nil {
		err = out.Flush()
	}
	if was, gone := os.Stat(path); err == nil && gone == nil {
		err = temp.Chmod(was.Mode().Perm())
	}
	if err == nil {
		err = temp.Sync() // else a power cut may leave the new name with nothing in it
	}
	closed := temp.Close()
	return d, underName(cmp.Or(err, closed), path)
}

// whole writes data that is in memory.
func whole(data []byte) func(io.Writer) error {
	return func(out io.Writer) error {
		_, err := out.Write(data)
		return err
	}
}

// missing reports whether there is nothing at a path, and a folder above it where it can be.
func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist) && filepath.Dir(path) != path
}

// discard removes the draft and the folders made for it that are empty.
func (d *written) discard() {
	if d.temp != "" {
		os.Remove(d.temp)
	}
	for _, dir := range slices.Backward(d.made) {
		os.Remove(dir)
	}
}

// underName gives an error about the temporary file the name of the one that the user asked for.
func underName(err error, path string) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return &fs.PathError{Op: p.Op, Path: path, Err: p.Err}
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return &fs.PathError{Op: l.Op, Path: path, Err: l.Err}
	}
	return err
}

// replace renames a file over another. On Windows it tries again for a moment: a virus scanner or
// the search index may hold the file that was just written.
func replace(from, to string) error {
	for wait := 20 * time.Millisecond; ; wait *= 2 {
		err := os.Rename(from, to)
		if err == nil || wait > 320*time.Millisecond || voice.CauseOf(err, runtime.GOOS) != voice.InUse {
			return err
		}
		time.Sleep(wait)
	}
}

// replaceable returns an error when a file that is there cannot be written, because another
// program holds it or it is protected. It is asked before the first of several files is written.
func replaceable(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return f.Close()
}
