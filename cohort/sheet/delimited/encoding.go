package delimited

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// A charset is a text encoding that a CSV may have.
type charset uint8

const (
	UnknownCharset charset = iota
	UTF8Charset
	validUTF8 // UTF-8 that was looked through already
	utf16LE
	utf16BE
	utf32LE
	utf32BE
	cp932
)

// charsets are the names of encodings that can be asked for.
var charsets = map[string]charset{
	"utf-8": UTF8Charset, "utf8": UTF8Charset,
	"utf-16le": utf16LE, "utf-16be": utf16BE, "utf-16": utf16LE, "utf16": utf16LE,
	"cp932": cp932, "shift_jis": cp932, "shift-jis": cp932, "sjis": cp932, "windows-31j": cp932, "ms932": cp932,
}

// KnownEncoding reports whether an encoding can be asked for by the name; the empty name asks for none.
func KnownEncoding(name string) bool {
	return name == "" || charsets[strings.ToLower(name)] != UnknownCharset
}

var saveAsUTF8 = lang.Text{
	JA: "Excelで開き、ファイルの種類を『CSV UTF-8（コンマ区切り）(*.csv)』か『Excelブック (*.xlsx)』にして保存し直してください。文字コードがわかるときは pilot.toml の " +
		"[ledger] に encoding = \"cp932\" のように書けます（utf-8、utf-16、cp932）。",
	EN: "Open it in Excel and save it as \"CSV UTF-8\" or \"Excel Workbook (*.xlsx)\". If you know the encoding, name " +
		"it in [ledger] of pilot.toml: encoding = \"cp932\" (or utf-8, utf-16).",
}

// encodingFault is a C308.
func encodingFault(ja, en string) *grid.Fault {
	return grid.NewFault(grid.CodeEncoding, lang.Text{JA: ja, EN: en}, saveAsUTF8)
}

// ToUTF8 returns the text of a file as UTF-8, without a byte order mark. Text that is UTF-8
// already is not copied. encoding names the one to use, "" = told from the bytes.
func ToUTF8(encoding, raw string, limits grid.Limits) (string, error) {
	cs := charsets[strings.ToLower(encoding)]
	if cs == UnknownCharset && encoding != "" {
		return "", encodingFault("文字コードの指定「"+encoding+"」は使えません（utf-8、utf-16、cp932 のどれかです）。",
			"The encoding "+encoding+" is not known (use utf-8, utf-16 or cp932).")
	}
	var err error
	marked, body := ByteOrderMark(raw)
	switch {
	case marked != UnknownCharset: // no text of another encoding begins so
		cs, raw = marked, body
	case cs == UnknownCharset:
		if cs, err = guessCharset(raw); err != nil {
			return "", err
		}
	}
	text, err := decode(raw, cs, limits.PartBytes)
	if err != nil {
		return "", err
	}
	return text, checkText(text)
}

// ByteOrderMark returns the encoding that the first bytes name, and the bytes after them.
func ByteOrderMark(raw string) (charset, string) {
	for _, m := range []struct {
		mark string
		cs   charset
	}{{"\xef\xbb\xbf", UTF8Charset}, {"\xff\xfe\x00\x00", utf32LE}, {"\x00\x00\xfe\xff", utf32BE}, {"\xff\xfe", utf16LE},
		{"\xfe\xff", utf16BE}} {
		if rest, ok := strings.CutPrefix(raw, m.mark); ok {
			return m.cs, rest
		}
	}
	return UnknownCharset, raw
}

// guessCharset tells the encoding of text without a byte order mark. UTF-8 that is valid is
// UTF-8; NUL bytes on one side of the pairs tell UTF-16; the rest must be valid CP932.
func guessCharset(raw string) (charset, error) {
	if strings.IndexByte(raw, 0) >= 0 {
		return guessWide(raw), nil
	}
	if utf8.ValidString(raw) {
		return validUTF8, nil
	}
	if looksLikeUTF8(raw) {
		return UTF8Charset, nil // decoding names the line of the bad byte
	}
	if err := DecodePieces(raw, cp932, func([]byte) {}); err != nil {
		if isEUC(raw) {
			return 0, otherEncoding("EUC-JP")
		}
		return cp932, nil // decoding again names the line
	}
	if looksLikeEUC(raw) {
		return 0, ambiguousEUC()
	}
	return cp932, nil
}

// looksLikeUTF8 reports whether raw, which is not UTF-8, was so before a few of its bytes were
// damaged or its end was lost: characters of three bytes outnumber the places that do not fit
// two to one. In CP932 hardly any pair of bytes forms such a character.
func looksLikeUTF8(raw string) bool {
	long, bad, inBad := 0, 0, false
	for len(raw) > 0 {
		r, n := utf8.DecodeRuneInString(raw)
		raw = raw[n:]
		wrong := r == utf8.RuneError && n == 1
		if wrong && !inBad {
			bad++
		}
		inBad = wrong
		if n >= 3 {
			long++
		}
	}
	return long >= 2*bad
}

// guessWide tells UTF-16 and UTF-32 by where the NUL bytes of ASCII characters stand. Text that
// is UTF-8 but for few NUL bytes is UTF-8 that was damaged.
func guessWide(raw string) charset {
	if strings.Count(raw, "\x00") < len(raw)/16 && utf8.ValidString(raw) {
		return UTF8Charset
	}
	var nul [4]int
	for i := range len(raw) {
		if raw[i] == 0 {
			nul[i%4]++
		}
	}
	quarter := len(raw) / 4
	switch even, odd := nul[0]+nul[2], nul[1]+nul[3]; {
	case len(raw)%4 == 0 && nul[3] == quarter && nul[2] == quarter && nul[0] < quarter:
		return utf32LE
	case len(raw)%4 == 0 && nul[0] == quarter && nul[1] == quarter && nul[3] < quarter:
		return utf32BE
	case len(raw)%2 == 0 && odd > 0 && even*20 <= odd:
		return utf16LE
	case len(raw)%2 == 0 && even > 0 && odd*20 <= even:
		return utf16BE
	}
	return UTF8Charset // checkText names the line of the NUL
}

// checkText refuses text that is JIS, and text with NUL characters: the file is no text, or was
// never written to its end.
func checkText(text string) error {
	if strings.Contains(text, "\x1b$") { // what turns to kanji in ISO-2022-JP
		return otherEncoding("JIS（ISO-2022-JP）")
	}
	i := strings.IndexByte(text, 0)
	if i < 0 {
		return nil
	}
	if len(strings.Trim(text[i:], "\x00")) == 0 {
		return grid.CutOff("ファイル", "The file")
	}
	var at lines
	at.add([]byte(text[:i]))
	line := strconv.Itoa(at.next())
	return encodingFault(line+"行目に文字ではないデータ（NUL）があります。", "Line "+line+" holds a NUL character.")
}
