package biff

import "encoding/binary"

// A typer goes through the tokens of a formula ([MS-XLS] 2.2.2), which are in postfix order, and keeps of each value
// on the stack only whether it is a text, whatever stands in the cells.
type typer struct {
	stack  []bool
	shared func(place uint32) bool // whether the formula that stands at a place for several cells gives a text
	lost   bool                    // the tokens are not understood
}

// givesText reports whether a formula can give nothing but a text. It does not when the tokens are not understood.
func givesText(tokens []byte, shared func(place uint32) bool) bool {
	t := typer{shared: shared}
	for len(tokens) > 0 && !t.lost {
		n := t.step(tokens)
		if n > len(tokens) {
			return false
		}
		tokens = tokens[n:]
	}
	return !t.lost && len(t.stack) == 1 && t.stack[0]
}

// operands are the lengths of tokens that put on the stack what need not be a text: constants and references. The
// upper bits of a token, which say how its value is used, are those of the first way here.
var operands = map[byte]int{
	0x16: 1, 0x1c: 2, 0x1d: 2, 0x1e: 3, 0x1f: 9, // an argument left out, an error, a truth value, numbers
	0x20: 8, 0x23: 5, 0x39: 7, // an array, names
	0x24: 5, 0x25: 9, 0x2a: 5, 0x2b: 9, 0x2c: 5, 0x2d: 9, // cells and ranges
	0x3a: 7, 0x3b: 11, 0x3c: 7, 0x3d: 11, // those of other sheets
}

// step takes one token and returns its length.
func (t *typer) step(b []byte) int {
	kind := b[0]
	if kind&0x60 != 0 {
		kind = kind&0x1f | 0x20
	}
	if n, ok := operands[kind]; ok {
		t.push(false)
		return n
	}
	switch {
	case kind == 0x08: // &
		t.apply(2, true)
	case 0x03 <= kind && kind <= 0x11: // arithmetic, comparisons, what joins references
		t.apply(2, false)
	case kind == 0x13, kind == 0x14: // minus and percent
		t.apply(1, false)
	case kind == 0x12, kind == 0x15: // plus and brackets change nothing
	default:
		return t.longStep(kind, b)
	}
	return 1
}

// longStep takes one of the tokens that have a length of their own.
func (t *typer) longStep(kind byte, b []byte) int {
	switch {
	case kind == 0x01 && len(b) >= 5: // the formula stands at another cell
		t.push(t.shared(binary.LittleEndian.Uint32(b[1:])))
		return 5
	case kind == 0x17 && len(b) >= 3: // a text
		t.push(true)
		return 3 + int(b[1])*(1+int(b[2]&wide))
	case kind == 0x19 && len(b) >= 4:
		return t.attribute(b)
	case kind == 0x21 && len(b) >= 3:
		function := binary.LittleEndian.Uint16(b[1:])
		n, ok := arguments[function]
		t.lost = !ok
		t.apply(n, textFunctions[function])
		return 3
	case kind == 0x22 && len(b) >= 4:
		t.call(binary.LittleEndian.Uint16(b[2:])&0x7fff, int(b[1]&0x7f))
		return 4
	}
	t.lost = true
	return 1
}

// attribute takes what stands between the tokens: a sum written short, the jumps of IF and CHOOSE, blanks.
func (t *typer) attribute(b []byte) int {
	const choose, sum = 0x04, 0x10
	switch {
	case b[1]&choose != 0:
		return 4 + 2*(int(binary.LittleEndian.Uint16(b[2:]))+1)
	case b[1]&sum != 0:
		t.apply(1, false)
	}
	return 4
}

// call takes a function that is told how many arguments it has. IF and CHOOSE give one of those behind the first.
func (t *typer) call(function uint16, n int) {
	const ifFunction, choose = 1, 100
	text := textFunctions[function]
	if first := len(t.stack) - n; (function == ifFunction || function == choose) && n > 2 && first >= 0 {
		text = true
		for _, branch := range t.stack[first+1:] {
			text = text && branch
		}
	}
	t.apply(n, text)
}

func (t *typer) push(text bool) { t.stack = append(t.stack, text) }

// apply puts one value in the place of n.
func (t *typer) apply(n int, text bool) {
	if n > len(t.stack) {
		t.lost = true
		return
	}
	t.stack = append(t.stack[:len(t.stack)-n], text)
}
