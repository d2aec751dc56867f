package catalog

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"pilot90/cohort/schema"
)

// spoil is one cell that is spoilt.
type spoil struct {
	sheet, row, col int
	good, bad       string
	kind            schema.Kind
	others          []string        // what else the column holds
	gone            map[string]bool // the rows that it leaves out
}

func (s spoil) sameRow(o spoil) bool { return o.sheet == s.sheet && o.row == s.row }

// spoilAt is a cell of a sheet, counted around its end, and something wrong to put there.
func spoilAt(random *rand.Rand, sheets []section, s, row, col, before int) (spoil, bool) {
	schema := schemaOf(sheets[s])
	if schema == nil || len(sheets[s].rows) == 0 {
		return spoil{}, false
	}
	headings := cellsOf(sheets[s].lines[1])
	at := spoil{sheet: s, row: row % len(sheets[s].rows), col: col % len(headings)}
	column := columnOf(schema, headings[at.col])
	cells := cellsOf(sheets[s].rows[at.row])
	if column == nil || at.col >= len(cells) || strings.ContainsAny(sheets[s].rows[at.row], "^←↑") {
		return spoil{}, false
	}
	at.kind, at.good = column.Kind, cells[at.col]
	for _, row := range sheets[s].rows {
		if c := cellsOf(row); at.col < len(c) {
			at.others = append(at.others, c[at.col])
		}
	}
	at.bad = badText(random, at, before)
	return at, at.bad != at.good
}

func schemaOf(s section) *schema.Table {
	name := strings.TrimSpace(strings.TrimPrefix(s.lines[0], "##"))
	for _, t := range schema.Tables() {
		if t.Sheet.JA == name && len(s.lines) > 1 {
			return t
		}
	}
	return nil
}

func columnOf(t *schema.Table, heading string) *schema.Column {
	for i := range t.Columns {
		if t.Columns[i].Heading.JA == heading {
			return &t.Columns[i]
		}
	}
	return nil
}

func cellsOf(row string) []string {
	cells := strings.Split(row, "|")
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
	}
	return cells
}

// badText is something an error finding follows from.
func badText(random *rand.Rand, s spoil, before int) string {
	pick := func(texts ...string) string { return texts[random.IntN(len(texts))] }
	switch s.kind {
	case schema.DateKind:
		return pick("来月", "2001-01-01", "")
	case schema.HoursKind:
		return pick("しばらく", "30", "#N/A")
	case schema.IDKind:
		return pick(fmt.Sprintf("どこか%d", before), "", pick(s.others...))
	case schema.NumberKind:
		return pick("9", "よい", "")
	case schema.TextKind:
		return s.good
	}
	return pick("？？", "#REF!", "")
}

func (s spoil) badly() string { return s.bad }

// resolve is one way to put the cell right; "delete" stands for deleting its row.
func (s spoil) resolve(random *rand.Rand, try int) string {
	switch {
	case try == 0:
		return s.good
	case random.IntN(4) == 0:
		return "delete"
	}
	pick := func(texts ...string) string { return texts[random.IntN(len(texts))] }
	switch s.kind {
	case schema.DateKind:
		return fmt.Sprintf("%d-%02d-%02d", 2024+random.IntN(3), 1+random.IntN(12), 1+random.IntN(28))
	case schema.HoursKind:
		return pick("0", "0.5", "2", "3.5", "8", "12", "24")
	case schema.NumberKind:
		return pick("1", "2", "3", "4", "5")
	case schema.AmountKind:
		return pick("0", "1", "3000", "250000", "90000000")
	case schema.YesNoKind:
		return pick("有", "無")
	}
	return pick(s.others...)
}

// with is the sheets with the spoilt cells holding what of says.
func with(sheets []section, spoils []spoil, of func(spoil) string) []section {
	changed := slices.Clone(sheets)
	for i := range changed {
		changed[i].rows = slices.Clone(changed[i].rows)
	}
	for _, s := range spoils {
		cells := cellsOf(changed[s.sheet].rows[s.row])
		cells[s.col] = of(s)
		changed[s.sheet].rows[s.row] = strings.Join(cells, " | ")
		if cells[s.col] == "delete" {
			changed[s.sheet].rows[s.row] = "|"
		}
	}
	return changed
}
