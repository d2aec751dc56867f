package finding

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// fewest is the smallest number of neighbouring cells whose findings are folded although they
// say different things; two different faults are both worth a line.
const fewest = 3

// manySame is the largest number of cells with the same value and fault, rows apart, of which
// each is worth a line.
const manySame = 3

// mostNamed is how many cells a message names.
const mostNamed = 10

// column is what findings must share to be like findings down one column.
type column struct {
	code           string
	severity       Severity
	file, sheet    string
	fromCol, toCol int
}

// Fold returns the findings sorted, with like findings down one column folded into one that
// has their range and Count ("D9:D22 の14か所"). Errors and warnings fold when they have one fix
// and, unless they are faults of a cell by itself, one message or value: over neighbouring rows, so that every cell of
// the range is meant, or
// where more than three cells of the column hold the same value. Three or more with the same
// Cause fold wherever they are, so that the one cell to mend is seen. What does not fill its range
// names all its cells in Related. Infos fold down the whole column. The folded ones are kept as
// Parts. Folding twice changes nothing.
func Fold(fs []Finding) []Finding {
	fs = Unfold(fs)
	Sort(fs)
	var folded []Finding
	for _, group := range byColumn(fs) {
		if len(group) == 1 {
			folded = append(folded, group...)
			continue
		}
		caused, rest := byCause(group)
		valued, rest := byValue(rest)
		for _, run := range slices.Concat(caused, valued, runs(rest)) {
			folded = append(folded, foldRun(run)...)
		}
	}
	Sort(folded)
	return folded
}

// byColumn groups the findings that are alike down one column, in the order of the first of each group. One that is
// about no cells, or never folded, stands by itself.
func byColumn(fs []Finding) [][]Finding {
	of := make([]int, len(fs)) // the group of each
	known := map[column]int{}
	var sizes []int
	for i, f := range fs {
		a := f.area()
		k := column{f.Code, f.Severity, f.File, f.Sheet, a.fromCol, a.toCol}
		group, begun := known[k]
		if alone := a == (area{}) || f.Single; alone || !begun {
			group = len(sizes)
			sizes = append(sizes, 0)
			if !alone {
				known[k] = group
			}
		}
		of[i] = group
		sizes[group]++
	}
	groups := make([][]Finding, len(sizes))
	for i, f := range fs {
		if groups[of[i]] == nil {
			groups[of[i]] = make([]Finding, 0, sizes[of[i]])
		}
		groups[of[i]] = append(groups[of[i]], f)
	}
	return groups
}

// byCause takes the findings apart that have a cause in common with others, one list a cause.
func byCause(fs []Finding) (caused [][]Finding, rest []Finding) {
	type cause struct {
		place Place
		fix   lang.Text
	}
	return gather(fs, fewest, func(f Finding) (cause, bool) {
		return cause{f.Cause, f.Fix}, f.Cause != Place{} && f.Cells() == 1
	})
}

// byValue takes the errors and warnings apart that are of one and the same value down the column,
// where there are more than manySame.
func byValue(fs []Finding) (valued [][]Finding, rest []Finding) {
	type fault struct {
		value string
		fix   lang.Text
	}
	return gather(fs, manySame+1, func(f Finding) (fault, bool) {
		return fault{f.Value, f.Fix}, f.Value != "" && f.Severity != Info && f.Cells() == 1
	})
}

// gather takes the findings apart of which at least so many have one key, in one list a key.
func gather[K comparable](fs []Finding, least int, key func(Finding) (K, bool)) (lists [][]Finding, rest []Finding) {
	count := map[K]int{}
	for _, f := range fs {
		if k, ok := key(f); ok {
			count[k]++
		}
	}
	few := true
	for _, n := range count {
		few = few && n < least
	}
	if few { // nothing is taken apart, nothing is copied: there may be a fault in every row of a ledger
		return nil, fs
	}
	at := map[K]int{}
	for _, f := range fs {
		k, ok := key(f)
		i, begun := at[k]
		switch {
		case !ok || count[k] < least:
			rest = append(rest, f)
		case begun:
			lists[i] = append(lists[i], f)
		default:
			at[k] = len(lists)
			lists = append(lists, []Finding{f})
		}
	}
	return lists, rest
}

// Unfold returns the list with every folded finding replaced by its parts.
func Unfold(fs []Finding) []Finding {
	n := 0
	for _, f := range fs {
		n += max(len(f.Parts), 1)
	}
	flat := make([]Finding, 0, n) // of its size at once: there may be one for every row of a ledger
	for _, f := range fs {
		if len(f.Parts) > 0 {
			flat = append(flat, f.Parts...)
			continue
		}
		flat = append(flat, f)
	}
	return flat
}

