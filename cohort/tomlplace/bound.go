package tomlplace

import (
	"github.com/BurntSushi/toml"

	"pilot90/cohort/lang"
)

// What a document may be at most before a decoder sees it: its memory grows with the square of the parts of a key and
// its stack with the depth. Documents of people's are far below.
const (
	MostBytes = 1 << 20
	mostParts = 32 // of one key: a.b.c has 3
	mostDepth = 32 // brackets in brackets
)

// TooMuch is why a document is not decoded at all, and where that begins.
type TooMuch struct {
	Position
	Why lang.Text
}

func (e *TooMuch) Error() string { return e.Why.EN }

// Decode decodes a document that is within bounds; the error is a *TooMuch, or the decoder's.
func Decode(doc string, into any) error {
	if err := bounded(doc); err != nil {
		return err
	}
	_, err := toml.Decode(doc, into)
	return err
}

// bounded returns a *TooMuch for a document that is larger or deeper than a decoder should be given, else nil.
func bounded(doc string) error {
	if len(doc) > MostBytes {
		return &TooMuch{Position{1, 1}, lang.Say("ファイルが大きすぎます（1 MB まで）", "the file is larger than 1 MB")}
	}
	s := &scan{text: doc, line: 1}
	parts, depth, line := 1, 0, 1
	for s.space(); s.at < len(s.text); s.space() {
		if s.line > line && depth <= 0 {
			parts, depth = 1, 0
		}
		line = s.line
		switch s.text[s.at] {
		case '"', '\'':
			s.quoted()
		case '.':
			parts++
			s.at++
		case '[', '{':
			parts = 1
			depth++
			s.at++
		case ']', '}':
			depth--
			s.at++
		case '=', ',':
			parts = 1
			s.at++
		default:
			s.at++
		}
		if parts > mostParts || depth > mostDepth {
			return &TooMuch{Position{line, 1}, lang.Say("入れ子が深すぎます", "it is nested too deeply")}
		}
	}
	return nil
}
