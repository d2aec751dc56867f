package sheetview

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// Choice is what was chosen on the page of a sheet.
type Choice struct {
	File, Sheet           string
	Part                  string // the table that is shown of a sheet with several; "" = the first
	Table, Row, Shape     string // as chosen
	WasTable              string
	WasRow, WasShape      string
	OfTable, OfRow, OfWay string // for which the columns were shown
	Alike                 bool   // sheets with the same headings are to be read so too
	sent                  url.Values
}

// ReadChoice reads a form.
func ReadChoice(sent url.Values) Choice {
	return Choice{File: sent.Get("file"), Sheet: sent.Get("sheet"), Part: sent.Get("part"),
		Table: sent.Get("table"), Row: sent.Get("row"),
		Shape: sent.Get("shape"), WasTable: sent.Get("w.table"), WasRow: sent.Get("w.row"), WasShape: sent.Get("w.shape"),
		OfTable: sent.Get("of.table"), OfRow: sent.Get("of.row"), OfWay: sent.Get("of.shape"), Alike: sent.Get("alike") != "",
		sent: sent}
}

// OfSheet is the change of the sheet as a whole; false for none.
func (c Choice) OfSheet() (cohort.Change, bool) {
	if c.Table == c.WasTable && c.Row == c.WasRow && c.Shape == c.WasShape || c.Table == "" {
		return cohort.Change{}, false
	}
	ch := cohort.Change{File: c.File, Sheet: c.Sheet, Of: schema.Key(c.Part), Shape: c.Shape}
	if c.Table == NotRead {
		ch.Ignore = true
		return ch, true
	}
	if ch.Shape == "" {
		ch.Shape = cohort.AnyShape
	}
	ch.Table = schema.Key(c.Table)
	ch.HeadingRow, _ = strconv.Atoi(c.Row) // what is no number has the row found
	return ch, true
}

// stale reports that the columns were shown for another table, row or shape than is chosen now.
func (c Choice) stale() bool { return c.Table != c.OfTable || c.Row != c.OfRow || c.Shape != c.OfWay }

// columnOf and unitOf are what was chosen for a column; "" for nothing.
func (c Choice) columnOf(name string) string { return c.ofColumn("c.", name) }
func (c Choice) unitOf(name string) string   { return c.ofColumn("u.", name) }

func (c Choice) ofColumn(kind, name string) string {
	if c.stale() {
		return ""
	}
	return c.sent.Get(kind + name)
}

// OfColumns are the changes of columns, those that are no longer read first.
func (c Choice) OfColumns() []cohort.Change {
	if c.stale() {
		return nil
	}
	var out []cohort.Change
	for key := range c.sent {
		name, ok := strings.CutPrefix(key, "c.")
		if !ok {
			continue
		}
		field, unit := c.sent.Get(key), c.sent.Get("u."+name)
		if field == c.sent.Get("w.c."+name) && unit == c.sent.Get("w.u."+name) {
			continue
		}
		column := strings.TrimPrefix(name, "~")
		ch := cohort.Change{File: c.File, Sheet: c.Sheet, Of: schema.Key(c.Part), Column: column, Field: field, Unit: unit}
		if field == NotRead && unit != "" { // a unit was asked for: the column is what its heading says
			ch.Field = layout.ColumnNamed(schema.Key(c.Table), c.sent.Get("h."+name))
		} else if field == NotRead {
			ch.Field, ch.Ignore = "", true
		}
		out = append(out, ch)
	}
	slices.SortFunc(out, func(a, b cohort.Change) int {
		if a.Ignore != b.Ignore {
			return map[bool]int{true: -1, false: 1}[a.Ignore]
		}
		return strings.Compare(a.Column, b.Column)
	})
	return out
}

// clash is the first column that is saved otherwise by now than it was when the page was shown; "" for none.
func (c Choice) clash(chips []Chip) string {
	for _, ch := range c.OfColumns() {
		i := slices.IndexFunc(chips, func(x Chip) bool { return strings.TrimPrefix(x.Name, "~") == ch.Column })
		if i < 0 {
			return ch.Column
		}
		name := chips[i].Name
		if chips[i].Was != c.sent.Get("w.c."+name) || chips[i].UnitWas != c.sent.Get("w.u."+name) {
			return ch.Column
		}
	}
	return ""
}
