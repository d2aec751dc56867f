package record

import (
	"fmt"
	"iter"
	"reflect"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// written is a field of any type.
type written interface {
	appendTyped(to []byte) []byte
	appendRead(to []byte) []byte
	column() int
	blank() bool
	known() bool
}

func (f *Field[T]) column() int { return f.Col }
func (f *Field[T]) blank() bool { return f.Text == "" }
func (f *Field[T]) known() bool { return f.Known }

func (f *Field[T]) appendTyped(to []byte) []byte { return append(to, f.Text...) }

// appendRead tells a blank, a value and a value that could not be read apart.
func (f *Field[T]) appendRead(to []byte) []byte {
	if !f.Known {
		return append(append(to, '?'), f.Text...)
	}
	switch v := any(f.Value).(type) {
	case string:
		return append(to, v...)
	case float64:
		return strconv.AppendFloat(to, v, 'g', -1, 64)
	case cell.Day:
		return strconv.AppendInt(to, int64(v), 10)
	}
	return fmt.Append(to, f.Value)
}

// shape says which fields of a record struct hold the columns of its table.
type shape struct {
	columns []int // index of the field, one for each column of the schema, in its order
	dates   []int // those of them that hold a day or a month
}

// shapes are those of the records, which name the column of a field in its tag. They stop the
// program at its start when a column has no field.
var shapes = func() map[reflect.Type]shape {
	all := map[reflect.Type]shape{}
	for i, t := range (&Tables{}).tables() {
		of := reflect.TypeOf(t.blank(Row{})).Elem()
		all[of] = shapeOf(of, schema.Tables()[i])
	}
	return all
}()

func shapeOf(record reflect.Type, t *schema.Table) shape {
	at := map[string]int{}
	for i := range record.NumField() {
		at[record.Field(i).Tag.Get("column")] = i
	}
	var s shape
	for _, c := range t.Columns {
		i, ok := at[c.Key]
		if !ok {
			panic(fmt.Sprintf("%s has no field for the column %s of %s", record, c.Key, t.Key))
		}
		s.columns = append(s.columns, i)
		if c.Kind == schema.DateKind || c.Kind == schema.MonthKind {
			s.dates = append(s.dates, i)
		}
	}
	return s
}

// fields are the cells of a record, one for each column of the schema, in its order.
func fields(r Record) iter.Seq2[int, written] {
	return func(yield func(int, written) bool) {
		v := reflect.ValueOf(r).Elem()
		for i, at := range shapes[v.Type()].columns {
			if !yield(i, v.Field(at).Addr().Interface().(written)) {
				return
			}
		}
	}
}

// Fields are the cells of a record as pointers to its fields, a *Field[string], *Field[cell.Day] and so on for
// each column of the schema, in its order.
func Fields(r Record) iter.Seq2[int, any] {
	return func(yield func(int, any) bool) {
		for slot, f := range fields(r) {
			if !yield(slot, f) {
				return
			}
		}
	}
}

// dates visits the days that stand in cells of a record.
func dates(r Record, use func(f *Field[cell.Day])) {
	v := reflect.ValueOf(r).Elem()
	for _, at := range shapes[v.Type()].dates {
		if f := v.Field(at).Addr().Interface().(*Field[cell.Day]); f.Known && f.Col > 0 {
			use(f)
		}
	}
}

// EachDate visits every date that stands in a cell of the ledger, in the order of the tables.
func (all *Tables) EachDate(use func(r Record, f Field[cell.Day])) {
	for _, t := range all.tables() {
		for _, r := range t.every() {
			dates(r, func(f *Field[cell.Day]) { use(r, *f) })
		}
	}
}

// TypedKey joins the cells of a row as typed, ReadKey as they were understood; rows are alike
// when their keys are.
func TypedKey(to []byte, r Record) []byte {
	for _, f := range fields(r) {
		to = append(f.appendTyped(to), 0)
	}
	return to
}

// ReadKey joins the cells of a row as they were understood; see TypedKey.
func ReadKey(to []byte, r Record) []byte {
	for _, f := range fields(r) {
		to = append(f.appendRead(to), 0)
	}
	return to
}

// FirstWritten is the column and text of the first field of the row that is not blank.
func FirstWritten(r Record) (col int, text string) {
	for _, f := range fields(r) {
		if f.column() > 0 && !f.blank() {
			return f.column(), string(f.appendTyped(nil))
		}
	}
	return 0, ""
}
