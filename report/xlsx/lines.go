package xlsx

import "pilot90/kpi"

// mostLines is how many lines 根拠 holds. A spreadsheet takes 1,048,576, but becomes too slow to
// use long before; a figure that no longer fits is listed without its rows and says so.
const mostLines = 300_000

// span is the lines of one figure in 根拠: From is the first sheet row, N how many there are.
type span struct {
	from, n int
	left    bool // there are rows, but no room for them
	above   bool // the rows add up to the numerator (of a figure without one: to the value)
	below   bool // the rows add up to the denominator
}

// lines is what 根拠 will hold, worked out before 指標 refers to it.
type lines struct {
	spans  map[string]span
	shares map[string][]share
	last   int // the last sheet row
}

// linesOf lays the rows of the figures out, one line for each cell that was used.
func linesOf(figures []kpi.Figure) lines {
	l := lines{spans: map[string]span{}, shares: map[string][]share{}, last: 1}
	for i := range figures {
		f := &figures[i]
		n := 0
		rows := f.Evidence()
		for _, u := range rows {
			n += max(1, len(u.Columns))
		}
		s := span{from: l.last + 1, n: n}
		if l.last+n > mostLines {
			l.spans[f.ID] = span{left: n > 0}
			continue
		}
		shares := contributions(f, rows)
		for _, sh := range shares {
			s.above = s.above || sh.above != nil
			s.below = s.below || sh.below != nil
		}
		l.spans[f.ID], l.shares[f.ID] = s, shares
		l.last += n
	}
	return l
}
