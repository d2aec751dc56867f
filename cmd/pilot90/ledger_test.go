package main

import "testing"

// TestNoteText: the same password as Notepad and PowerShell save it.
func TestNoteText(t *testing.T) {
	for name, data := range map[string]string{
		"UTF-8":               "秘密",
		"UTF-8 with a mark":   "\xef\xbb\xbf秘密",
		"UTF-16 (PowerShell)": "\xff\xfe\xd8\x79\xc6\x5b", // 秘 U+79D8, 密 U+5BC6
		"UTF-16 big endian":   "\xfe\xff\x79\xd8\x5b\xc6",
	} {
		if got := noteText([]byte(data)); got != "秘密" {
			t.Errorf("%s: %q", name, got)
		}
	}
}
