package voice

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"

	"pilot90/cohort/lang"
)

// cause is what stands in the way of reading or writing a file, as far as a user can do
// something about it.
type cause int

const (
	otherCause cause = iota
	missing
	InUse
	denied
	offline
	full
	badName
	longName
	notFolder
	isAFolder
	notPlain
	tooLarge
)

// windowsTroubles are the error numbers of Windows.
var windowsCauses = map[syscall.Errno]cause{
	2: missing, 3: missing,
	5: denied, 19: denied,
	32: InUse, 33: InUse, 1224: InUse,
	53: offline, 59: offline, 64: offline, 67: offline, 121: offline, 1203: offline, 1231: offline,
	39: full, 112: full,
	267: notFolder,
	123: badName, 161: badName, 206: longName,
}

// CauseOf tells what an error of the operating system goos is about. Windows refuses to put a
// file in the place of one that is open with "access denied".
func CauseOf(err error, goos string) cause {
	var number syscall.Errno
	if goos == "windows" && errors.As(err, &number) {
		var link *os.LinkError
		if t := windowsCauses[number]; t != denied || !errors.As(err, &link) {
			return t
		}
		return InUse
	}
	for _, known := range []struct {
		err error
		is  cause
	}{{fs.ErrNotExist, missing}, {fs.ErrPermission, denied}, {syscall.EROFS, denied}, {syscall.ENOSPC, full},
		{syscall.ENAMETOOLONG, longName}, {syscall.ENOTDIR, notFolder},
		{syscall.EISDIR, isAFolder}, {fs.ErrInvalid, notPlain}, {syscall.EFBIG, tooLarge}} {
		if errors.Is(err, known.err) {
			return known.is
		}
	}
	return otherCause
}

// troubleWords say what to do; %s is the path as it was given.
var causeWords = map[cause]lang.Text{
	missing: {JA: "%s が見つかりません。名前とフォルダーを確かめてください", EN: "%s is not there; check the name and the folder"},
	InUse: {JA: "%s は Excel などで開いているため、読み書きできません。閉じてから、もう一度お試しください",
		EN: "%s is open in Excel or another program; close it and try again"},
	denied: {JA: "%s を読み書きする許可がありません。ファイルやフォルダーのプロパティを確かめるか、管理している人に頼んでください",
		EN: "%s: reading or writing is not permitted; check its properties or ask whoever manages it"},
	offline: {JA: "%s のある共有フォルダーにつながりません。ネットワークを確かめて、もう一度お試しください",
		EN: "%s is on a shared folder that cannot be reached; check the network and try again"},
	full: {JA: "保存先がいっぱいのため、%s を書き込めません。空きをつくってから、もう一度お試しください",
		EN: "no room is left to write %s; make some and try again"},
	badName: {JA: "%s という名前は使えません。使えない文字がないか確かめてください",
		EN: "%s cannot be a name; check for characters that are not allowed"},
	isAFolder: {JA: "%s はフォルダーです。ファイルを指定してください", EN: "%s is a folder; name a file"},
	notPlain: {JA: "%s は、ふつうのファイルではないため読めません。表計算のファイルか、それの入ったフォルダーを指定してください",
		EN: "%s is no plain file and cannot be read; name a spreadsheet or a folder with some"},
	tooLarge: {JA: "%s は大きすぎるため読めません。別のファイルを指定していないか確かめてください",
		EN: "%s is too large to be read; check that it is the file you mean"},
	notFolder: {JA: "%s の途中にある名前が、フォルダーではなくファイルのものです。別の場所を指定してください",
		EN: "%s leads through a file where a folder should be; name another place"},
	longName: {JA: "名前が長すぎます: %s。短い名前にするか、浅いフォルダーに置いてください",
		EN: "the name is too long: %s; shorten it or use a folder that is less deep"},
}

// plainly says in plain words what an error of the operating system means; false when the error
// is none or says it better itself.
func plainly(err error, goos string) (lang.Text, bool) {
	path := ""
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		path = p.Path
	case errors.As(err, &l):
		path = l.New
	default:
		return lang.Text{}, false
	}
	words, ok := causeWords[CauseOf(err, goos)]
	return lang.Text{JA: fmt.Sprintf(words.JA, path), EN: fmt.Sprintf(words.EN, path)}, ok
}
