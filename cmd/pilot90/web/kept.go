package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/setting"
)

// beforeName is the file beside a file of settings that holds what was there before the last change on the page.
func beforeName(name string) string { return name + ".before" }

// settingsFolder is the folder into which settings are written; the error says why there is none.
func (s *Server) settingsFolder(now *reading) (string, error) {
	if now.source.inMemory() {
		return "", told("この台帳はメモリーにだけあります。「報告」の「台帳をパソコンに保存する」で保存してから変えてください。",
			"This ledger is in memory only. Save it under Reports first.")
	}
	info, err := os.Stat(now.source.path)
	if err != nil {
		return "", err
	}
	if !info.IsDir() && !strings.EqualFold(filepath.Base(now.source.path), setting.File) {
		return "", told("1つのファイルを開いています。設定を書くには、「別の台帳」から、そのファイルのあるフォルダーを開いてください。",
			"A single file is open. Open its folder under Another ledger to change settings.")
	}
	return now.source.folder()
}

// hold keeps others from saving settings of the ledger, in this program and in others that have the same folder open,
// until release is called.
func (s *Server) hold(now *reading) (release func(), err error) {
	s.saving.Lock()
	dir, err := s.settingsFolder(now)
	if err != nil {
		return s.saving.Unlock, nil // whoever saves says so
	}
	let, err := s.opt.Program.Hold(dir)
	if err != nil {
		s.saving.Unlock()
		return nil, err
	}
	return func() { let(); s.saving.Unlock() }, nil
}

// kept reads a file of settings; nil where there is none.
func kept(dir, name string) ([]byte, error) {
	if out, err := cohort.Outside(dir, name); err != nil {
		return nil, err
	} else if out {
		return nil, told("「"+name+"」は台帳のフォルダーの外へのリンクのため、開いていません。ファイルそのものをフォルダーに置いてください。",
			"“"+name+"” is a link that leads out of the ledger's folder, and was not opened. Put the file itself there.")
	}
	data, err := setting.ReadTOML(filepath.Join(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// rewrite puts a new text into a file of settings, keeps the old one beside it, and reads the ledger again. No text
// takes the file away.
func (s *Server) rewrite(ctx context.Context, now *reading, name string, was, next []byte) error {
	dir, err := s.settingsFolder(now)
	if err != nil {
		return err
	}
	if len(next) == 0 {
		next = nil
	}
	files := map[string][]byte{name: next, beforeName(name): append([]byte{}, was...)}
	if err := s.opt.Program.Rewrite(dir, files); err != nil {
		return err
	}
	return s.desk.again(ctx, now.source)
}

// takeBack puts the text before the last change into its place, and keeps the present one beside it. sum is that of
// the text which the page showed: one that was changed meanwhile is not taken back unseen.
func (s *Server) takeBack(ctx context.Context, now *reading, name, sum string) error {
	dir, err := s.settingsFolder(now)
	if err != nil {
		return err
	}
	release, err := s.hold(now)
	if err != nil {
		return err
	}
	defer release()
	text, err := kept(dir, name)
	if err != nil {
		return err
	}
	if sumOf(text) != sum {
		return told("この画面を開いたあとに、設定のファイルが変わっています。いまの内容を確かめてから、もう一度押してください。",
			"The file was changed since this page was shown. Look at it, and press again.")
	}
	before, err := os.ReadFile(filepath.Join(dir, beforeName(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return told("元に戻せる前の設定はありません。", "There is nothing to go back to.")
	}
	if err != nil {
		return err
	}
	return s.rewrite(ctx, now, name, text, before)
}

// canTakeBack reports whether a text before the last change is kept, and is another one.
func canTakeBack(dir, name string, text []byte) bool {
	before, err := setting.ReadTOML(filepath.Join(dir, beforeName(name)))
	return err == nil && !bytes.Equal(before, text)
}

func sumOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}
