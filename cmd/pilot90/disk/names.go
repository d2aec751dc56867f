package disk

import (
	"slices"
	"strings"

	"pilot90/cmd/pilot90/voice"
)

// Names of files that Windows does not take as they are. The functions ask for the operating
// system, so that they can be tested on any.

// forbidden are the characters that no file name of Windows holds. A colon does not even fail: it
// writes into a hidden stream of another file.
const forbidden = `<>:"/\|?*`

// devices are names that stand for a device, with any ending and in any case.
var devices = []string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
	"COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
	"LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³"}

// isDevice reports whether a name stands for a device: NUL, nul.xlsx, "AUX .txt".
func isDevice(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	return slices.Contains(devices, strings.ToUpper(strings.TrimRight(base, " ")))
}

// FileName makes a name usable as a file name, or a part of one, on every system.
func FileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == '\x7f' || strings.ContainsRune(forbidden, r) {
			return '_'
		}
		return r
	}, name)
	runes := []rune(name)
	name = strings.TrimRight(string(runes[:min(len(runes), longestName)]), ". ")
	if name == "" || isDevice(name) {
		name = "_" + name
	}
	return name
}

// longestName is how many characters of a name go into a file name.
const longestName = 40

// usable returns an error for a path to write to that Windows would take for something else; nil
// on other systems.
func usable(path, goos string) error {
	if goos != "windows" {
		return nil
	}
	rest := strings.TrimPrefix(path, `\\?\`)
	if len(rest) >= 2 && rest[1] == ':' {
		rest = rest[2:]
	}
	for part := range strings.FieldsFuncSeq(rest, func(r rune) bool { return r == '/' || r == '\\' }) {
		if part == "." || part == ".." {
			continue
		}
		if at := strings.IndexAny(part, forbidden); at >= 0 {
			return voice.Errorf("ファイル名「%[1]s」に使えない文字 %[2]s があります。別の名前を指定してください",
				"the file name “%[1]s” has a character that cannot be used: %[2]s", part, part[at:at+1])
		}
		if isDevice(part) {
			return voice.Errorf("「%s」は Windows が別の目的に使う名前です。別の名前を指定してください",
				"“%s” is a name that Windows keeps for a device; choose another", part)
		}
		if strings.TrimRight(part, ". ") != part {
			return voice.Errorf("ファイル名「%s」は点や空白で終わっています。取りのぞいて指定してください",
				"the file name “%s” ends in a dot or a space; leave it out", part)
		}
	}
	return nil
}
