package grid

import (
	"strings"
	"unicode/utf8"

	"pilot90/cohort/lang"
)

// An Arena keeps many short texts in few allocations. A kept text holds the block it is in.
type Arena struct {
	block strings.Builder
	kept  int64 // bytes of all texts kept so far
	Limit int64
}

// Unlimited is the limit of texts that nobody keeps, such as those of rows that are streamed.
const Unlimited = 1 << 62

const arenaBlock = 32 << 10

// keep returns b as a string.
func (a *Arena) keep(b []byte) (string, error) {
	if err := a.Count(len(b)); err != nil {
		return "", err
	}
	if len(b) > arenaBlock/8 {
		return string(b), nil
	}
	if a.block.Cap()-a.block.Len() < len(b) {
		a.block = strings.Builder{}
		a.block.Grow(arenaBlock)
	}
	start := a.block.Len()
	a.block.Write(b)
	return a.block.String()[start:], nil
}

// Count adds a text that is kept elsewhere.
func (a *Arena) Count(n int) error {
	if a.kept += int64(n); a.kept > a.Limit {
		return OverLimit("文字の合計（バイト）", "Text in bytes", a.Limit)
	}
	return nil
}

// LineEnds replaces CR LF and CR by LF, in place.
func LineEnds(b []byte) []byte {
	out := b[:0]
	for i, c := range b {
		switch {
		case c != '\r':
			out = append(out, c)
		case i+1 == len(b) || b[i+1] != '\n':
			out = append(out, '\n')
		}
	}
	return out
}

// KeepText keeps a text of at most so many characters.
func KeepText(texts *Arena, text []byte, most int) (string, error) {
	if len(text) > most && utf8.RuneCount(text) > most {
		return "", LongText(most)
	}
	return texts.keep(text)
}

// LongText is the C307 of a text of more characters than a cell may have.
func LongText(most int) *Fault {
	f := OverLimit("1つのセルの文字数", "The number of characters in one cell", int64(most))
	f.Fix = lang.Text{
		JA: "そのセルの文字を短くして（長い文章は別のファイルに移して）、保存し直してください。",
		EN: "Shorten the text of the cell (keep long texts in another file), and save it again.",
	}
	return f
}
