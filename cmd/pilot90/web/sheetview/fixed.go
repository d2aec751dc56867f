package sheetview

import (
	"slices"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// Fixed is what stands for all rows of a sheet: fields that have no column of it.
type Fixed struct {
	Values []FixedValue
	Fields []Option   // those that can be given a value
	New    FixedValue // the one that was chosen and has no value yet; the zero value for none
}

// FixedValue is a field with the value that it has in every row.
type FixedValue struct {
	Key        string
	Label      lang.Text
	Value, Was string
	Set        bool     // it was set for the sheet, and can be changed here
	Day        bool     // it is a day
	Options    []Option // of the values; empty: any
}

// fixed is what stands for all rows of the sheet of a choice, which was read as the tables.
func (t *Trial) fixed(c Choice, tables []cohort.TableReading) Fixed {
	key := schema.Key(c.Table)
	if len(tables) > 0 {
		key = tables[0].Table
	}
	table := schema.ByKey(key)
	if table == nil {
		return Fixed{}
	}
	is, was := constants(t.After, c, key), constants(t.Base, c, key)
	var f Fixed
	f.Fields = []Option{{"", lang.Say("（項目を選ぶ）", "(choose a field)")}}
	for i := range table.Columns {
		col := &table.Columns[i]
		v := FixedValue{Key: col.Key, Label: col.Heading, Value: is[col.Key], Was: was[col.Key],
			Day: col.Kind == schema.DateKind}
		v.Set = v.Value != "" || v.Was != ""
		stands := standing(tables, col.Key)
		switch {
		case v.Set:
			v.Options = t.valuesOf(key, col, v.Value)
			f.Values = append(f.Values, v)
		case stands == nil:
			f.Fields = append(f.Fields, Option{col.Key, col.Heading})
			if col.Key == c.newField() {
				v.Options = t.valuesOf(key, col, "")
				f.New = v
			}
		case stands.Constant != "":
			v.Value = stands.Constant
			f.Values = append(f.Values, v)
		}
	}
	return f
}

// standing is the column, or the value for all rows, from which a field is read; nil for none.
func standing(tables []cohort.TableReading, key string) *cohort.ColumnReading {
	for i := range tables {
		for j := range tables[i].Columns {
			if c := &tables[i].Columns[j]; c.Field != nil && c.Field.Key == key {
				return c
			}
		}
	}
	return nil
}

// constants are the values for all rows that were set for a table of the sheet.
func constants(c *cohort.Ledger, of Choice, table schema.Key) map[string]string {
	pin := pinOf(c, of.File, of.Sheet, string(table))
	if pin == nil || pin.Table != table {
		return nil
	}
	return pin.Constants
}

// valuesOf are the values among which that of a field is chosen; none where it is typed.
func (t *Trial) valuesOf(table schema.Key, col *schema.Column, value string) []Option {
	out := []Option{{"", lang.Say("（選ぶ）", "(choose)")}}
	switch {
	case col.Kind == schema.YesNoKind:
		out = append(out, Option{"はい", lang.Say("はい", "yes")}, Option{"いいえ", lang.Say("いいえ", "no")})
	case col.Kind == schema.ChoiceKind:
		for _, c := range col.Choices {
			out = append(out, Option{c.Heading.JA, c.Heading})
		}
	case col.Key == "participant_id" && table != schema.Participants:
		for _, p := range t.Base.Participants.Every() {
			out = append(out, Option{p.ID.Value, named(p.ID.Value, p.Name.Value)})
		}
	case col.Key == "contract_id" && table != schema.Contracts:
		for _, k := range t.Base.Contracts.Every() {
			out = append(out, Option{k.ID.Value, named(k.ID.Value, k.Title.Value)})
		}
	}
	if len(out) == 1 {
		return nil
	}
	if !slices.ContainsFunc(out, func(o Option) bool { return o.Value == value }) {
		out = append(out, Option{value, lang.Say(value, value)})
	}
	return out
}

func named(id, name string) lang.Text {
	text := strings.TrimSpace(id + " " + name)
	return lang.Say(text, text)
}

// OfConstants are the changes of what stands for all rows, in the order of the fields' names.
func (c Choice) OfConstants() []cohort.Change {
	if c.Table != c.OfTable {
		return nil
	}
	var out []cohort.Change
	for name := range c.sent {
		key, ok := strings.CutPrefix(name, "k.")
		value := strings.TrimSpace(c.sent.Get(name))
		if !ok || value == c.sent.Get("w.k."+key) {
			continue
		}
		out = append(out, cohort.Change{File: c.File, Sheet: c.Sheet, Of: schema.Key(c.Part), Field: key, Constant: value,
			Undo: value == ""})
	}
	if field, value := c.sent.Get("k-field"), strings.TrimSpace(c.sent.Get("k-value")); field != "" && value != "" {
		out = append(out, cohort.Change{File: c.File, Sheet: c.Sheet, Of: schema.Key(c.Part), Field: field, Constant: value})
	}
	slices.SortStableFunc(out, func(a, b cohort.Change) int { return strings.Compare(a.Field, b.Field) })
	return out
}

// newField is the field that was chosen for a value in all rows.
func (c Choice) newField() string {
	if c.sent == nil || c.Table != c.OfTable {
		return ""
	}
	return c.sent.Get("k-field")
}
