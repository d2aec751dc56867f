package grid

// A Builder keeps the cells of a book in few allocations, within its limits.
type Builder struct {
	limits Limits
	texts  *Arena
	rows   int
	cells  int // and hidden columns
	merges int
	text   int64 // bytes of the texts of all cells
	block  []Cell
}

// NewBuilder returns a builder for one book.
func NewBuilder(limits Limits) *Builder {
	return &Builder{limits: limits, texts: &Arena{Limit: limits.TextBytes}}
}

const cellBlock = 4096

// Fill reads one sheet into a grid that has its names.
func (b *Builder) Fill(g *Grid, open Opener) error {
	src, err := open(b.texts)
	if err != nil {
		return err
	}
	defer src.Close()
	sorted := true
	err = EachRow(src, func(row Row) bool {
		if n := len(g.Rows); n > 0 && g.Rows[n-1].Number >= row.Number {
			sorted = false
		}
		b.rows++
		b.text += textOf(row.Cells)
		if b.cells += len(row.Cells); b.over() {
			return false
		}
		row.Cells = b.keep(row.Cells)
		g.Rows = append(g.Rows, row)
		return true
	})
	if err != nil {
		return err
	}
	return b.finish(g, src, sorted)
}

func (b *Builder) over() bool {
	return b.cells > b.limits.Cells || b.rows > b.limits.BookRows || b.text > b.limits.CellTexts
}

func textOf(cells []Cell) (bytes int64) {
	for i := range cells {
		bytes += int64(len(cells[i].Text))
	}
	return bytes
}

// finish adds what stands after the rows.
func (b *Builder) finish(g *Grid, src Source, sorted bool) (err error) {
	if !b.over() && !sorted {
		if g.Rows, err = sortRows(g.Rows); err != nil {
			return err
		}
	}
	merges, hidden := src.Ranges()
	g.Merges, g.HiddenCols = merges, columnSet(hidden, g.Used().ToCol)
	b.cells += len(g.HiddenCols)
	b.merges += len(merges)
	switch {
	case b.rows > b.limits.BookRows:
		return OverLimit("行の数", "The number of rows", int64(b.limits.BookRows))
	case b.cells > b.limits.Cells:
		return OverLimit("セルの数", "The number of cells", int64(b.limits.Cells))
	case b.text > b.limits.CellTexts:
		return OverLimit("セルの文字の量（バイト。同じ文字もセルごとに数えます）",
			"The text of all cells in bytes, counted for each cell", b.limits.CellTexts)
	case b.merges > b.limits.Merges:
		return TooManyMerges(b.limits)
	}
	g.index()
	return nil
}

// keep copies the cells of a row into a block.
func (b *Builder) keep(cells []Cell) []Cell {
	if cap(b.block)-len(b.block) < len(cells) {
		b.block = make([]Cell, 0, max(cellBlock, len(cells)))
	}
	start := len(b.block)
	b.block = append(b.block, cells...)
	return b.block[start:len(b.block):len(b.block)]
}
