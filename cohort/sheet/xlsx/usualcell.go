package xlsx

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// A usualCell is a <c> in the very form that Excel and most libraries give a shared string, a
// number or a blank: <c r="E17" s="3" t="s"><v>12</v></c>.
type usualCell struct {
	col      int
	style    int
	shared   bool
	digits   int64  // of the value, without its point
	decimals int    // how many of them stand after the point
	text     []byte // the value; empty for a blank
}

// longestUsual is more than any usual cell has: 3 letters and 7 digits of its address, 5 digits
// of its style, 15 characters of its value.
const longestUsual = 80

// usualCells reads the cells at the front of the buffer that have the usual form and stand
// right of column last, as far as they go, and returns the column of the last one. It looks at
// no token, which is what makes it fast; what it accepts is well-formed, and anything else is
// left to plainCell and next.
func (p *parser) usualCells(last int) (int, error) {
	front, _ := p.part.Front()
	b, given := front, 0
	row := p.rowDigits()
	var c usualCell
	var err error
	for len(b) >= longestUsual && err == nil {
		n := c.read(b[:longestUsual], row)
		if n == 0 || c.col <= last || c.col > p.book.pack.Limits.Columns || c.shared &&
			c.digits >= int64(len(p.book.strings)) {
			break
		}
		b, last = b[n:], c.col
		if given += 2; len(c.text) > 0 { // start and end of c; those of v, and the text
			given += 3
			err = p.addUsual(&c)
		}
	}
	if given > 0 {
		p.part.Pass(len(front)-len(b), given)
	}
	return last, err
}

// rowDigits is the number of the row as its cells write it.
func (p *parser) rowDigits() []byte {
	if p.digitsOf != p.row {
		p.digitsOf, p.digits = p.row, appendIndex(p.digits[:0], p.row)
	}
	return p.digits
}

// read reads the cell at the front of b, which has longestUsual bytes, and returns its length,
// 0 when it is not of the usual form.
func (c *usualCell) read(b, row []byte) int {
	if string(b[:6]) != `<c r="` {
		return 0
	}
	i := c.column(b)
	if end := i + len(row); string(b[i:end]) != string(row) || b[end] != '"' {
		return 0
	} else {
		i = end + 1
	}
	c.style, c.shared, c.text = 0, false, nil
	if string(b[i:i+4]) == ` s="` {
		n, end := smallNumber(b, i+4)
		if end == i+4 || b[end] != '"' {
			return 0
		}
		c.style, i = n, end+1
	}
	if string(b[i:i+4]) == ` t="` {
		if c.shared = b[i+4] == 's'; !c.shared && b[i+4] != 'n' || b[i+5] != '"' {
			return 0
		}
		i += len(` t="s"`)
	}
	switch {
	case string(b[i:i+2]) == "/>":
		return i + 2
	case string(b[i:i+4]) != "><v>":
		return 0
	}
	end := c.value(b, i+4)
	if end == 0 || string(b[end:end+8]) != "</v></c>" {
		return 0
	}
	return end + 8
}

// column reads the letters of the address and returns where they end; no letters give column 0.
func (c *usualCell) column(b []byte) (end int) {
	c.col = 0
	for end = 6; end < 9; end++ {
		letter := b[end] - 'A'
		if letter > 25 {
			break
		}
		c.col = c.col*26 + int(letter) + 1
	}
	return end
}

// smallNumber reads up to five digits at b[i:].
func smallNumber(b []byte, i int) (n, end int) {
	for end = i; end < i+5; end++ {
		d := b[end] - '0'
		if d > 9 {
			break
		}
		n = n*10 + int(d)
	}
	return n, end
}

// value reads digits with at most one point between them, in the shortest form of their number,
// and returns where they end; 0 for anything else.
func (c *usualCell) value(b []byte, start int) (end int) {
	const longest = 15
	n, point := int64(0), -1
	for end = start; end < start+longest; end++ {
		d := b[end] - '0'
		if d <= 9 {
			n = n*10 + int64(d)
			continue
		}
		if b[end] != '.' || point >= 0 {
			break
		}
		point = end
	}
	c.digits, c.decimals, c.text = n, 0, b[start:end]
	if point >= 0 {
		c.decimals = end - point - 1
	}
	switch {
	case end == start || point == start || b[start] == '0' && end > start+1 && point != start+1:
		return 0
	case point >= 0 && (c.shared || c.decimals == 0 || b[end-1] == '0'):
		return 0
	}
	return end
}

// addUsual keeps the cell. Its fields are written where they stay: a value made elsewhere and
// copied costs more than all the rest.
func (p *parser) addUsual(c *usualCell) (err error) {
	style := p.book.style(c.style)
	if c.shared {
		if text := p.book.strings[c.digits]; text != "" {
			v := p.newCell(c.col)
			v.Kind, v.Format, v.Text, v.Number, v.Epoch1904 = cell.Text, cell.Plain, text, 0, false
			v.Strike = p.book.runsOf(int(c.digits)).Strike(style.Struck)
		}
		return nil
	}
	v := p.newCell(c.col)
	v.Kind, v.Format, v.Text, v.Number, v.Epoch1904 = cell.Number, style.Format, "", float64(c.digits), p.book.epoch1904
	v.Strike = grid.Runs(0).Strike(style.Struck)
	if c.decimals > 0 {
		v.Number /= grid.Pow10[c.decimals] // exact, as in grid.ParseShort
	}
	switch {
	case style.Plain:
		v.Text, err = p.Keep(c.text)
	case style.Format == cell.Date && c.decimals == 0:
		v.Text, err = p.DayText(int(c.digits))
	default:
		err = p.Styled(c.text, v, style)
	}
	return p.inCell(err, c.col)
}

// newCell adds a cell whose value the caller sets; what it holds until then is of a row before.
func (p *parser) newCell(col int) *cell.Value {
	n := len(p.cells)
	if n == cap(p.cells) {
		p.cells = append(p.cells, grid.Cell{})
	}
	p.cells = p.cells[:n+1]
	p.cells[n].Col = col
	return &p.cells[n].Value
}
