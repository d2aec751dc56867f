package biff

import (
	"encoding/binary"
	"math"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// cellHead is the length of what each record of a cell begins with: its row, its column and its XF.
const cellHead = 6

// value reads the value of a record of one cell.
func (r *rowReader) value(rec record, s *style) (v cell.Value, err error) {
	switch rec.kind {
	case recLabelSST:
		return r.shared(rec, s)
	case recRK:
		if err := rec.need(cellHead + 4); err != nil {
			return v, err
		}
		return r.number(rk(rec.u32(cellHead)), s)
	case recNumber:
		if err := rec.need(cellHead + 8); err != nil {
			return v, err
		}
		return r.number(rec.number(cellHead), s)
	case recBoolErr:
		if err := rec.need(cellHead + 2); err != nil {
			return v, err
		}
		return boolOrError(rec.data[cellHead], rec.data[cellHead+1] != 0, s), nil
	case recFormula:
		return r.result(rec, s)
	}
	return r.label(rec, s)
}

// shared looks a string up; an index that does not exist is damage, not a blank.
func (r *rowReader) shared(rec record, s *style) (v cell.Value, err error) {
	if err := rec.need(cellHead + 4); err != nil {
		return v, err
	}
	i := rec.u32(cellHead)
	if int64(i) >= int64(len(r.book.strings)) {
		n := strconv.FormatUint(uint64(i), 10)
		return v, grid.Damaged("文字列の番号「"+n+"」に当たる文字列がありません", "no shared string "+n)
	}
	text := &r.book.strings[i]
	return textValue(text.text, text.runs, s), nil
}

// label reads a text that stands in the cell's own record.
func (r *rowReader) label(rec record, s *style) (cell.Value, error) {
	c := &continued{&r.in.records, rec.data[cellHead:]}
	v, err := r.text(c, s)
	if err != nil || rec.kind != recRString {
		return v, err
	}
	n, err := c.u16()
	if err != nil {
		return v, err
	}
	runs, err := r.texts.runs(c, n)
	v.Strike = s.strike(runs)
	return v, err
}

// text reads a text with its length in front.
func (r *rowReader) text(c *continued, s *style) (v cell.Value, err error) {
	n, err := c.u16()
	if err != nil {
		return v, err
	}
	raw, runs, err := r.texts.read(c, n)
	if err != nil {
		return v, err
	}
	text, err := grid.KeepText(r.arena, grid.LineEnds(raw), r.book.limits.TextLength)
	return textValue(text, runs, s), err
}

// textValue is a text with its runs; an empty one is a blank.
func textValue(text string, runs grid.Runs, s *style) cell.Value {
	if text == "" {
		return cell.Value{}
	}
	return cell.Value{Kind: cell.Text, Text: text, Strike: s.strike(runs)}
}

// number is a number in a style. What is no number, as a broken program may store it, is a text that a reader can name.
func (r *rowReader) number(f float64, s *style) (v cell.Value, err error) {
	v.Strike = s.strike(0)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		v.Kind, v.Text = cell.Text, strconv.FormatFloat(f, 'g', -1, 64)
		return v, nil
	}
	err = r.numbers.Show(nil, f, &s.number, &v)
	return v, err
}

// number reads the floating-point number at i, whose bytes must be there.
func (r record) number(i int) float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(r.data[i:]))
}

// rk reads a number packed into 32 bits ([MS-XLS] 2.5.217): the upper part of a float64 or 30 bits of a whole number,
// either of them perhaps in hundredths.
func rk(bits uint32) float64 {
	const hundredths, whole = 1, 2
	f := math.Float64frombits(uint64(bits&^3) << 32)
	if bits&whole != 0 {
		f = float64(int32(bits) >> 2)
	}
	if bits&hundredths != 0 {
		f /= 100
	}
	return f
}

// boolOrError is TRUE, FALSE or an error. A truth value that is neither stays a number's text.
func boolOrError(b byte, isError bool, s *style) cell.Value {
	v := cell.Value{Kind: cell.Bool, Strike: s.strike(0)}
	switch {
	case isError:
		v.Kind, v.Text = cell.ErrorValue, errorName(b)
	case b == 0:
		v.Text = "FALSE"
	case b == 1:
		v.Text, v.Number = "TRUE", 1
	default:
		v.Kind, v.Text = cell.Text, strconv.Itoa(int(b))
	}
	return v
}

// errorName returns how Excel shows an error ([MS-XLS] 2.5.10).
func errorName(code byte) string {
	switch code {
	case 0x00:
		return "#NULL!"
	case 0x07:
		return "#DIV/0!"
	case 0x0f:
		return "#VALUE!"
	case 0x17:
		return "#REF!"
	case 0x1d:
		return "#NAME?"
	case 0x24:
		return "#NUM!"
	case 0x2a:
		return "#N/A"
	case 0x2b:
		return "#GETTING_DATA"
	}
	return "#ERR" + strconv.Itoa(int(code)) + "!"
}
