package delimited

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"pilot90/cohort/sheet/grid"
)

// decode reads raw as UTF-8 of at most so many bytes. Bytes that the encoding does not have are
// a Fault that names the first line with one. The text is made in one piece of the right
// length: what is read from a file of 100 MB must not be in memory a third time.
func decode(raw string, cs charset, most int64) (string, error) {
	if cs == UTF8Charset && !utf8.ValidString(raw) {
		return "", badUTF8(raw)
	}
	copied := cs != UTF8Charset && cs != validUTF8
	length := int64(len(raw))
	if copied {
		length = 0
		if err := DecodePieces(raw, cs, func(piece []byte) { length += int64(len(piece)) }); err != nil {
			return "", err
		}
	}
	if length > most {
		return "", grid.OverLimit("文字の合計（バイト）", "Text in bytes", most)
	}
	if !copied {
		return raw, nil
	}
	var text strings.Builder
	text.Grow(int(length))
	err := DecodePieces(raw, cs, func(piece []byte) { text.Write(piece) })
	return text.String(), err
}

// badUTF8 is the fault of text that is not valid UTF-8.
func badUTF8(raw string) *grid.Fault {
	var at lines
	for len(raw) > 0 {
		r, n := utf8.DecodeRuneInString(raw)
		if r == utf8.RuneError && n <= 1 {
			break
		}
		at.add([]byte(raw[:n]))
		raw = raw[n:]
	}
	return badByte("UTF-8", "UTF-8", &at)
}

// DecodePieces decodes text of any other encoding piece by piece; a piece holds whole
// characters and is valid until use returns.
func DecodePieces(raw string, cs charset, use func(piece []byte)) error {
	switch cs {
	case utf16LE, utf16BE:
		return decode16(raw, cs == utf16BE, use)
	case utf32LE, utf32BE:
		return decode32(raw, cs == utf32BE, use)
	}
	var at lines
	good := true
	err := transformed(raw, newCP932Decoder(), func(piece []byte) bool {
		if i := bytes.IndexRune(piece, utf8.RuneError); i >= 0 {
			at.add(piece[:i])
			good = false
			return false
		}
		at.add(piece)
		use(piece)
		return true
	})
	if err == nil && !good {
		err = badByte("Shift_JIS（CP932）", "CP932", &at)
	}
	return err
}

// pieceSize is the length of the pieces that text is decoded in.
const pieceSize = 32 << 10

// transformed decodes raw piece by piece until use says no. A byte that the encoding does not
// have becomes U+FFFD.
func transformed(raw string, decoder transform.Transformer, use func(piece []byte) bool) error {
	src, dst := make([]byte, 0, pieceSize), make([]byte, 3*pieceSize)
	for len(raw) > 0 || len(src) > 0 {
		n := copy(src[len(src):cap(src)], raw)
		src, raw = src[:len(src)+n], raw[n:]
		nDst, nSrc, err := decoder.Transform(dst, src, len(raw) == 0)
		if err != nil && !errors.Is(err, transform.ErrShortSrc) && !errors.Is(err, transform.ErrShortDst) {
			return err
		}
		if !use(dst[:nDst]) {
			return nil
		}
		if nDst == 0 && nSrc == 0 {
			return errors.New("decoding makes no progress")
		}
		src = src[:copy(src, src[nSrc:])]
	}
	return nil
}

// lines counts the line ends of text that is given piece by piece.
type lines struct{ feeds, returns int }

func (l *lines) add(piece []byte) {
	l.feeds += bytes.Count(piece, []byte("\n"))
	l.returns += bytes.Count(piece, []byte("\r"))
}

// next is the number of the line that follows the text.
func (l *lines) next() int {
	if l.feeds == 0 {
		return l.returns + 1
	}
	return l.feeds + 1
}

// badByte is the C308 of a byte that does not fit, after the text that was counted.
func badByte(ja, en string, before *lines) *grid.Fault {
	line := strconv.Itoa(before.next())
	return encodingFault("文字コード "+ja+" としては読めない文字が"+line+"行目にあります。",
		"Line "+line+" has a byte that "+en+" does not have.")
}
