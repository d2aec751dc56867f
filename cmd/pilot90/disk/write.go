// Package disk turns bytes into files of the user's, whole or not at all.
//
// The one idea: a reader never sees half a file, nothing that pilot90 did not make is overwritten, and
// what was sealed stays as it is. The package reads no ledger.
package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort"
	"pilot90/report/edition"
)

// WriteNew writes a file that must not exist yet, whole or not at all: nothing of the user's is
// ever overwritten. Missing folders are made.
func WriteNew(path string, data []byte) error {
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
	return WriteWhole(path, data)
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
func WriteWhole(path string, data []byte) (err error) {
	if err := usable(path, runtime.GOOS); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".pilot90-*")
	if err != nil {
		return underName(err, path)
	}
	defer func() {
		if err != nil {
			os.Remove(temp.Name())
		}
	}()
	if _, err = temp.Write(data); err != nil {
		temp.Close()
		return err
	}
	if err = temp.Chmod(0o644); err != nil {
		temp.Close()
		return err
	}
	if err = temp.Close(); err != nil {
		return err
	}
	return replace(temp.Name(), path)
}

// underName gives an error about the temporary file the name of the one that the user asked for.
func underName(err error, path string) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return &fs.PathError{Op: p.Op, Path: path, Err: p.Err}
	}
	return err
}

// replace renames a file over another. On Windows it tries again for a moment: a virus scanner or
// the search index may hold the file that was just written.
func replace(from, to string) error {
	for wait := 20 * time.Millisecond; ; wait *= 2 {
		err := os.Rename(from, to)
		if err == nil || wait > 320*time.Millisecond || voice.TroubleOf(err, runtime.GOOS) != voice.InUse {
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
