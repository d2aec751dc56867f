package disk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNameOfWhatCannotBeWritten: a folder that takes no file is told with the name that the user
// gave, not with that of the temporary file.
func TestNameOfWhatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Create(filepath.Join(dir, "x")); err == nil {
		f.Close()
		t.Skip("this user may write everywhere")
	}
	err := WriteWhole(filepath.Join(dir, "点検結果.html"), nil)
	if err == nil || !strings.Contains(err.Error(), "点検結果.html") || strings.Contains(err.Error(), ".pilot90-") {
		t.Errorf("error %v", err)
	}
}

// TestUnderName: the same without a folder that is closed.
func TestUnderName(t *testing.T) {
	err := underName(&os.PathError{Op: "open", Path: "x/.pilot90-1", Err: os.ErrPermission}, "x/点検結果.html")
	if p, ok := errors.AsType[*os.PathError](err); !ok || p.Path != "x/点検結果.html" || !errors.Is(err, os.ErrPermission) {
		t.Errorf("%v", err)
	}
}
