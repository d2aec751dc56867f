package biff

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"pilot90/cohort/sheet/grid"
)

// The flags of a text ([MS-XLS] 2.5.293).
const (
	wide     = 0x01 // units of two bytes
	furigana = 0x04 // the text is followed by its reading, which is never part of it
	rich     = 0x08 // the text is followed by the fonts of its runs
)

// A run is where a font begins in a text, in UTF-16 units.
type run struct{ start, font int }

// A textReader reads texts; what it returns is overwritten by the next.
type textReader struct {
	fonts fonts
	units []uint16
	utf8  []byte
}

// read reads a text of n units that begins with its flags, and says which runs it has; a text all in the format of
// its cell has none.
func (t *textReader) read(c *continued, n int) (text []byte, runs grid.Runs, err error) {
	flags, err := c.take(1)
	if err != nil {
		return nil, 0, err
	}
	flag, count, reading := flags[0], 0, uint32(0)
	if flag&rich != 0 {
		if count, err = c.u16(); err != nil {
			return nil, 0, err
		}
	}
	if flag&furigana != 0 {
		if reading, err = c.u32(); err != nil {
			return nil, 0, err
		}
	}
	if t.units, err = c.units(t.units[:0], n, flag); err != nil {
		return nil, 0, err
	}
	if runs, err = t.runs(c, count); err != nil {
		return nil, 0, err
	}
	t.utf8 = appendUTF16(t.utf8[:0], t.units)
	return t.utf8, runs, c.skip(int64(reading))
}

// runs reads so many runs of the text just read.
func (t *textReader) runs(c *continued, count int) (all grid.Runs, err error) {
	last := run{0, -1}
	for range count {
		b, err := c.take(4)
		if err != nil {
			return 0, err
		}
		next := run{int(binary.LittleEndian.Uint16(b)), int(binary.LittleEndian.Uint16(b[2:]))}
		next.start = max(next.start, last.start) // one that goes back would make work without end
		all |= t.runOf(last, next.start)
		last = next
	}
	if count == 0 {
		return 0, nil
	}
	return all | t.runOf(last, len(t.units)), nil
}

// runOf says how a run up to a unit is formatted; one of white space only shows no line. What stands before the first
// run has the format of the cell.
func (t *textReader) runOf(r run, end int) grid.Runs {
	end = min(end, len(t.units))
	if r.start >= end {
		return 0
	}
	t.utf8 = appendUTF16(t.utf8[:0], t.units[r.start:end])
	switch {
	case len(bytes.TrimSpace(t.utf8)) == 0:
		return 0
	case r.font < 0:
		return grid.OwnRun
	case t.fonts.struck(r.font):
		return grid.StruckRun
	}
	return grid.PlainRun
}

// appendUTF16 appends units as UTF-8; half a surrogate pair becomes U+FFFD.
func appendUTF16(dst []byte, units []uint16) []byte {
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) && i+1 < len(units) {
			if pair := utf16.DecodeRune(r, rune(units[i+1])); pair != utf8.RuneError {
				r = pair
				i++
			}
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}
