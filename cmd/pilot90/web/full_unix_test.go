//go:build !windows

package web

import (
	"io/fs"
	"net/http"
	"strings"
	"syscall"
	"testing"
)

// TestNoRoom: on a full disk, and in a folder that may only be read, every save says so in words, and the pages go on.
func TestNoRoom(t *testing.T) {
	for _, c := range []struct {
		err  error
		says string
	}{{syscall.ENOSPC, "ディスクの空きがない"}, {syscall.EDQUOT, "ディスクの空きがない"}, {syscall.EROFS, "読み書きが許可されていません"},
		{syscall.EACCES, "読み書きが許可されていません"}} {
		s := serve(t)
		s.folder()
		s.program.refusal = &fs.PathError{Op: "write", Path: "/台帳/pilot.toml", Err: c.err}
		for path, form := range map[string][]string{"/settings": {"v.targets/retention_ratio", "80"},
			"/make": {"make", "hub/html"}, "/words/council": {"text", "x"}, "/reading": {}, "/handover": {"out", "/x"}} {
			got := s.post(path, form...)
			if got.status != http.StatusUnprocessableEntity || !strings.Contains(got.text, c.says) ||
				!strings.Contains(got.text, "/台帳/pilot.toml") {
				t.Errorf("%v, %s: %d lacks %q", c.err, path, got.status, c.says)
			}
		}
		for _, page := range []string{"/week", "/settings", "/reading", "/report"} {
			if got := s.get(page); got.status != http.StatusOK {
				t.Errorf("%s afterwards: %d", page, got.status)
			}
		}
	}
}
