package cohort

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// opener reads one file of a ledger.
type opener func(name string) (*grid.Book, []finding.Finding, error)

// openFiles reads the files, several at a time, and returns them in the order of their names.
func openFiles(ctx context.Context, names []string, open opener) ([]*grid.Book, []finding.Finding, error) {
	type opened struct {
		book     *grid.Book
		findings []finding.Finding
		err      error
	}
	results := make([]opened, len(names))
	slots := make(chan struct{}, 4)
	var wg sync.WaitGroup
	for i, name := range names {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			r := &results[i]
			r.book, r.findings, r.err = open(name)
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	var books []*grid.Book
	var findings []finding.Finding
	failed := 0
	for i, r := range results {
		if r.err != nil {
			failed++
			r.findings = []finding.Finding{notOpened(names[i], r.err)}
		}
		findings = append(findings, r.findings...)
		if r.book != nil {
			books = append(books, r.book)
		}
	}
	if failed > 0 && failed == len(names) {
		return nil, nil, results[0].err
	}
	return books, findings, nil
}

// regular returns an error for what is there and no file: to open a pipe would wait for ever.
func regular(dir, name string) error {
	full := filepath.Join(dir, filepath.FromSlash(name))
	info, err := os.Stat(full)
	if err == nil && !info.Mode().IsRegular() {
		return &fs.PathError{Op: "open", Path: full, Err: fs.ErrInvalid}
	}
	return err
}

// notOpened is the C301 of a file or folder among others that the computer does not let us read.
func notOpened(name string, err error) finding.Finding {
	f := finding.Finding{
		Code: grid.CodeUnreadable, Severity: finding.Error, Place: finding.Place{File: name},
		Message: lang.Say("開けませんでした。ほかのファイルは読みました。", "It could not be opened. The other files were read."),
		Fix: lang.Say("ほかの人やほかのソフトが使っていないか、保存先の共有フォルダーにつながっているかを確かめて、もう一度お試しください。",
			"Check that nobody else has it open and that the shared folder is connected, and try again."),
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Message = lang.Say("ファイルの実体が見つからないため、開けませんでした（リンク切れのようです）。ほかのファイルは読みました。",
			"The link leads nowhere, so it could not be opened. The other files were read.")
		f.Fix = lang.Say("元のファイルを台帳のフォルダーに置き直すか、使わないリンクを削除してください。",
			"Put the file itself into the ledger's folder, or delete the link.")
	case errors.Is(err, fs.ErrPermission):
		f.Message = lang.Say("読み取りが許可されていないため、開けませんでした。ほかのファイルは読みました。",
			"Reading it is not permitted. The other files were read.")
		f.Fix = lang.Say("ファイルのプロパティで読み取りの権限を確かめるか、管理している人に許可を頼んでください。",
			"Check the permissions of the file, or ask whoever manages it.")
	}
	return f
}
