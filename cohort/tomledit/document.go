package tomledit

import (
	"cmp"
	"slices"
	"strconv"

	"pilot90/cohort/tomlplace"
)

// document is a text with the places of its pieces and what it means.
type document struct {
	text    string
	entries []tomlplace.Entry
	values  map[string]any
	holders []int // by entry, see around
}

// parse finds the pieces of a text that means the values.
func parse(text string, values map[string]any) *document {
	entries := tomlplace.Entries(text)
	return &document{text: text, entries: entries, values: values, holders: holdersOf(entries)}
}

// edit returns the text after an edit; false when there is no place for it.
func (d *document) edit(e Edit) (string, bool) {
	if len(e.Path) == 0 {
		return "", false
	}
	if e.Value == nil {
		return d.remove(e.Path)
	}
	_, written, ok := valueOf(e.Value)
	if !ok {
		return "", false
	}
	if _, isTable := e.Value.(Table); isTable {
		return d.table(e.Path)
	}
	if i := d.find(e.Path); i >= 0 {
		old := d.entries[i]
		return d.text[:old.Value] + written + d.text[old.To:], true
	}
	return d.insert(e.Path, written)
}

// find is the number of the pair or element at the path, -1 for none.
func (d *document) find(path []string) int {
	return slices.IndexFunc(d.entries, func(e tomlplace.Entry) bool {
		return e.Kind != tomlplace.Header && slices.Equal(e.Path, path)
	})
}

// header is the number of the header of the path, -1 for none.
func (d *document) header(path []string) int {
	return slices.IndexFunc(d.entries, func(e tomlplace.Entry) bool {
		return e.Kind == tomlplace.Header && slices.Equal(e.Path, path)
	})
}

// insert puts a key that is not there into its table.
func (d *document) insert(path []string, written string) (string, bool) {
	above, key := path[:len(path)-1], path[len(path)-1]
	line := keyText(key) + " = " + written
	if i := d.find(above); i >= 0 {
		return d.intoBraces(i, line)
	}
	if i := d.header(above); i >= 0 {
		at, indent := d.endOfTable(i)
		return d.addLine(at, indent+line), true
	}
	if len(above) == 0 {
		return d.intoRoot(line)
	}
	if i := d.lastDotted(above); i >= 0 {
		return d.besideDotted(i, path, written)
	}
	first := slices.IndexFunc(d.entries, func(e tomlplace.Entry) bool { return within(e.Path, above) })
	switch {
	case first >= 0: // [a.b] alone makes a
		at, eol := d.aboveHeader(first), d.lineEnd()
		head := "[" + d.keysText(above) + "]" + eol + line + eol + eol
		return d.text[:at] + head + d.text[at:], true
	case len(above) == 1:
		return d.addBlock(len(d.text), "["+keyText(above[0])+"]", line), true
	}
	return d.insert(above, "{ "+line+" }")
}

// intoBraces puts a pair into a table in braces, behind the last.
func (d *document) intoBraces(i int, pair string) (string, bool) {
	table := d.entries[i]
	if !table.Inline(d.text, '{') {
		return "", false
	}
	last := d.lastInside(i)
	if last < 0 {
		return d.text[:table.Value] + "{ " + pair + " }" + d.text[table.To:], true
	}
	return d.text[:last] + ", " + pair + d.text[last:], true
}

// lastInside is where the last piece inside a value ends, -1 for none.
func (d *document) lastInside(i int) int {
	end := -1
	for _, e := range d.entries[i+1:] {
		if e.From >= d.entries[i].To {
			break
		}
		end = max(end, e.To)
	}
	return end
}

// lastDotted is the last of the pairs that name the table in their keys alone (a.b = 1), -1 for none.
func (d *document) lastDotted(table []string) int {
	for i, e := range slices.Backward(d.entries) {
		if e.Kind == tomlplace.Pair && within(e.Path, table) && e.Table < len(table) && len(e.Path) > len(table) {
			return i
		}
	}
	return -1
}

