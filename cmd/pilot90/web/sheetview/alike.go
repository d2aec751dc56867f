package sheetview

import (
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/setting"
)

// alike are the other sheets that are read as the same table with the same headings, one for each name of files and
// sheets that a setting holds for: what is said of one month is said of all.
func (t *Trial) alike(c Choice) []cohort.Change {
	own, _ := parted(t.Base.ReadingOf(c.File, c.Sheet, 0), c.Part)
	if len(own) == 0 {
		return nil
	}
	form := func(file, sheet string) [2]string { return [2]string{setting.Pattern(file), setting.Pattern(sheet)} }
	known := [][2]string{form(c.File, c.Sheet)}
	var out []cohort.Change
	for _, f := range t.Reading.Files {
		for i := range f.Tables {
			other := &f.Tables[i]
			at := form(f.File, other.Sheet)
			if other.Table != own[0].Table || slices.Contains(known, at) || !sameHeadings(&own[0], other) {
				continue
			}
			known = append(known, at)
			out = append(out, cohort.Change{File: f.File, Sheet: other.Sheet, Of: other.Table})
		}
	}
	return out
}

// Alike is how many sheets there are with the headings of one, beside it.
func (t *Trial) Alike(c Choice) int {
	own, _ := parted(t.Base.ReadingOf(c.File, c.Sheet, 0), c.Part)
	n := 0
	for _, f := range t.Reading.Files {
		for i := range f.Tables {
			if o := &f.Tables[i]; len(own) > 0 && o.Table == own[0].Table && sameHeadings(&own[0], o) {
				n++
			}
		}
	}
	return max(0, n-1)
}

// sameHeadings reports two tables with the same headings in the same columns of their sheets.
func sameHeadings(a, b *cohort.TableReading) bool {
	return slices.EqualFunc(columnsOf(a), columnsOf(b), func(x, y cohort.ColumnReading) bool {
		return x.Letter == y.Letter && x.Heading == y.Heading
	})
}

// columnsOf are the columns of a table that stand in the sheet.
func columnsOf(t *cohort.TableReading) []cohort.ColumnReading {
	return slices.DeleteFunc(slices.Clone(t.Columns), func(c cohort.ColumnReading) bool { return c.Letter == "" })
}

// everywhere are changes of columns, and the same in the sheets that are alike.
func (t *Trial) everywhere(c Choice, changes []cohort.Change) []cohort.Change {
	if !c.Alike || len(changes) == 0 {
		return changes
	}
	out := slices.Clone(changes)
	for _, other := range t.alike(c) {
		for _, ch := range changes {
			if ch.Column != "" {
				ch.File, ch.Sheet, ch.Of = other.File, other.Sheet, other.Of
				out = append(out, ch)
			}
		}
	}
	return out
}
