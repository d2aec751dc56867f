package biff

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// A style is what a cell's XF record means: for a number, and whether the cell is struck out.
type style struct {
	number grid.Style
	struck bool
}

// An xf is the numbers of an XF record.
type xf struct{ font, format int }

// fonts says which fonts are struck out, in the order of their records.
type fonts []bool

// struck looks a font up by its number. There is no font 4: those behind have a number more than their place.
func (f fonts) struck(number int) bool {
	if number > 4 {
		number--
	} else if number == 4 {
		return false
	}
	return number >= 0 && number < len(f) && f[number]
}

func (g *globals) addFont(rec record) error {
	const strikeOut = 0x0008
	if err := rec.need(4); err != nil {
		return err
	}
	g.fonts = append(g.fonts, rec.u16(2)&strikeOut != 0)
	return g.within(len(g.fonts))
}

func (g *globals) addFormat(rec record, more *records) error {
	if err := rec.need(4); err != nil {
		return err
	}
	code, _, err := g.text.read(&continued{more, rec.data[4:]}, rec.u16(2))
	if err != nil {
		return err
	}
	g.formats[rec.u16(0)] = grid.Classify(string(code))
	return g.within(len(g.formats))
}

func (g *globals) addXF(rec record) error {
	if err := rec.need(4); err != nil {
		return err
	}
	g.xfs = append(g.xfs, xf{rec.u16(0), rec.u16(2)})
	return g.within(len(g.xfs))
}

func (g *globals) within(n int) error {
	if n > g.limits.Styles {
		return grid.OverLimit("セルの書式の数", "The number of cell formats", int64(g.limits.Styles))
	}
	return nil
}

// styles puts fonts, number formats and XF records together.
func (g *globals) styles() []style {
	styles := make([]style, len(g.xfs))
	for i, x := range g.xfs {
		styles[i] = style{grid.StyleOf(g.formats, x.format), g.fonts.struck(x.font)}
	}
	return styles
}

// style returns the meaning of a cell's XF number; one that does not exist is General.
func (w *workbook) style(i int) *style {
	if i >= len(w.styles) {
		return &general
	}
	return &w.styles[i]
}

var general = style{number: grid.StyleOf(nil, 0)}

// strike says what is struck out in a cell with the runs.
func (s *style) strike(runs grid.Runs) cell.Strike { return runs.Strike(s.struck) }
