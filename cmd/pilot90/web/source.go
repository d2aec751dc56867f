package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"pilot90/cmd/pilot90/fingerprint"
	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet"
	"pilot90/cohort/sheet/grid"
	"pilot90/kpi/catalog"
)

// source is where the open ledger lies: at a path of the disk, or in memory as it was dropped on
// the page.
type source struct {
	path     string            // absolute; "" in memory
	name     string            // of what was dropped
	files    map[string][]byte // in memory
	password string
	earlier  cohort.Earlier // what was made of its files when they were read before
}

func (s *source) inMemory() bool { return s.path == "" }

// isFolder reports whether the ledger is a folder, and not one file.
func (s *source) isFolder() bool {
	info, err := os.Stat(s.path)
	return err == nil && info.IsDir()
}

// place is what the page calls the ledger.
func (s *source) place() string {
	if s.inMemory() {
		return s.name
	}
	return s.path
}

// load reads the whole ledger.
func (s *source) load(ctx context.Context, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error) {
	opt.Password = s.password
	c, clock, err := s.read(ctx, opt)
	if err == nil {
		catalog.Check(c, clock)
	}
	return c, clock, err
}

func (s *source) read(ctx context.Context, opt cohort.LoadOptions) (*cohort.Ledger, setting.Clock, error) {
	if s.inMemory() {
		return cohort.LoadMemory(ctx, s.files, opt)
	}
	opt.Earlier = &s.earlier
	return cohort.Load(ctx, s.path, opt)
}

// folder is that of a ledger on the disk, "" in memory.
func (s *source) folder() (string, error) {
	if s.inMemory() {
		return "", nil
	}
	dir, _, err := cohort.Files(s.path)
	return dir, err
}

// book reads one file of the ledger again, to show some of its rows; nil where it holds none.
func (s *source) book(ctx context.Context, name string) (*grid.Book, error) {
	opt := sheet.Options{Context: ctx, Password: s.password}
	if s.inMemory() {
		data := s.files[name]
		book, _, err := sheet.Read(name, bytes.NewReader(data), int64(len(data)), opt)
		return book, err
	}
	dir, err := s.folder()
	if err != nil {
		return nil, err
	}
	book, _, err := sheet.Open(dir, name, opt)
	return book, err
}

// look takes the fingerprint of a ledger on the disk.
func (s *source) look(l *fingerprint.Looker) (fingerprint.Set, error) { return l.At(s.path) }

// givenPath is a path as people give it: copied from Windows with quotation marks, or as an
// address of a file. It must be absolute, for a page is in no folder.
func givenPath(text string) (string, error) {
	text = strings.Trim(strings.TrimSpace(text), `"'“”`)
	if u, err := url.Parse(text); err == nil && u.Scheme == "file" {
		text = filepath.FromSlash(u.Path)
		if u.Host != "" {
			text = `\\` + u.Host + filepath.FromSlash(u.Path)
		} else if drive := strings.TrimLeft(text, `\/`); filepath.VolumeName(drive) != "" {
			text = drive
		}
	}
	switch {
	case text == "":
		return "", told("フォルダーの場所を書いてください。", "Give the place of the folder.")
	case strings.ContainsRune(text, 0) || !filepath.IsAbs(text):
		return "", told(fmt.Sprintf("「%s」だけでは場所が決まりません。ドライブ名や / から始まる場所を書いてください（エクスプローラーの「パスのコピー」で写せます）。", text),
			fmt.Sprintf("“%s” is no full path. Begin it with the drive or with / (“Copy as path” in Explorer gives it).", text))
	}
	return filepath.Clean(text), nil
}

// toldError is an error in words that the user can act on.
type toldError struct{ lang.Text }

func (e *toldError) Error() string { return e.JA }

func told(ja, en string) error { return &toldError{lang.Text{JA: ja, EN: en}} }

// explained says an error of reading or writing in words, and what to do.
func (s *Server) explained(err error) string {
	var words interface{ In(l lang.Lang) string } // of this package, or of a command
	var path *fs.PathError
	at := ""
	if errors.As(err, &path) {
		at = path.Path
	}
	switch {
	case errors.As(err, &words):
		return words.In(s.lang())
	case errors.Is(err, context.Canceled):
		return s.say("やめました。何も書き出していません。", "Stopped; nothing was written.")
	case errors.Is(err, fs.ErrNotExist):
		return s.say("見つかりません: "+at+"。場所の書き方と、共有フォルダーにつながっているかを確かめてください。",
			"Not found: "+at+". Check how it is written, and that the shared folder is connected.")
	case isFull(err):
		return s.say("ディスクの空きがないため、書き込めませんでした: "+at+"。何も書き換えていません。いらないファイルを片づけてから、もう一度お試しください。",
			"There is no room left on the disk: "+at+". Nothing was changed. Clear some and try again.")
	case isHeldOpen(err):
		return s.say("ほかのソフトが使っているため読み書きできません: "+at+"。Excel などでそのファイルを閉じてから、もう一度お試しください。",
			"In use by another program: "+at+". Close it there and try again.")
	case errors.Is(err, fs.ErrPermission), isProtected(err):
		return s.say("読み書きが許可されていません: "+at+"。別の場所を選ぶか、管理している人に許可を頼んでください。",
			"Not permitted: "+at+". Choose another place, or ask whoever manages it.")
	}
	return err.Error()
}