// runs cuts the findings of one column, in row order, where the next may not join the last.
func runs(fs []Finding) [][]Finding {
	var out [][]Finding
	start := 0
	var like alike
	for i, f := range fs {
		if i > start && (!joins(fs[i-1], f) || !like.takes(f)) {
			out = append(out, fs[start:i])
			start = i
		}
		if i == start {
			like = alikeTo(f)
		}
	}
	if start < len(fs) {
		out = append(out, fs[start:])
	}
	return out
}

// oneCell begins the codes of faults that lie in a cell by itself.
const oneCell = "C1"

// alike is what the findings of a run have in common. A run is mended in one way: infos always are, others have one
// fix. Faults between cells must also have one message or value, since each value says what to look for elsewhere.
type alike struct {
	first          Finding
	message, value bool // all have the message, the value, of the first
}

func alikeTo(first Finding) alike { return alike{first, true, first.Value != ""} }

// takes adds the next finding of a run and reports whether the run is still one; it looks at the next alone, as a
// run may be as long as a ledger.
func (a *alike) takes(f Finding) bool {
	if f.Severity != Info && f.Fix != a.first.Fix {
		return false
	}
	a.message = a.message && f.Message == a.first.Message
	a.value = a.value && f.Value == a.first.Value
	return a.message || a.value || a.first.Severity == Info || strings.HasPrefix(a.first.Code, oneCell)
}

// joins reports whether next continues the run that ends with last. A finding that its maker
// folded already stands by itself.
func joins(last, next Finding) bool {
	if last.Cells() > 1 || next.Cells() > 1 {
		return false
	}
	a, b := last.area(), next.area()
	if next.Severity == Info {
		return b.fromRow > a.toRow
	}
	return b.fromRow == a.toRow+1
}

// foldRun makes one finding of a run, or leaves a short run of different messages alone.
func foldRun(run []Finding) []Finding {
	same := !slices.ContainsFunc(run, func(f Finding) bool { return f.Message != run[0].Message })
	if len(run) == 1 || !same && len(run) < fewest {
		return run
	}
	f, last := run[0], run[len(run)-1].area()
	a := f.area()
	f.Range = area{a.fromRow, a.fromCol, last.toRow, a.toCol}.name()
	f.Count = len(run)
	f.Parts = slices.Clip(run)
	f.Related, f.Shared = relatedOf(run), nil
	caused := f.Cause != (Place{}) && len(run) >= fewest
	if !same && !caused {
		more := len(run) - 1
		f.Message.JA += fmt.Sprintf("（ほか%dか所も同じ種類です）", more)
		f.Message.EN += fmt.Sprintf(" (%d more cells of the same kind)", more)
	}
	apart := gaps(run)
	if apart {
		for _, part := range run {
			f.Related = append(f.Related, part.Place)
		}
	}
	if caused || apart {
		f.Message = named(f, run, caused)
	}
	return []Finding{f}
}

// named is the message of a folded finding with its cells, and with their cause.
func named(f Finding, run []Finding, caused bool) lang.Text {
	ja, en := namedCells(run)
	cells := map[string]bool{}
	for _, part := range run {
		cells[part.Range] = true
	}
	if len(cells) == 1 {
		return f.Message
	}
	if caused {
		return lang.Text{
			JA: f.Message.JA + fmt.Sprintf("（%s と合わないセルが%dか所あります: %s）", f.near(f.Cause), len(cells), ja),
			EN: f.Message.EN + fmt.Sprintf(" (%d cells disagree with %s: %s)", len(cells), f.near(f.Cause), en),
		}
	}
	return lang.Text{
		JA: f.Message.JA + fmt.Sprintf("（同じ値の%dか所: %s）", len(cells), ja),
		EN: f.Message.EN + fmt.Sprintf(" (%d cells with this value: %s)", len(cells), en),
	}
}

// gaps reports that rows without a fault lie within a run of errors or warnings.
func gaps(run []Finding) bool {
	if run[0].Severity == Info {
		return false
	}
	for i := 1; i < len(run); i++ {
		if !joins(run[i-1], run[i]) {
			return true
		}
	}
	return false
}

// namedCells lists the cells of a run in both languages.
func namedCells(run []Finding) (ja, en string) {
	var names []string
	for _, f := range run { // of a sheet with a month a column several rows come from one cell
		if !slices.Contains(names, f.Range) {
			names = append(names, f.Range)
		}
		if len(names) > mostNamed {
			break
		}
	}
	more := ""
	if len(names) > mostNamed {
		names = names[:mostNamed]
		more = " …"
	}
	return strings.Join(names, "、") + more, strings.Join(names, ", ") + more
}

// relatedOf lists the related places of all findings, each once.
func relatedOf(fs []Finding) []Place {
	var list []Place
	seen := map[Place]bool{}
	for _, f := range fs {
		for _, p := range f.Related {
			if !seen[p] {
				seen[p] = true
				list = append(list, p)
			}
		}
	}
	return list
}
