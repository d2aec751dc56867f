package biff

import "math"

// results says whether the formulas of a workbook have results. Libraries keep formulas that they cannot compute, and
// write 0 or an empty text in the place of each result.
type results struct {
	engine bool // the engine that computed last is named
	any    bool // a formula holds more than 0 or an empty text
}

// add looks at the result of a formula.
func (r *results) add(rec record) { r.any = r.any || !isNothing(rec) }

// isNothing reports a result of 0 or an empty text.
func isNothing(rec record) bool {
	if kind, ok := resultKind(rec); ok {
		return kind == emptyResult
	}
	return math.Float64bits(rec.number(cellHead)) == 0
}

// withoutResult reports a formula that holds something in the place of its result only. LibreOffice, too, writes 0 for
// a text that came with its formula from another file and that it did not compute itself.
func (r *rowReader) withoutResult(rec record) bool {
	if !isNothing(rec) {
		return false
	}
	if !r.book.results.engine && !r.book.results.any {
		return true
	}
	_, empty := resultKind(rec)
	return !empty && givesText(formulaTokens(rec, formulaLength), r.beside.formulas.givesText)
}

// Where the length of a formula stands in its record, in that of a formula of several cells and in that of an array;
// the formula is behind it.
const (
	formulaLength = 20
	sharedLength  = 8
	arrayLength   = 12
)

// formulaTokens returns the formula whose length stands at a place; nil when the record does not hold it whole.
func formulaTokens(rec record, at int) []byte {
	if len(rec.data) < at+2 || len(rec.data) < at+2+rec.u16(at) {
		return nil
	}
	return rec.data[at+2 : at+2+rec.u16(at)]
}

// sharedFormulas are the formulas that stand at one cell for several.
type sharedFormulas struct {
	last uint32          // row and column of the formula before
	text map[uint32]bool // those that give a text, by row and column
}

// add keeps a formula, which stands behind the first of its cells.
func (s *sharedFormulas) add(rec record) {
	at := sharedLength
	if rec.kind == recArray {
		at = arrayLength
	}
	if !givesText(formulaTokens(rec, at), func(uint32) bool { return false }) {
		return
	}
	if s.text == nil {
		s.text = map[uint32]bool{}
	}
	s.text[s.last] = true
}

func (s *sharedFormulas) givesText(place uint32) bool { return s.text[place] }
