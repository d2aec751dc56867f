package edition_test

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/report"
	"pilot90/report/edition"
)

// TestFolderThatCannotBeWritten: the error names the file in the folder that the user asked for, not in the temporary
// one, and nothing is left.
func TestFolderThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "next")
	long := strings.Repeat("x", 300) // longer than a name may be
	err := edition.WriteFolder(context.Background(), target, []report.File{{Name: "a", Data: []byte("a")}, {Name: long}})
	p, ok := errors.AsType[*fs.PathError](err)
	if !ok || p.Path != filepath.Join(target, long) {
		t.Errorf("%.200v, want an error of a file in %s", err, target)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left over: %q", left)
	}
}
