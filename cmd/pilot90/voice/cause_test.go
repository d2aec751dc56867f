package voice

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"
)

// TestTroubleOfWindows: the numbers are those of winerror.h.
func TestTroubleOfWindows(t *testing.T) {
	open := func(number uintptr) error {
		return fmt.Errorf("report: %w", &fs.PathError{Op: "open", Path: `C:\台帳\台帳.xlsx`, Err: syscall.Errno(number)})
	}
	rename := &os.LinkError{Op: "rename", Old: `out\.pilot90-1`, New: `out\report.xlsx`, Err: syscall.Errno(5)}
	for _, c := range []struct {
		err  error
		want cause
		says string
	}{
		{open(2), missing, "見つかりません"},              // ERROR_FILE_NOT_FOUND
		{open(32), InUse, "Excel などで開いている"},        // ERROR_SHARING_VIOLATION
		{rename, InUse, `out\report.xlsx は Excel`}, // ERROR_ACCESS_DENIED of MoveFileEx: the target is open
		{open(5), denied, "許可がありません"},
		{open(53), offline, "共有フォルダー"}, // ERROR_BAD_NETPATH
		{open(112), full, "いっぱい"},      // ERROR_DISK_FULL
		{open(206), longName, "長すぎます"}, // ERROR_FILENAME_EXCED_RANGE
		{open(123), badName, "使えません"},  // ERROR_INVALID_NAME
		{open(9999), otherCause, ""},
		{errors.New("none of a file"), otherCause, ""},
	} {
		if got := CauseOf(c.err, "windows"); got != c.want {
			t.Errorf("%v: trouble %d, want %d", c.err, got, c.want)
		}
		words, ok := plainly(c.err, "windows")
		if ok != (c.says != "") || !strings.Contains(words.JA, c.says) || ok && words.EN == "" {
			t.Errorf("%v: %+v, want words with %q", c.err, words, c.says)
		}
	}
}

// TestTroubleOfThisSystem: a real error of a real file.
func TestTroubleOfThisSystem(t *testing.T) {
	name := t.TempDir() + "/no-such-file"
	_, err := os.Open(name)
	words, ok := plainly(err, "linux")
	if !ok || !strings.Contains(words.JA, name+" が見つかりません") {
		t.Errorf("%v: %+v", err, words)
	}
}

// TestEveryTroubleHasWords: with the path in both languages.
func TestEveryTroubleHasWords(t *testing.T) {
	for _, of := range windowsCauses {
		words := causeWords[of]
		if !strings.Contains(words.JA, "%s") || !strings.Contains(words.EN, "%s") {
			t.Errorf("trouble %d: %+v", of, words)
		}
	}
}
