package blank

import (
	"fmt"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// prefill returns the cells of the records that are filled in, by table: one slice a row, one
// value a column of the template, nil for a blank. Rows with an error are there too, with what was
// typed, so that nothing is lost.
func prefill(o Options) map[schema.Key][][]any {
	if o.From == nil {
		return nil
	}
	filled := map[schema.Key][][]any{}
	for _, key := range o.Tables {
		filled[key] = nil
		for _, r := range o.From.Of(key) {
			filled[key] = append(filled[key], cells(schema.ByKey(key), r))
		}
	}
	return filled
}

// cells are the values of a record, one for each column of the template.
func cells(t *schema.Table, r record.Record) []any {
	var out []any
	for slot, f := range record.Fields(r) {
		if c := &t.Columns[slot]; !c.Instead {
			out = append(out, value(c, f))
		}
	}
	return out
}

// value is a field as its column has it.
func value(c *schema.Column, field any) any {
	switch f := field.(type) {
	case *record.Field[string]:
		return written(f, func(s string) any { return word(c, s) })
	case *record.Field[[]string]:
		return written(f, func(keys []string) any { return words(c, keys) })
	case *record.Field[bool]:
		return written(f, yesNo)
	case *record.Field[cell.Day]:
		return written(f, func(d cell.Day) any { return int(d - epoch) })
	case *record.Field[int]:
		if c.Kind == schema.DecadeKind {
			return written(f, func(n int) any { return fmt.Sprintf("%d代", n) })
		}
		return written(f, func(n int) any { return n })
	case *record.Field[float64]:
		return written(f, func(n float64) any { return n })
	}
	return nil
}

// written is the value as the template has it, or what was typed when that could not be read. A
// value that nobody typed stays blank: the reader fills it in again.
func written[T any](f *record.Field[T], value func(T) any) any {
	switch {
	case f.Text == "":
		return nil
	case !f.Known:
		return f.Text
	}
	return value(f.Value)
}

// epoch is the day that Excel counts from, 1899-12-30: right for every day since 1900-03-01. A day is written as its
// serial number; the column gives it the look of a date.
var epoch = cell.NewDay(1899, 12, 30)

func yesNo(yes bool) any {
	if yes {
		return yesWord
	}
	return noWord
}

// word is the word that the drop-down of the column offers; a text of another column is itself.
func word(c *schema.Column, key string) string {
	for _, choice := range c.Choices {
		if choice.Key == key {
			return choice.Heading.JA
		}
	}
	return key
}

func words(c *schema.Column, keys []string) string {
	var all []string
	for _, key := range keys {
		all = append(all, word(c, key))
	}
	return strings.Join(all, "、")
}
