package layout

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// pinColumns puts the columns where the pin says they are: by the heading's text, or by the
// column's letter when no heading reads so.
func (l *layout) pinColumns(c *candidate, t *schema.Table, pin setting.Pin) {
	if len(c.Columns) == 0 || len(pin.Columns)+len(pin.Units)+len(pin.Ignored) == 0 {
		return
	}
	heads := l.heads(c.first, c.last)
	for _, where := range pin.Ignored {
		if found, ok := l.pinned(heads, where, schema.TextKind); ok {
			c.ignore(t, found)
		}
	}
	for i := range t.Columns {
		where := pin.Columns[t.Columns[i].Key]
		if where == "" {
			continue
		}
		found, ok := l.pinned(heads, where, t.Columns[i].Kind)
		if !ok {
			continue // reported as P104
		}
		if c.Columns[i].From == 0 {
			c.score++
		}
		c.Columns[i] = found
		c.drop(i)
		c.missing = slices.DeleteFunc(c.missing, func(key string) bool { return key == t.Columns[i].Key })
		c.from, c.to = min(c.from, found.From), max(c.to, found.to)
		c.release(i, found)
	}
	c.pinUnits(t, pin.Units)
}

// ignore takes a column of the sheet out, whatever its heading says.
func (c *candidate) ignore(t *schema.Table, found foundColumn) {
	c.ignored = append(c.ignored, block{found.From, found.to})
	for i := range c.Columns {
		if c.Columns[i].From != found.From {
			continue
		}
		c.Columns[i] = foundColumn{}
		for _, two := range c.twice { // the other of two headings
			if two.column == i && two.a.From == found.From {
				c.Columns[i] = two.b
			}
		}
		if c.Columns[i].From > 0 {
			continue
		}
		c.score--
		if col := &t.Columns[i]; col.Required && !c.hasNames(t, col) {
			c.missing = append(c.missing, col.Key)
		}
	}
	c.twice = slices.DeleteFunc(c.twice, func(two clash) bool {
		return two.a.From == found.From || two.b.From == found.From
	})
}

// pinUnits puts the units of a pin on the plain numbers of its columns.
func (c *candidate) pinUnits(t *schema.Table, units map[string]string) {
	for i := range t.Columns {
		u, ok := setting.UnitOf(t.Key, &t.Columns[i], units[t.Columns[i].Key])
		if !ok || c.Columns[i].From == 0 {
			continue
		}
		found := &c.Columns[i]
		found.unit, found.scale, found.from = cell.Unit{}, 0, UnitPinned
		if t.Columns[i].Kind == schema.AmountKind {
			found.scale = u.Factor
		} else {
			found.unit = u
		}
	}
}

// release takes a pinned column of the sheet away from any other column of the schema that had
// it by its heading.
func (c *candidate) release(pinnedColumn int, found foundColumn) {
	for i := range c.Columns {
		if i != pinnedColumn && c.Columns[i].From == found.From && c.Columns[i].rank != pinnedRank {
			c.Columns[i] = foundColumn{}
			c.score--
		}
	}
}

// pinned returns the column of the sheet that a pin names.
func (l *layout) pinned(heads []head, where string, kind schema.Kind) (foundColumn, bool) {
	whole, bare, _ := headingForm(where)
	for _, form := range []string{whole, bare} {
		for _, h := range heads {
			if h.reads(form) {
				return foundColumn{From: h.from, to: h.to, Heading: h.parts[len(h.parts)-1], rank: pinnedRank,
					scale: l.scale(h, kind), unit: hoursUnit(h, kind)}, true
			}
		}
	}
	col, ok := grid.ParseColumn(where)
	if !ok || col >= len(l.lower) || l.lower[col] == 0 {
		return foundColumn{}, false // no such column, or nothing in it
	}
	found := foundColumn{From: col, to: col, Heading: where, rank: pinnedRank}
	for _, h := range heads {
		if h.from <= col && col <= h.to {
			found.Heading, found.scale = h.parts[len(h.parts)-1], l.scale(h, kind)
			found.unit = hoursUnit(h, kind)
		}
	}
	return found, true
}

// reads reports whether the heading, or its last part, has the reduced form.
func (h head) reads(form string) bool {
	joined := ""
	for _, p := range h.parts {
		joined += p
	}
	for _, s := range []string{joined, h.parts[len(h.parts)-1]} {
		if whole, bare, _ := headingForm(s); form != "" && (whole == form || bare == form) {
			return true
		}
	}
	return false
}

// pinned gives a sheet to the tables whose pins name it by sheet or file, and reports whether
// one did. A pin that names only files means those of their sheets that have the headings.
func (p *planner) pinned(v *sheetView) bool {
	taken := false
	for i, pin := range p.pilot.Pins {
		if !pin.Locates() || !pin.Holds(v.grid.File, v.grid.Sheet) || pin.Sheet == "" && isExampleName(v.grid.Sheet) {
			continue
		}
		if pin.Ignore {
			p.ignore(v, &p.pilot.Pins[i])
			taken, p.pinsUsed[i] = true, true
			continue
		}
		pin = pin.Over(v.learned)
		s := v.layout.find(schema.ByKey(pin.Table), pin)
		switch {
		case s.found():
			p.tables = append(p.tables, v.layout.table(s, pin, p.pilot.Zone))
		case pin.Sheet != "" || v.alone || len(s.alike) > 0:
			p.failed = append(p.failed, failure{view: v, search: s, sure: true})
		default:
			continue
		}
		taken, p.pinsUsed[i] = true, true
	}
	return taken
}

// pinFor returns what the pins say about a table wherever it is.
func (p *planner) pinFor(key schema.Key) setting.Pin {
	for _, pin := range p.pilot.Pins {
		if pin.Table == key && !pin.Locates() {
			return pin
		}
	}
	return setting.Pin{Table: key}
}

// pinIn returns what the pins say about a table in one sheet.
func (p *planner) pinIn(v *sheetView, key schema.Key) setting.Pin {
	return p.pinFor(key).Over(v.learned)
}

// taught gives a sheet to the table that reading.toml says it is, and reports whether that was done. A sheet that
// only a pattern means and that has not the headings is left to its name or to its headings, where these say anything.
func (p *planner) taught(v *sheetView) bool {
	switch {
	case v.learned == nil:
		return false
	case v.learned.Ignore:
		p.ignore(v, v.learned)
		return true
	case p.pilot.Located(v.learned.Table):
		return false
	}
	s := p.find(v, v.learned.Table)
	switch {
	case s.found():
		p.take(v, s)
	case v.learned.Sheet == v.grid.Sheet || v.alone || v.name.Key == "" && len(p.fitting(v)) == 0:
		p.failed = append(p.failed, failure{view: v, search: s, sure: true})
	default:
		return false
	}
	return true
}
