// Package cell turns what stands in one spreadsheet cell into a date, a month, a time of day, a
// number, hours, a yes/no, an id, a name, a choice or a list, and a note beside a heading into a unit.
//
// The one idea: every reader is a pure function of one Value; it returns the parsed value, a
// Note when the text had to be normalised (era converted, full-width folded, unit dropped) and
// a Fault when the text cannot be read. Nothing is guessed: a Fault says what was expected and
// how to write it. The package knows no sheet, no column and no record.
package cell

// Kind is what a file stores in a cell.
type Kind uint8

// A Blank cell holds nothing. An ErrorValue is one of Excel's, such as #N/A (its text is in
// Text). Uncomputed is a formula whose file holds no result.
const (
	Blank Kind = iota
	Text
	Number
	Bool
	ErrorValue
	Uncomputed
)

// Format is what the cell's number format makes of a number.
type Format uint8

// Date formats show a serial as a day (with or without time), Time as a clock time or an
// elapsed time ([h]:mm), Plain anything else.
const (
	Plain Format = iota
	Date
	Time
)

// Strike is what a strikethrough line crosses out. Text holds what is crossed out too.
type Strike uint8

// Not nothing, Partly a part of the text, Wholly all that stands in the cell.
const (
	NotStruck Strike = iota
	PartlyStruck
	WhollyStruck
)

// Value is one cell as its file holds it.
type Value struct {
	Kind      Kind
	Format    Format
	Strike    Strike
	Epoch1904 bool // serials count from 1904-01-01
	// Text is the text as typed. For a number it is what a reader of the sheet sees as far as
	// that matters: the shortest decimal form, or the zero-padded form under a format of zeros
	// ("0012"), or the ISO form of a date serial or time.
	Text   string
	Number float64 // for Number (and 1/0 for Bool): the stored number; a date is its serial
}
