package sheetview

import (
	"cmp"
	"slices"
	"strconv"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// NotRead is the choice of a column or a sheet that is not read.
const NotRead = "-"

// Option is one of the choices of a chip.
type Option struct {
	Value string
	Label lang.Text
}

// Chip is a column of the table with what it is read as.
type Chip struct {
	Name    string // of its fields in the form
	Letter  string // "" where it is no column of the sheet
	Heading string
	Kind    string // for its colour: day, person, job, hours, money, other, none
	Value   string // the key of the field, NotRead, or "" of a value that stands for all rows
	Was     string // the same as it is saved
	Field   lang.Text
	Options []Option
	Units   []Option // empty: the column has no unit
	Unit    string   // as set; "" = as the sheet gives it
	UnitWas string
	Told    lang.Text // the unit that holds now
	Asks    lang.Text // why the unit must be said
	Set     bool      // somebody has said what it is
	Fixed   string    // the value that stands for all rows
}

// chipsOf are the columns of the sheet's first table.
func chipsOf(src Source) []Chip {
	if len(src.Tables) == 0 {
		return draftChips(src)
	}
	t := &src.Tables[0]
	var saved *cohort.TableReading
	if len(src.Saved) > 0 && src.Saved[0].Table == t.Table {
		saved = &src.Saved[0]
	}
	var out []Chip
	for i := range t.Columns {
		out = append(out, chipOf(t, &t.Columns[i], was(saved, t, i)))
		if src.Draft {
			out[i].Was, out[i].UnitWas = NotRead, ""
		}
	}
	return out
}

// draftChips are the columns of a sheet that is to be a table and cannot be read as one yet: as they were chosen, else
// by their headings.
func draftChips(src Source) []Chip {
	table := schema.ByKey(schema.Key(src.Choice.Table))
	if !src.Draft || table == nil || len(src.Grid.Rows) == 0 {
		return nil
	}
	row, err := strconv.Atoi(src.Choice.Row)
	if err != nil || row == 0 {
		row = src.Grid.Rows[0].Number
	}
	var out []Chip
	for col := 1; col <= min(src.Grid.Used().ToCol, src.columns()); col++ {
		name, heading := grid.ColumnName(col), src.Grid.Merged(row, col).Text
		value := src.Choice.columnOf(name)
		if value == "" {
			value = cmp.Or(layout.ColumnNamed(table.Key, heading), NotRead)
		}
		c := cohort.ColumnReading{Letter: name, Heading: heading, Field: table.Column(value)}
		t := cohort.TableReading{Table: table.Key, Columns: []cohort.ColumnReading{c}}
		chip := chipOf(&t, &t.Columns[0], &cohort.ColumnReading{})
		chip.Unit = src.Choice.unitOf(name)
		out = append(out, chip)
	}
	return out
}

// was is the column as it is saved.
func was(saved, t *cohort.TableReading, i int) *cohort.ColumnReading {
	c := &t.Columns[i]
	if saved == nil {
		return c
	}
	j := slices.IndexFunc(saved.Columns, func(x cohort.ColumnReading) bool {
		return x.Letter == c.Letter && x.Heading == c.Heading
	})
	if j < 0 {
		return c
	}
	return &saved.Columns[j]
}

func chipOf(t *cohort.TableReading, c, was *cohort.ColumnReading) Chip {
	chip := Chip{Name: c.Letter, Letter: c.Letter, Heading: c.Heading, Value: fieldOf(c), Was: fieldOf(was), Set: c.Pinned,
		Fixed: c.Constant, Kind: "none", Field: lang.Say("読まない", "not read")}
	if c.Letter == "" {
		chip.Name = "~" + c.Heading
	}
	if c.Field != nil {
		chip.Kind, chip.Field = kindOf(c.Field), c.Field.Heading
	}
	chip.Unit, chip.UnitWas = pinnedUnit(c), pinnedUnit(was)
	column := c.Field
	if layout.AsksUnit(c.Why.Code) {
		chip.Asks = c.Why.Message
		column = schema.ByKey(t.Table).Column(layout.ColumnNamed(t.Table, c.Heading))
	}
	if column != nil {
		for _, w := range setting.UnitWords(t.Table, column) {
			chip.Units = append(chip.Units, Option{w.JA, meaning(w)})
		}
		chip.Told = lang.Say(c.Unit, c.Unit)
	}
	if len(chip.Units) > 0 && chip.Unit != "" && !slices.ContainsFunc(chip.Units, func(o Option) bool {
		return o.Value == chip.Unit
	}) {
		chip.Units = append(chip.Units, Option{chip.Unit, lang.Say(chip.Unit, chip.Unit)})
	}
	chip.Options = fieldOptions(t, c)
	return chip
}

// meaning is the word of a unit with what it makes of a number, where two of them are easily taken for each other.
func meaning(unit lang.Text) lang.Text {
	switch unit.JA {
	case "60進":
		return lang.Say(unit.JA+"（1.30＝1時間30分）", unit.EN)
	case "時間":
		return lang.Say(unit.JA+"（1.5＝1時間30分）", unit.EN)
	}
	return unit
}

// fieldOf is what a column is read as, as the form says it.
func fieldOf(c *cohort.ColumnReading) string {
	switch {
	case c.Constant != "":
		return ""
	case c.Field == nil:
		return NotRead
	}
	return c.Field.Key
}

func pinnedUnit(c *cohort.ColumnReading) string {
	if c.UnitFrom == layout.UnitPinned && c.Field != nil {
		return c.Unit
	}
	return ""
}

// fieldOptions are the fields of the table, with the column from which each is read now.
func fieldOptions(t *cohort.TableReading, own *cohort.ColumnReading) []Option {
	var out []Option
	for _, f := range schema.ByKey(t.Table).Columns {
		label := f.Heading
		for i := range t.Columns {
			if c := &t.Columns[i]; c.Field != nil && c.Field.Key == f.Key && c.Letter != own.Letter && c.Letter != "" {
				label = lang.Say(label.JA+"（"+c.Letter+"）", label.EN+" ("+c.Letter+")")
			}
		}
		out = append(out, Option{f.Key, label})
	}
	return append(out, Option{NotRead, lang.Say("読まない", "not read")})
}

// kindOf is the colour of a field.
func kindOf(c *schema.Column) string {
	switch {
	case c.Kind == schema.DateKind || c.Kind == schema.MonthKind || c.Kind == schema.YearKind:
		return "day"
	case c.Kind == schema.HoursKind || c.Kind == schema.ClockKind || c.Kind == schema.SpanKind ||
		c.Kind == schema.RestKind:
		return "hours"
	case c.Kind == schema.AmountKind:
		return "money"
	case c.Key == "participant_id" || c.Key == "name":
		return "person"
	case c.Kind == schema.IDKind || c.Key == "title":
		return "job"
	}
	return "other"
}
