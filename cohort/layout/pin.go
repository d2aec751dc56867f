package layout

import (
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// pinned gives a sheet to the tables whose pins name it by sheet or file, and reports whether
// one did. A pin that names only files means those of their sheets that have the headings.
func (p *planner) pinned(v *sheetView) bool {
	taken := false
	for i, pin := range p.pilot.Pins {
		if !pin.Locates() || !pin.Holds(v.grid.File, v.grid.Sheet) || pin.Sheet == "" && isExampleName(v.grid.Sheet) {
			continue
		}
		s := v.layout.find(schema.ByKey(pin.Table), pin)
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

// pinFor returns what the pins say about a table wherever it is.
func (p *planner) pinFor(key schema.Key) setting.Pin {
	for _, pin := range p.pilot.Pins {
		if pin.Table == key && !pin.Locates() {
			return pin
		}
	}
	return setting.Pin{Table: key}
}
