package blank

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// prefill returns the cells of the records that are filled in, by table: one slice a row, one
// value a column of the schema, nil for a blank. Rows with an error are there too, with what was
// typed, so that nothing is lost.
func prefill(o Options) map[schema.Key][][]any {
	if o.From == nil {
		return nil
	}
	c := o.From
	all := map[schema.Key]func() [][]any{
		schema.Participants: func() [][]any {
			return rows(&c.Participants, participantRow, func(p *record.Participant) record.Row { return p.Row })
		},
		schema.Trainings: func() [][]any {
			return rows(&c.Trainings, trainingRow, func(t *record.Training) record.Row { return t.Row })
		},
		schema.Clients: func() [][]any {
			return rows(&c.Clients, clientRow, func(k *record.Client) record.Row { return k.Row })
		},
		schema.Contracts: func() [][]any {
			return rows(&c.Contracts, contractRow, func(k *record.Contract) record.Row { return k.Row })
		},
		schema.Tasks: func() [][]any { return rows(&c.Tasks, taskRow, func(t *record.Task) record.Row { return t.Row }) },
		schema.Support: func() [][]any {
			return rows(&c.Support, supportRow, func(s *record.Support) record.Row { return s.Row })
		},
		schema.Surveys: func() [][]any {
			return rows(&c.Surveys, surveyRow, func(s *record.Survey) record.Row { return s.Row })
		},
		schema.Budget: func() [][]any {
			return rows(&c.Budget, budgetRow, func(b *record.Budget) record.Row { return b.Row })
		},
		schema.Metrics: func() [][]any {
			return rows(&c.Metrics, metricRow, func(m *record.Metric) record.Row { return m.Row })
		},
		schema.Publications: func() [][]any {
			return rows(&c.Publications, publicationRow, func(p *record.Publication) record.Row { return p.Row })
		},
	}
	filled := map[schema.Key][][]any{}
	for _, key := range o.Tables {
		filled[key] = all[key]()
	}
	return filled
}

// rows returns the cells of all records of a table in the order in which they were read.
func rows[T any](t *record.Table[T], cells func(*schema.Table, *T) []any, at func(*T) record.Row) [][]any {
	records := slices.Concat(t.Rows, t.Excluded)
	slices.SortStableFunc(records, func(a, b *T) int {
		x, y := at(a), at(b)
		return cmp.Or(cmp.Compare(slices.Index(t.Sources, x.Source), slices.Index(t.Sources, y.Source)),
			cmp.Compare(x.Number, y.Number))
	})
	var out [][]any
	for _, r := range records {
		out = append(out, cells(schema.ByKey(at(r).Source.Table), r))
	}
	return out
}

// written is the value as the template has it, or what was typed when that could not be read. A
// value that nobody typed stays blank: the reader fills it in again.
func written[T any](f record.Field[T], value func(T) any) any {
	switch {
	case f.Text == "":
		return nil
	case !f.Known:
		return f.Text
	}
	return value(f.Value)
}

func text(f record.Field[string]) any { return written(f, func(s string) any { return s }) }

func number(f record.Field[float64]) any { return written(f, func(n float64) any { return n }) }

func year(f record.Field[int]) any { return written(f, func(n int) any { return n }) }

func decade(f record.Field[int]) any {
	return written(f, func(n int) any { return fmt.Sprintf("%d代", n) })
}

// epoch is the day that Excel counts from, 1899-12-30: right for every day since 1900-03-01.
var epoch = cell.NewDay(1899, 12, 30)

// day is the serial number of the day; the column gives it the look of a date.
func day(f record.Field[cell.Day]) any {
	return written(f, func(d cell.Day) any { return int(d - epoch) })
}

func yesNo(f record.Field[bool]) any {
	return written(f, func(yes bool) any {
		if yes {
			return yesWord
		}
		return noWord
	})
}

// choice is the word that the drop-down of the column offers.
func choice(t *schema.Table, column string, f record.Field[string]) any {
	return written(f, func(key string) any { return word(t, column, key) })
}

func list(t *schema.Table, column string, f record.Field[[]string]) any {
	return written(f, func(keys []string) any {
		var words []string
		for _, key := range keys {
			words = append(words, word(t, column, key))
		}
		return strings.Join(words, "、")
	})
}

func word(t *schema.Table, column, key string) string {
	for _, c := range t.Column(column).Choices {
		if c.Key == key {
			return c.Heading.JA
		}
	}
	return key
}
