package sheet

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"

	"pilot90/cohort/finding"
)

// A charset is a text encoding that a CSV may have.
type charset uint8

const (
	unknownCharset charset = iota
	utf8Charset
	utf16LE
	utf16BE
	utf32LE
	utf32BE
	cp932
)

// charsets are the names that Options.Encoding takes.
var charsets = map[string]charset{
	"utf-8": utf8Charset, "utf8": utf8Charset,
	"utf-16le": utf16LE, "utf-16be": utf16BE, "utf-16": utf16LE, "utf16": utf16LE,
	"cp932": cp932, "shift_jis": cp932, "shift-jis": cp932, "sjis": cp932, "windows-31j": cp932, "ms932": cp932,
}

// KnownEncoding reports whether Options.Encoding takes the name; the empty name is taken too.
func KnownEncoding(name string) bool {
	return name == "" || charsets[strings.ToLower(name)] != unknownCharset
}

var saveAsUTF8 = finding.Text{
	JA: "Excelで開き、ファイルの種類を『CSV UTF-8（コンマ区切り）(*.csv)』か『Excelブック (*.xlsx)』にして保存し直してください。文字コードがわかるときは pilot.toml で指定できます。",
	EN: "Open it in Excel and save it as \"CSV UTF-8\" or \"Excel Workbook (*.xlsx)\". If you know the encoding, name it in pilot.toml.",
}

// encodingFault is a C308.
func encodingFault(ja, en string) *Fault {
	return fault(CodeEncoding, finding.Text{JA: ja, EN: en}, saveAsUTF8)
}

// toUTF8 returns the text of a file as UTF-8, without a byte order mark.
func toUTF8(opt Options, raw []byte, limits Limits) ([]byte, error) {
	cs := charsets[strings.ToLower(opt.Encoding)]
	if cs == unknownCharset && opt.Encoding != "" {
		return nil, encodingFault("文字コードの指定「"+opt.Encoding+"」は使えません（utf-8、utf-16、cp932 のどれかです）。",
			"The encoding "+opt.Encoding+" is not known (use utf-8, utf-16 or cp932).")
	}
	var err error
	marked, body := byteOrderMark(raw)
	switch {
	case marked != unknownCharset && (cs == unknownCharset || cs == marked || cs == utf16LE && marked == utf16BE):
		cs, raw = marked, body
	case cs == unknownCharset:
		if cs, err = guessCharset(raw); err != nil {
			return nil, err
		}
	}
	text, err := decode(raw, cs)
	if err != nil {
		return nil, err
	}
	if int64(len(text)) > limits.PartBytes {
		return nil, overLimit("文字の合計（バイト）", "Text in bytes", limits.PartBytes)
	}
	return text, checkText(text)
}

// byteOrderMark returns the encoding that the first bytes name, and the bytes after them.
func byteOrderMark(raw []byte) (charset, []byte) {
	for _, m := range []struct {
		mark string
		cs   charset
	}{{"\xef\xbb\xbf", utf8Charset}, {"\xff\xfe\x00\x00", utf32LE}, {"\x00\x00\xfe\xff", utf32BE}, {"\xff\xfe", utf16LE}, {"\xfe\xff", utf16BE}} {
		if rest, ok := bytes.CutPrefix(raw, []byte(m.mark)); ok {
			return m.cs, rest
		}
	}
	return unknownCharset, raw
}

// guessCharset tells the encoding of text without a byte order mark. UTF-8 that is valid is
// UTF-8; NUL bytes on one side of the pairs tell UTF-16; the rest must be valid CP932.
func guessCharset(raw []byte) (charset, error) {
	if bytes.IndexByte(raw, 0) >= 0 {
		return guessWide(raw)
	}
	if utf8.Valid(raw) || looksLikeUTF8(raw) {
		return utf8Charset, nil // decoding names the line of a bad byte
	}
	if _, err := decode(raw, cp932); err != nil {
		return cp932, nil // decoding again names the line
	}
	if looksLikeEUC(raw) {
		return 0, encodingFault("文字コードが決められません（Shift_JISともEUC-JPとも読めます）。",
			"The encoding cannot be told (Shift_JIS and EUC-JP both fit).")
	}
	return cp932, nil
}

