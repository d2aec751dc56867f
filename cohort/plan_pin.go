package cohort

import (
	"path"
	"slices"
	"strings"

	"pilot90/cohort/sheet"
)

// pinned gives a sheet to the tables whose pins name it by sheet or file, and reports whether
// one did. A pin that names only files means those of their sheets that have the headings.
func (p *planner) pinned(v *sheetView) bool {
	taken := false
	for i, pin := range p.pilot.Pins {
		if !pin.locates() || !pin.holds(v.grid) || pin.Sheet == "" && isExampleName(v.grid.Sheet) {
			continue
		}
		s := v.layout.find(TableByKey(pin.Table), pin)
		switch {
		case s.found():
			p.tables = append(p.tables, v.layout.table(s, pin.Constants))
		case pin.Sheet != "" || v.alone || len(s.alike) > 0:
			p.failed = append(p.failed, failure{view: v, search: s, sure: true})
		default:
			continue
		}
		taken, p.pinsUsed[i] = true, true
	}
	return taken
}

// locates reports whether the pin says in which sheet or file the table is.
func (pin *Pin) locates() bool { return pin.Sheet != "" || len(pin.Files) > 0 }

// holds reports whether the pin means the sheet.
func (pin *Pin) holds(g *sheet.Grid) bool {
	if pin.Sheet != "" && pin.Sheet != g.Sheet {
		return false
	}
	return len(pin.Files) == 0 || slices.ContainsFunc(pin.Files, func(glob string) bool {
		ok, err := path.Match(strings.ToLower(glob), strings.ToLower(g.File))
		return err == nil && ok
	})
}

// pinFor returns what the pins say about a table wherever it is.
func (p *planner) pinFor(key Key) Pin {
	for _, pin := range p.pilot.Pins {
		if pin.Table == key && !pin.locates() {
			return pin
		}
	}
	return Pin{Table: key}
}

// located reports whether a pin says where the table is, so that no other sheet is it.
func (p *planner) located(key Key) bool {
	return slices.ContainsFunc(p.pilot.Pins, func(pin Pin) bool { return pin.Table == key && pin.locates() })
}