// besideDotted puts a key behind one that names its table in the same way.
func (d *document) besideDotted(i int, path []string, written string) (string, bool) {
	e := d.entries[i]
	pair := d.keysText(path[e.Table:]) + " = " + written
	if around := d.around(i); around >= 0 {
		return d.text[:e.To] + ", " + pair + d.text[e.To:], true
	}
	return d.addLine(d.lineAfter(e.To), d.indent(e.From)+pair), true
}

// around is the number of the innermost value that holds the piece, -1 for none.
func (d *document) around(i int) int { return d.holders[i] }

// holdersOf are the numbers of the innermost values that hold the pieces.
func holdersOf(entries []tomlplace.Entry) []int {
	holders, open := make([]int, len(entries)), []int{}
	for i, e := range entries {
		for len(open) > 0 && entries[open[len(open)-1]].To <= e.From {
			open = open[:len(open)-1]
		}
		holders[i] = -1
		if len(open) > 0 {
			holders[i] = open[len(open)-1]
		}
		if e.Kind != tomlplace.Header {
			open = append(open, i)
		}
	}
	return holders
}

// endOfTable is where a line of the table of a header goes, and the space before it.
func (d *document) endOfTable(i int) (at int, indent string) {
	at, indent = d.lineAfter(d.entries[i].To), d.indent(d.entries[i].From)
	for j := i + 1; j < len(d.entries) && d.entries[j].Kind != tomlplace.Header; j++ {
		if e := d.entries[j]; d.around(j) < 0 {
			at, indent = d.lineAfter(e.To), d.indent(e.From)
		}
	}
	return at, indent
}

// intoRoot puts a pair before the first table.
func (d *document) intoRoot(line string) (string, bool) {
	at := -1
	for j, e := range d.entries {
		if e.Kind == tomlplace.Header {
			break
		}
		if d.around(j) < 0 {
			at = d.lineAfter(e.To)
		}
	}
	if at < 0 {
		return line + d.lineEnd() + d.text, true
	}
	return d.addLine(at, line), true
}

// table makes a new and empty table.
func (d *document) table(path []string) (string, bool) {
	above, key := path[:len(path)-1], path[len(path)-1]
	if there, ok := at(d.values, path); ok || there != nil {
		return "", false
	}
	list, isList := at(d.values, above)
	elements, isArray := list.([]any)
	switch {
	case isArray && key != strconv.Itoa(len(elements)):
		return "", false
	case isArray && d.find(above) >= 0:
		return d.intoBrackets(d.find(above))
	case isArray || !isList && key == "0" && len(above) > 0:
		if around := d.find(above[:len(above)-1]); around >= 0 && len(above) > 1 {
			return d.insert(above, "[{}]")
		}
		return d.addBlock(d.endOfBlock(above), "[["+d.keysText(above)+"]]"), true
	case d.find(above) >= 0:
		return d.insert(path, "{}")
	}
	return d.addBlock(d.endOfBlock(above), "["+d.keysText(path)+"]"), true
}

// intoBrackets puts an empty table behind the last element of an array in brackets.
func (d *document) intoBrackets(i int) (string, bool) {
	array := d.entries[i]
	if !array.Inline(d.text, '[') {
		return "", false
	}
	last := d.lastInside(i)
	if last < 0 {
		return d.text[:array.Value] + "[{}]" + d.text[array.To:], true
	}
	return d.text[:last] + ", {}" + d.text[last:], true
}

// endOfBlock is where a header goes that belongs to the table or array at the path: behind the last piece of it, or of
// the nearest table above it that is there.
func (d *document) endOfBlock(path []string) int {
	for ; len(path) > 0; path = path[:len(path)-1] {
		end := -1
		for j, e := range d.entries {
			if within(e.Path, path) && d.around(j) < 0 {
				end = d.lineAfter(cmp.Or(e.To, e.Value))
			}
		}
		if end >= 0 {
			return end
		}
	}
	return len(d.text)
}