// looksLikeUTF8 reports whether raw is UTF-8, or was before a few of its bytes were damaged or
// its end was lost: characters of three bytes outnumber the places that do not fit two to one.
// In CP932 hardly any pair of bytes forms such a character.
func looksLikeUTF8(raw []byte) bool {
	long, bad, inBad := 0, 0, false
	for len(raw) > 0 {
		r, n := utf8.DecodeRune(raw)
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
	return bad == 0 || long >= 2*bad
}

// guessWide tells UTF-16 and UTF-32 by where the NUL bytes of ASCII characters stand.
func guessWide(raw []byte) (charset, error) {
	var nul [4]int
	for i, c := range raw {
		if c == 0 {
			nul[i%4]++
		}
	}
	quarter := len(raw) / 4
	switch even, odd := nul[0]+nul[2], nul[1]+nul[3]; {
	case len(raw)%4 == 0 && nul[3] == quarter && nul[2] == quarter && nul[0] < quarter:
		return utf32LE, nil
	case len(raw)%4 == 0 && nul[0] == quarter && nul[1] == quarter && nul[3] < quarter:
		return utf32BE, nil
	case len(raw)%2 == 0 && odd > 0 && even*20 <= odd:
		return utf16LE, nil
	case len(raw)%2 == 0 && even > 0 && odd*20 <= even:
		return utf16BE, nil
	}
	return utf8Charset, nil // checkText names the line of the NUL
}

// looksLikeEUC reports whether bytes that are valid CP932 are more likely EUC-JP: they are
// valid there too, with hiragana, and would be mostly half-width katakana in CP932.
func looksLikeEUC(raw []byte) bool {
	euc, err := japanese.EUCJP.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsRune(euc, utf8.RuneError) {
		return false
	}
	sjis, err := japanese.ShiftJIS.NewDecoder().Bytes(raw)
	half, wide := 0, 0
	for _, r := range string(sjis) {
		switch {
		case 'ｦ' <= r && r <= 'ﾟ' || '｡' <= r && r <= '･':
			half++
		case r >= utf8.RuneSelf:
			wide++
		}
	}
	hiragana := bytes.ContainsFunc(euc, func(r rune) bool { return 'ぁ' <= r && r <= 'ん' })
	return err == nil && hiragana && half > wide
}

// decode reads raw as UTF-8. Bytes that the encoding does not have are a Fault that names
// the first line with one.
func decode(raw []byte, cs charset) ([]byte, error) {
	switch cs {
	case utf16LE, utf16BE:
		return decode16(raw, cs == utf16BE)
	case utf32LE, utf32BE:
		return decode32(raw, cs == utf32BE)
	case cp932:
		return decodeBytes(raw, japanese.ShiftJIS, "Shift_JIS（CP932）", "CP932")
	}
	if valid := validPrefix(raw); valid < len(raw) {
		return nil, badByte("UTF-8", "UTF-8", raw[:valid])
	}
	return raw, nil
}

// validPrefix returns the length of the valid UTF-8 at the front.
func validPrefix(raw []byte) int {
	if utf8.Valid(raw) {
		return len(raw)
	}
	n := 0
	for {
		r, size := utf8.DecodeRune(raw[n:])
		if r == utf8.RuneError && size <= 1 {
			return n
		}
		n += size
	}
}

// badByte is the C308 of a byte that does not fit, after the text before it.
func badByte(ja, en string, before []byte) *Fault {
	line := strconv.Itoa(lineOf(before))
	return encodingFault("文字コード "+ja+" としては読めない文字が"+line+"行目にあります。",
		"Line "+line+" has a byte that "+en+" does not have.")
}

// lineOf returns the number of the line that follows the text.
func lineOf(before []byte) int {
	n := bytes.Count(before, []byte("\n"))
	if n == 0 {
		n = bytes.Count(before, []byte("\r"))
	}
	return n + 1
}

func decodeBytes(raw []byte, enc encoding.Encoding, ja, en string) ([]byte, error) {
	text, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return nil, err
	}
	if i := bytes.IndexRune(text, utf8.RuneError); i >= 0 {
		return nil, badByte(ja, en, text[:i])
	}
	return text, nil
}

// checkText refuses text with NUL characters: the file is no text, or was never written to
// its end.
func checkText(text []byte) error {
	i := bytes.IndexByte(text, 0)
	if i < 0 {
		return nil
	}
	if len(bytes.Trim(text[i:], "\x00")) == 0 {
		return cutOff("ファイル", "The file")
	}
	line := strconv.Itoa(lineOf(text[:i]))
	return encodingFault(line+"行目に文字ではないデータ（NUL）があります。", "Line "+line+" holds a NUL character.")
}
