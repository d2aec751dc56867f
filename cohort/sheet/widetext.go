package sheet

import (
	"unicode/utf16"
	"unicode/utf8"
)

// decode16 reads UTF-16; half a surrogate pair is a Fault.
func decode16(raw []byte, big bool) ([]byte, error) {
	out := make([]byte, 0, len(raw)*3/2)
	unit := func(i int) rune {
		if big {
			return rune(raw[i])<<8 | rune(raw[i+1])
		}
		return rune(raw[i+1])<<8 | rune(raw[i])
	}
	for i := 0; i+1 < len(raw); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			if i+3 < len(raw) {
				r = utf16.DecodeRune(r, unit(i+2))
			}
			if i += 2; utf16.IsSurrogate(r) || r == utf8.RuneError {
				return nil, badByte("UTF-16", "UTF-16", out)
			}
		}
		out = utf8.AppendRune(out, r)
	}
	if len(raw)%2 != 0 {
		return nil, cutOff("ファイル", "The file")
	}
	return out, nil
}

// decode32 reads UTF-32.
func decode32(raw []byte, big bool) ([]byte, error) {
	if len(raw)%4 != 0 {
		return nil, cutOff("ファイル", "The file")
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i += 4 {
		r := rune(raw[i+3])<<24 | rune(raw[i+2])<<16 | rune(raw[i+1])<<8 | rune(raw[i])
		if big {
			r = rune(raw[i])<<24 | rune(raw[i+1])<<16 | rune(raw[i+2])<<8 | rune(raw[i+3])
		}
		if !utf8.ValidRune(r) {
			return nil, badByte("UTF-32", "UTF-32", out)
		}
		out = utf8.AppendRune(out, r)
	}
	return out, nil
}
