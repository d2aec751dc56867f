package sheet

import (
	"bytes"
	"context"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/ods"
	"pilot90/cohort/sheet/pack"
)

// isOpenDocument reports whether an archive is an .ods, and not an .xlsx in which something else lies too.
func isOpenDocument(p *pack.Pack) bool { return ods.Holds(p) && !p.Has("xl/workbook.xml") }

// IsOpenDocument reports whether the bytes of a file are those of an .ods.
func IsOpenDocument(raw []byte) bool {
	p, err := pack.Open(context.Background(), bytes.NewReader(raw), int64(len(raw)), grid.DefaultLimits())
	return err == nil && isOpenDocument(p)
}

// openDocument fills r from an .ods. All its sheets stand in one part, so they are read at once.
func (r *Reader) openDocument(p *pack.Pack) error {
	grids, err := ods.Read(p, r.File)
	if err != nil {
		return err
	}
	r.grids = grids
	for _, g := range grids {
		r.Sheets = append(r.Sheets, &SheetReader{
			Sheet: g.Sheet, Hidden: g.Hidden, file: r.File,
			open: func(*grid.Arena) (grid.Source, error) { return &keptRows{grid: g}, nil },
		})
	}
	return nil
}

// keptRows is the Source of a sheet that is in memory already.
type keptRows struct {
	grid *grid.Grid
	done int // rows given
}

// Next returns the next row.
func (k *keptRows) Next() (grid.Row, bool, error) {
	if k.done == len(k.grid.Rows) {
		return grid.Row{}, false, nil
	}
	k.done++
	return k.grid.Rows[k.done-1], true, nil
}

// Ranges returns the merged ranges and the hidden columns.
func (k *keptRows) Ranges() (merges []grid.Range, hidden []grid.Columns) {
	for col := range k.grid.HiddenCols {
		hidden = append(hidden, grid.Columns{First: col, Last: col})
	}
	return k.grid.Merges, hidden
}

// Close does nothing.
func (k *keptRows) Close() {}
