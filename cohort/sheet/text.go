package sheet

import (
	"strings"
	"unicode/utf8"

	"pilot90/cohort/finding"
)

// An arena keeps many short texts in few allocations. A kept text holds the block it is in.
type arena struct {
	block strings.Builder
	kept  int64 // bytes of all texts kept so far
	limit int64
}

// unlimited is the limit of texts that nobody keeps, such as those of rows that are streamed.
const unlimited = 1 << 62

const arenaBlock = 32 << 10

// keep returns b as a string.
func (a *arena) keep(b []byte) (string, error) {
	if err := a.count(len(b)); err != nil {
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

// count adds a text that is kept elsewhere.
func (a *arena) count(n int) error {
	if a.kept += int64(n); a.kept > a.limit {
		return overLimit("文字の合計（バイト）", "Text in bytes", a.limit)
	}
	return nil
}

// lineEnds replaces CR LF and CR by LF, in place.
func lineEnds(b []byte) []byte {
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

// keepText keeps a text of at most so many characters.
func keepText(texts *arena, text []byte, most int) (string, error) {
	if len(text) > most && utf8.RuneCount(text) > most {
		return "", longText(most)
	}
	return texts.keep(text)
}

func longText(most int) *Fault {
	f := overLimit("1つのセルの文字数", "The number of characters in one cell", int64(most))
	f.Fix = finding.Text{
		JA: "そのセルの文字を短くして（長い文章は別のファイルに移して）、保存し直してください。",
		EN: "Shorten the text of the cell (keep long texts in another file), and save it again.",
	}
	return f
}
