package biff

import "pilot90/cohort/sheet/grid"

// A sharedString is one entry of the table of strings.
type sharedString struct {
	text string
	runs grid.Runs
}

// readStrings reads the table of strings that cells point into, if there is one.
func (g *globals) readStrings() error {
	c := g.table
	if c == nil {
		return nil
	}
	g.text.fonts = g.fonts
	if err := c.skip(4); err != nil { // how often the strings are used
		return err
	}
	count, err := c.u32()
	if err != nil {
		return err
	}
	if int64(count) > int64(g.limits.SharedStrings) {
		return grid.OverLimit("共有文字列の数", "The number of shared strings", int64(g.limits.SharedStrings))
	}
	texts := &grid.Arena{Limit: g.limits.TextBytes}
	for i := range count {
		if i%checked == 0 && g.ctx.Err() != nil {
			return grid.ContextFault(g.ctx)
		}
		s, err := g.readString(c, texts)
		if err != nil {
			return err
		}
		g.strings = append(g.strings, s)
	}
	return nil
}

func (g *globals) readString(c *continued, texts *grid.Arena) (s sharedString, err error) {
	n, err := c.u16()
	if err != nil {
		return s, err
	}
	text, runs, err := g.text.read(c, n)
	if err != nil {
		return s, err
	}
	s.runs = runs
	s.text, err = grid.KeepText(texts, grid.LineEnds(text), g.limits.TextLength)
	return s, err
}
