package biff

import (
	"encoding/binary"

	"pilot90/cohort/sheet/grid"
)

// A continued reads the data of a record and of the CONTINUE records behind it from front to end.
type continued struct {
	*records
	data []byte // what is left of the record at hand
}

// follow goes on to the next CONTINUE record; there must be one.
func (c *continued) follow() error {
	ahead := *c.records
	rec, err := ahead.next()
	if err != nil {
		return err
	}
	if rec.kind != recContinue {
		return shortRecord()
	}
	*c.records, c.data = ahead, rec.data
	return nil
}

// take returns the next n bytes, which may lie in several records.
func (c *continued) take(n int) ([]byte, error) {
	if len(c.data) >= n {
		b := c.data[:n]
		c.data = c.data[n:]
		return b, nil
	}
	var b []byte
	for {
		m := min(n-len(b), len(c.data))
		b, c.data = append(b, c.data[:m]...), c.data[m:]
		if len(b) == n {
			return b, nil
		}
		if err := c.follow(); err != nil {
			return nil, err
		}
	}
}

func (c *continued) u16() (int, error) {
	b, err := c.take(2)
	if err != nil {
		return 0, err
	}
	return int(binary.LittleEndian.Uint16(b)), nil
}

func (c *continued) u32() (uint32, error) {
	b, err := c.take(4)
	if err != nil {
		return 0, err
	}
	return binary.LittleEndian.Uint32(b), nil
}

// skip passes over the next n bytes.
func (c *continued) skip(n int64) error {
	for n > int64(len(c.data)) {
		n -= int64(len(c.data))
		if err := c.follow(); err != nil {
			return err
		}
	}
	c.data = c.data[n:]
	return nil
}

// units appends the next n UTF-16 units of a text. They are stored in two bytes or, where wide is not set in the flags,
// in their lower one. A text that goes on in a CONTINUE record has new flags there.
func (c *continued) units(dst []uint16, n int, flags byte) ([]uint16, error) {
	for n > 0 {
		if len(c.data) == 0 {
			if err := c.follow(); err != nil {
				return dst, err
			}
			if len(c.data) > 0 {
				flags, c.data = c.data[0], c.data[1:]
			}
			continue
		}
		size := 1 + int(flags&wide)
		m := min(n, len(c.data)/size)
		if m == 0 {
			return dst, grid.Damaged("文字列の中の1文字が途中で切れています", "a character of a text is cut in two")
		}
		for i := range m {
			unit := uint16(c.data[i*size])
			if size == 2 {
				unit |= uint16(c.data[i*size+1]) << 8
			}
			dst = append(dst, unit)
		}
		n, c.data = n-m, c.data[m*size:]
	}
	return dst, nil
}
