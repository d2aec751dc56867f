package record

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
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
	columns [][]int // path to the field, one for each column of the schema, in its order
	dates   []int   // the columns of the schema that hold a day or a month
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
	at := map[string][]int{}
	for i := range record.NumField() {
		at[record.Field(i).Tag.Get("column")] = []int{i}
		if of := record.Field(i).Type; of == reflect.TypeFor[*TaskTimes]() {
			for j := range of.Elem().NumField() {
				at[of.Elem().Field(j).Tag.Get("column")] = []int{i, j}
			}
		}
	}
	var s shape
	for i, c := range t.Columns {
		path, ok := at[c.Key]
		if !ok {
			panic(fmt.Sprintf("%s has no field for the column %s of %s", record, c.Key, t.Key))
		}
		s.columns = append(s.columns, path)
		if c.Kind == schema.DateKind || c.Kind == schema.MonthKind {
			s.dates = append(s.dates, i)
		}
	}
	if record == reflect.TypeFor[Task]() {
		s.checkDirect()
	}
	return s
}

// checkDirect stops the program when the log hands out other fields than the tags name.
func (s *shape) checkDirect() {
	task := &Task{TimesOfDay: new(TaskTimes)}
	if len(s.columns) != taskColumns || !slices.Equal(s.dates, taskDates[:]) {
		panic(fmt.Sprintf("the log has %d columns with days in %v", len(s.columns), s.dates))
	}
	for slot, path := range s.columns {
		if want := reflect.ValueOf(task).Elem().FieldByIndex(path).Addr().Interface(); any(task.field(slot)) != want {
			panic(fmt.Sprintf("the field of column %d of the log is another", slot))
		}
	}
}

// fields are the cells of a record, one for each column of the schema, in its order. They are for reading: of a task
// without clock times, those of all such tasks are among them.
func fields(r Record) iter.Seq2[int, written] {
	return func(yield func(int, written) bool) {
		if t, ok := r.(*Task); ok { // by far the most rows are tasks
			for slot := range taskColumns {
				if !yield(slot, t.field(slot)) {
					return
				}
			}
			return
		}
		v := reflect.ValueOf(r).Elem()
		for i, path := range shapes[v.Type()].columns {
			if !yield(i, v.Field(path[0]).Addr().Interface().(written)) {
				return
			}
		}
	}
}

// field is one of the fields, for writing.
func field(r Record, slot int) written {
	if t, ok := r.(*Task); ok {
		return t.field(slot)
	}
	v := reflect.ValueOf(r).Elem()
	return v.Field(shapes[v.Type()].columns[slot][0]).Addr().Interface().(written)
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
	visit := func(f *Field[cell.Day]) {
		if f.Known && f.Col > 0 {
			use(f)
		}
	}
	if t, ok := r.(*Task); ok {
		for _, slot := range taskDates {
			visit(t.field(slot).(*Field[cell.Day]))
		}
		return
	}
	v := reflect.ValueOf(r).Elem()
	of := shapes[v.Type()]
	for _, slot := range of.dates {
		visit(v.Field(of.columns[slot][0]).Addr().Interface().(*Field[cell.Day]))
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
