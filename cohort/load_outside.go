package cohort

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// Outside reports whether a name within a folder, slash-separated, leads out of it by a link: whoever hands on a ledger
// could have any file of the reader's computer read with it. The folder itself may be reached by a link, and links to
// what lies in it are followed. A link that leads nowhere is not outside; an error is that of the disk.
func Outside(dir, name string) (bool, error) {
	home := ""
	at := dir
	for part := range strings.SplitSeq(name, "/") {
		at = filepath.Join(at, part)
		info, err := os.Lstat(at)
		if errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if info.Mode()&(fs.ModeSymlink|fs.ModeIrregular) == 0 {
			continue
		}
		if home == "" {
			if home, err = resolved(dir); err != nil {
				return false, err
			}
		}
		if at, err = target(at, info.Mode()); errors.Is(err, fs.ErrNotExist) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
		if rel, err := filepath.Rel(home, at); err != nil || !filepath.IsLocal(rel) {
			return true, nil
		}
	}
	return false, nil
}

// resolved is an absolute path without links.
func resolved(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(path)
}

// target is where a link leads to in the end. Windows has junctions besides, which EvalSymlinks takes for folders.
func target(link string, mode fs.FileMode) (string, error) {
	if mode&fs.ModeIrregular != 0 {
		to, err := os.Readlink(link)
		if err != nil {
			return resolved(link) // it is no junction, but a file of another kind, which regular refuses
		}
		link = to
	}
	return resolved(link)
}

// leadsOutside is the C301 of a link that is not followed.
func leadsOutside(name string) finding.Finding {
	return finding.Finding{
		Code: grid.CodeUnreadable, Severity: finding.Error, Place: finding.Place{File: name},
		Message: lang.Say("台帳のフォルダーの外へのリンクのため、開いていません。",
			"It is a link that leads out of the ledger's folder, and was not opened."),
		Fix: lang.Say("台帳の一部であれば、リンクの代わりにファイルそのものを台帳のフォルダーに置いてください。台帳と関係がなければ、リンクを削除してください。",
			"If it belongs to the ledger, put the file itself into the folder in place of the link. Otherwise delete the link."),
	}
}

// within returns those of the names of a ledger's folder that do not lead out of it. What the disk does not tell stays
// among them, for whoever opens it to say so.
func within(dir string, names []string) []string {
	return slices.DeleteFunc(names, func(name string) bool {
		out, err := Outside(dir, name)
		return out && err == nil
	})
}

// isSingle reports whether a ledger is one file. Whoever names it means it, also by a link.
func isSingle(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir() && !isPilotFile(path)
}
