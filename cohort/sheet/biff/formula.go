package biff

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// formulaHead is the length of a formula's record up to the formula itself: the result is behind cellHead.
const formulaHead = cellHead + 8

// The kinds of results that are no number; the two last bytes of these are 0xffff.
const (
	textResult  = 0
	boolResult  = 1
	errorResult = 2
	emptyResult = 3 // the text ""
)

// resultKind returns the kind of a result that is no number.
func resultKind(rec record) (kind byte, ok bool) {
	if len(rec.data) < formulaHead || rec.u16(formulaHead-2) != 0xffff {
		return 0, false
	}
	return rec.data[cellHead], true
}

// hasText reports whether the result is a text, which stands in a record of its own.
func hasText(rec record) bool {
	kind, ok := resultKind(rec)
	return ok && kind == textResult
}

// result reads what a formula holds as its result.
func (r *rowReader) result(rec record, s *style) (v cell.Value, err error) {
	if err := rec.need(formulaHead); err != nil {
		return v, err
	}
	kind, ok := resultKind(rec)
	switch {
	case r.withoutResult(rec):
		return r.uncomputed(s), nil
	case !ok:
		return r.number(rec.number(cellHead), s)
	case kind == boolResult, kind == errorResult:
		return boolOrError(rec.data[cellHead+2], kind == errorResult, s), nil
	case kind == emptyResult:
		return v, nil
	}
	return v, grid.Damaged("数式の結果の種類がわかりません", "unknown kind of a formula's result")
}

// addResult reads the text of the formula that waits for it.
func (r *rowReader) addResult(rec record) error {
	if r.waiting.col == 0 {
		return nil
	}
	w := r.waiting
	r.waiting = waiting{}
	v, err := r.text(&continued{&r.in.records, rec.data}, w.style)
	return r.add(w.col, v, err)
}

// settle keeps a formula whose text did not come as one without a result.
func (r *rowReader) settle() {
	if w := r.waiting; w.col > 0 {
		r.waiting = waiting{}
		r.put(w.col, r.uncomputed(w.style))
	}
}

// uncomputed is a formula without a result. The formula itself, which the file holds in a form for the computer, is
// not read.
func (r *rowReader) uncomputed(s *style) cell.Value {
	return cell.Value{Kind: cell.Uncomputed, Text: "=…", Epoch1904: r.book.epoch1904, Strike: s.strike(0)}
}
