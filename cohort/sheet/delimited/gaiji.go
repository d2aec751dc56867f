package delimited

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/transform"
)

// A cp932Decoder decodes CP932 as Windows does: with the characters that offices made for
// themselves (gaiji, for names), which stand in the rows F0 to F9 and are U+E000 to U+E757. The
// library knows all but these.
type cp932Decoder struct{ transform.Transformer }

func newCP932Decoder() cp932Decoder { return cp932Decoder{japanese.ShiftJIS.NewDecoder()} }

// Transform decodes in turn what the library knows and the characters it does not.
func (d cp932Decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		end := nSrc + beforeGaiji(src[nSrc:])
		if end > nSrc {
			w, r, err := d.Transformer.Transform(dst[nDst:], src[nSrc:end], atEOF || end < len(src))
			nDst, nSrc = nDst+w, nSrc+r
			if err != nil {
				return nDst, nSrc, err
			}
			continue
		}
		switch {
		case end+1 == len(src) && !atEOF:
			return nDst, nSrc, transform.ErrShortSrc
		case len(dst)-nDst < utf8.UTFMax:
			return nDst, nSrc, transform.ErrShortDst
		}
		r, n := gaiji(src[nSrc:])
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += n
	}
	return nDst, nSrc, nil
}

// beforeGaiji returns the length of the text before the first such character.
func beforeGaiji(b []byte) int {
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case isGaijiLead(c):
			return i
		case 0x81 <= c && c < 0xa0, c >= 0xe0:
			i++ // the second byte
		}
	}
	return len(b)
}

func isGaijiLead(c byte) bool { return 0xf0 <= c && c <= 0xf9 }

// gaiji reads the character at the front; one that is not complete becomes U+FFFD.
func gaiji(b []byte) (r rune, n int) {
	if len(b) < 2 || b[1] < 0x40 || b[1] == 0x7f || b[1] > 0xfc {
		return utf8.RuneError, 1
	}
	trail := rune(b[1]) - 0x40
	if b[1] > 0x7f {
		trail--
	}
	return 0xe000 + rune(b[0]-0xf0)*188 + trail, 2
}
