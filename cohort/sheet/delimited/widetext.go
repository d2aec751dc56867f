package delimited

import (
	"unicode/utf16"
	"unicode/utf8"

	"pilot90/cohort/sheet/grid"
)

// A pieceWriter gathers runes to pieces.
type pieceWriter struct {
	piece []byte
	at    lines
	use   func(piece []byte)
}

func newPieceWriter(use func(piece []byte)) *pieceWriter {
	return &pieceWriter{piece: make([]byte, 0, pieceSize), use: use}
}

func (w *pieceWriter) add(r rune) {
	if w.piece = utf8.AppendRune(w.piece, r); len(w.piece) > pieceSize-utf8.UTFMax {
		w.flush()
	}
}

func (w *pieceWriter) flush() {
	w.at.add(w.piece)
	w.use(w.piece)
	w.piece = w.piece[:0]
}

// decode16 reads UTF-16; half a surrogate pair is a Fault.
func decode16(raw string, big bool, use func(piece []byte)) error {
	w := newPieceWriter(use)
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
				w.flush()
				return badByte("UTF-16", "UTF-16", &w.at)
			}
		}
		w.add(r)
	}
	w.flush()
	if len(raw)%2 != 0 {
		return grid.CutOff("ファイル", "The file")
	}
	return nil
}

// decode32 reads UTF-32.
func decode32(raw string, big bool, use func(piece []byte)) error {
	if len(raw)%4 != 0 {
		return grid.CutOff("ファイル", "The file")
	}
	w := newPieceWriter(use)
	for i := 0; i < len(raw); i += 4 {
		r := rune(raw[i+3])<<24 | rune(raw[i+2])<<16 | rune(raw[i+1])<<8 | rune(raw[i])
		if big {
			r = rune(raw[i])<<24 | rune(raw[i+1])<<16 | rune(raw[i+2])<<8 | rune(raw[i+3])
		}
		if !utf8.ValidRune(r) {
			w.flush()
			return badByte("UTF-32", "UTF-32", &w.at)
		}
		w.add(r)
	}
	w.flush()
	return nil
}
