package blank

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// prefill returns the cells of the records that are filled in, by table: one slice a row, one
// value a column of the template, nil for a blank. Rows with an error are there too, with what was
// typed, so that nothing is lost.
func prefill(o Options, tables []*schema.Table) map[schema.Key][][]any {
	if o.From == nil {
		return nil
	}
	filled := map[schema.Key][][]any{}
	for _, t := range tables {
		if !slices.Contains(o.Tables, t.Key) {
			continue
		}
		filled[t.Key] = nil
		for _, r := range o.From.Of(t.Key) {
			if o.Keep != nil && !o.Keep(r) {
				continue
			}
			filled[t.Key] = append(filled[t.Key], o.cells(t, r))
		}
	}
	return filled
}

// cells are the values of a record, one for each column of the template.
func (o Options) cells(t *schema.Table, r record.Record) []any {
	fields := map[string]any{}
	for slot, f := range record.Fields(r) {
		fields[schema.ByKey(t.Key).Columns[slot].Key] = f
	}
	if p, is := r.(*record.Participant); is && o.Earned[p.ID.Value] {
		fields["prior_income"] = &record.Field[bool]{Value: true, Known: true, Text: yesWord}
	}
	if o.Template == Simple {
		o.nameClient(fields)
	}
	var out []any
	for _, c := range t.InTemplate() {
		out = append(out, value(&c, fields[c.Key]))
	}
	return out
}

// nameClient puts the client's name for its id, and what the clients sheet says of it.
func (o Options) nameClient(fields map[string]any) {
	id, ok := fields["client_id"].(*record.Field[string])
	if !ok {
		return
	}
	client := o.From.Client(id.Value)
	if client == nil {
		return
	}
	if client.Name.Known {
		fields["client_id"] = &client.Name
	}
	for key, f := range map[string]*record.Field[string]{"region": &client.Region, "sector": &client.Sector} {
		if f.Known {
			fields[key] = f
		}
	}
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
