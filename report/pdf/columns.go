package pdf

import (
	"cmp"
	"slices"

	"pilot90/report/content"
)

// demand is what a column asks for: need keeps every word whole, want keeps every cell on
// one line.
type demand struct{ need, want float64 }

// unbroken asks for the columns of numbers that each cell stand on one line: "523,275 yen" is one thing to a reader.
func unbroken(columns []content.Column, asked []demand) []demand {
	out := slices.Clone(asked)
	for i, c := range columns {
		if c.Align == content.Right {
			out[i].need = max(out[i].need, out[i].want)
		}
	}
	return out
}

// wish is what a column's head and cells ask for in type of one point; it grows with the
// type, so that a table is measured once, whatever size it will be set in.
type wish struct{ head, cells demand }

// wishes measures every column of a table.
func (t *typesetter) wishes(b *content.Table) []wish {
	plain, strong := style{size: 1}, style{bold: true, size: 1}
	out := make([]wish, len(b.Columns))
	for i, column := range b.Columns {
		out[i].head = demand{t.longest(column.Head, strong), t.widest(column.Head, strong)}
		if w := &out[i].head; w.want > 6 {
			w.want = max(w.need, w.want/2, 6) // long heads are set in two lines
		}
	}
	for k, row := range b.Rows {
		st := plain
		if isTotal(b, k) {
			st = strong
		}
		for i, text := range row[:min(len(row), len(out))] {
			w := &out[i].cells
			w.need = max(w.need, t.longest(text, st))
			w.want = max(w.want, t.widest(text, st))
		}
	}
	return out
}

// demands returns what each column asks for in the given sizes, with extra points for what
// stands beside the text.
func demands(wishes []wish, size, head float64, extra func(i int) float64) []demand {
	out := make([]demand, len(wishes))
	for i, w := range wishes {
		out[i] = demand{
			need: max(w.head.need*head, w.cells.need*size) + extra(i),
			want: max(w.head.want*head, w.cells.want*size) + extra(i),
		}
	}
	return out
}

// columnWidths divides total points among the columns of a table. Columns given a width
// get it in proportion; the others get what their contents want, the modest ones first, so
// that one long text does not squeeze the numbers beside it.
func columnWidths(columns []content.Column, asked []demand, total float64) []float64 {
	given := slices.ContainsFunc(columns, func(c content.Column) bool { return c.Width > 0 })
	if given {
		return givenWidths(columns, asked, total)
	}
	return fairWidths(asked, total)
}

// givenWidths honours the plan's proportions; a column without one counts as an average one.
func givenWidths(columns []content.Column, demands []demand, total float64) []float64 {
	sum, n := 0.0, 0
	for _, c := range columns {
		if c.Width > 0 {
			sum += c.Width
			n++
		}
	}
	average := sum / float64(n)
	sum += float64(average * float64(len(columns)-n))
	out := make([]float64, len(columns))
	for i, c := range columns {
		w := c.Width
		if w <= 0 {
			w = average
		}
		out[i] = total * w / sum
	}
	return lendSpare(lendSlack(out, demands), demands)
}

// fairWidths gives each column what it wants as long as an equal share allows it, and the
// columns that want more share the rest in proportion.
func fairWidths(demands []demand, total float64) []float64 {
	order := make([]int, len(demands))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case demands[a].want < demands[b].want:
			return -1
		case demands[a].want > demands[b].want:
			return 1
		}
		return 0
	})
	out := make([]float64, len(demands))
	rest := total
	for k, i := range order {
		if demands[i].want <= rest/float64(len(order)-k) {
			out[i] = demands[i].want
			rest -= out[i]
			continue
		}
		shareRest(out, demands, order[k:], rest)
		return lendSlack(out, demands)
	}
	return stretch(out, total)
}

func shareRest(out []float64, demands []demand, columns []int, rest float64) {
	sum := 0.0
	for _, i := range columns {
		sum += demands[i].want
	}
	for _, i := range columns {
		out[i] = rest * demands[i].want / sum
	}
}

// stretch widens a narrow table towards the full measure, but no column beyond 1.9 times
// what it wants: a number far from its row's name is hard to follow.
func stretch(widths []float64, total float64) []float64 {
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	factor := min(1.9, total/sum)
	for i := range widths {
		widths[i] *= factor
	}
	return widths
}

// lendSpare gives what columns have beyond their longest line to those whose cells would wrap, the one that lacks least
// first, so that as many columns as can have every cell on one line.
func lendSpare(widths []float64, demands []demand) []float64 {
	lacking := make([]int, 0, len(widths))
	for i, w := range widths {
		if w < demands[i].want {
			lacking = append(lacking, i)
		}
	}
	slices.SortStableFunc(lacking, func(a, b int) int {
		return cmp.Compare(demands[a].want-widths[a], demands[b].want-widths[b])
	})
	for _, i := range lacking {
		spare := 0.0
		for k, w := range widths {
			spare += max(0, w-demands[k].want)
		}
		moved := min(demands[i].want-widths[i], spare)
		if moved <= 0 {
			break
		}
		for k, w := range widths {
			if over := w - demands[k].want; over > 0 {
				widths[k] -= moved * over / spare
			}
		}
		widths[i] += moved
	}
	return widths
}

// lendSlack takes width from columns that have more than they need for those with less.
func lendSlack(widths []float64, demands []demand) []float64 {
	lack, slack := 0.0, 0.0
	for i, w := range widths {
		lack += max(0, demands[i].need-w)
		slack += max(0, w-demands[i].need)
	}
	if lack == 0 || slack == 0 {
		return widths
	}
	moved := min(lack, slack)
	for i, w := range widths {
		switch need := demands[i].need; {
		case w < need:
			widths[i] += moved * (need - w) / lack
		case w > need:
			widths[i] -= moved * (w - need) / slack
		}
	}
	return widths
}
