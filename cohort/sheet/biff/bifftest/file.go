// Package bifftest turns the grids of a book into an .xls, for tests that need one.
//
// The one idea: what package biff reads is written by hand, record by record, so that a test can say what stands in
// its file. It writes values, hidden sheets and rows, and merged ranges; of number formats only dates, times and zeros.
package bifftest

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// File returns the bytes of an .xls with the sheets of a book. A formula without a result becomes a text.
func File(book *grid.Book) []byte {
	head, end := Record(0x0809, uint16(0x0600), uint16(0x05), uint64(0x1fa9), uint32(0)), Record(0x000a)
	formats, styles := numberFormats(book)
	size := len(head) + len(formats) + len(end)
	for _, g := range book.Sheets {
		size += len(listed(g, 0))
	}
	var list, sheets string
	for _, g := range book.Sheets {
		list += listed(g, size+len(sheets))
		sheets += Record(0x0809, uint16(0x0600), uint16(0x10), uint64(0x1fa9), uint32(0)) + records(g, styles) + end
	}
	return Container([]byte(head + formats + list + end + sheets))
}

// Fields writes values one after the other in their own widths; texts as they are.
func Fields(values ...any) string {
	var b []byte
	for _, v := range values {
		if s, ok := v.(string); ok {
			b = append(b, s...)
			continue
		}
		var err error
		if b, err = binary.Append(b, binary.LittleEndian, v); err != nil {
			panic(err) // an int, which has no width
		}
	}
	return string(b)
}

// Record writes a record.
func Record(kind uint16, values ...any) string {
	data := Fields(values...)
	return Fields(kind, uint16(len(data))) + data
}

// Units are the UTF-16 units of a text.
func Units(s string) string { return Fields(utf16.Encode([]rune(s))) }

func listed(g *grid.Grid, at int) string {
	hidden := byte(0)
	if g.Hidden {
		hidden = 1
	}
	return Record(0x0085, uint32(at), hidden, byte(0), byte(len(Units(g.Sheet))/2), byte(1), Units(g.Sheet))
}

// numberFormats writes the formats that the numbers of a book need, and returns the style of each.
func numberFormats(book *grid.Book) (records string, styles map[string]uint16) {
	codes := []string{"General"}
	for _, g := range book.Sheets {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				if code := codeOf(c.Value); !slices.Contains(codes, code) {
					codes = append(codes, code)
				}
			}
		}
	}
	styles = map[string]uint16{}
	for i, code := range codes {
		records += Record(0x041e, uint16(164+i), uint16(len(code)), byte(0), code)
		styles[code] = uint16(i)
	}
	for i := range codes {
		records += Record(0x00e0, uint16(0), uint16(164+i), uint64(0), uint64(0))
	}
	return records, styles
}

// codeOf returns the code of a format under which a number has its text.
func codeOf(v cell.Value) string {
	switch {
	case v.Kind != cell.Number:
		return "General"
	case v.Format == cell.Date:
		return "yyyy/m/d h:mm"
	case v.Format == cell.Time:
		return "[h]:mm"
	case len(v.Text) > 1 && v.Text[0] == '0' && v.Text[1] != '.':
		return fmt.Sprintf("%0*d", len(v.Text), 0)
	}
	return "General"
}

// records writes what stands in a sheet.
func records(g *grid.Grid, styles map[string]uint16) (records string) {
	for _, r := range g.Rows {
		if r.Hidden {
			records += Record(0x0208, uint16(r.Number-1), uint64(0), uint16(0), uint32(0x20))
		}
		for _, c := range r.Cells {
			head := Fields(uint16(r.Number-1), uint16(c.Col-1), styles[codeOf(c.Value)])
			records += value(head, c.Value)
		}
	}
	for _, m := range g.Merges {
		records += Record(0x00e5, uint16(1), uint16(m.FromRow-1), uint16(m.ToRow-1), uint16(m.FromCol-1), uint16(m.ToCol-1))
	}
	return records
}

// errorCodes are those of the errors that a ledger has.
var errorCodes = map[string]byte{
	"#DIV/0!": 0x07, "#VALUE!": 0x0f, "#REF!": 0x17, "#NAME?": 0x1d, "#NUM!": 0x24, "#N/A": 0x2a,
}

func value(head string, v cell.Value) string {
	switch v.Kind {
	case cell.Number:
		return Record(0x0203, head, v.Number)
	case cell.Bool:
		return Record(0x0205, head, byte(v.Number), byte(0))
	case cell.ErrorValue:
		return Record(0x0205, head, errorCodes[v.Text], byte(1))
	}
	return text(head, Units(v.Text))
}

// text writes a cell with a text, in as many records as it needs.
func text(head, units string) string {
	const most = 8000
	n := min(len(units), most)
	records := Record(0x0204, head, uint16(len(units)/2), byte(1), units[:n])
	for units = units[n:]; units != ""; units = units[n:] {
		n = min(len(units), most)
		records += Record(0x003c, byte(1), units[:n])
	}
	return records
}
