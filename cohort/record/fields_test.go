package record

import (
	"reflect"
	"testing"

	"pilot90/cohort/cell"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// fieldOf is the type of the field that holds a column of a kind.
var fieldOf = map[schema.Kind]reflect.Type{
	schema.TextKind: reflect.TypeFor[Field[string]](), schema.IDKind: reflect.TypeFor[Field[string]](),
	schema.ChoiceKind: reflect.TypeFor[Field[string]](), schema.ListKind: reflect.TypeFor[Field[[]string]](),
	schema.DateKind: reflect.TypeFor[Field[cell.Day]](), schema.YesNoKind: reflect.TypeFor[Field[bool]](),
	schema.YearKind: reflect.TypeFor[Field[int]](), schema.DecadeKind: reflect.TypeFor[Field[int]](),
	schema.NumberKind: reflect.TypeFor[Field[float64]](), schema.AmountKind: reflect.TypeFor[Field[float64]](),
	schema.HoursKind: reflect.TypeFor[Field[float64]](), schema.CountKind: reflect.TypeFor[Field[float64]](),
	schema.MonthKind: reflect.TypeFor[Field[cell.Day]](),
	schema.ClockKind: reflect.TypeFor[Field[cell.TimeOfDay]](), schema.RestKind: reflect.TypeFor[Field[int]](),
	schema.SpanKind: reflect.TypeFor[Field[[]cell.Span]](),
}

// TestEveryColumnHasItsField: the schema and the records name the same columns, and each field has
// the type of its column's kind.
func TestEveryColumnHasItsField(t *testing.T) {
	for i, table := range (&Tables{}).tables() {
		of := reflect.TypeOf(table.blank(Row{})).Elem()
		at := shapes[of].columns
		if len(at) != len(schema.Tables()[i].Columns) {
			t.Fatalf("%s: %d fields for %d columns", of, len(at), len(schema.Tables()[i].Columns))
		}
		named := map[string]string{}
		for slot, c := range schema.Tables()[i].Columns {
			record, of := of, of.Field(at[slot][0])
			if len(at[slot]) > 1 { // of the clock times of a task, which are apart
				record = of.Type.Elem()
				of = record.Field(at[slot][1])
			}
			named[record.Name()+"."+of.Name] = c.Key
			if got := of.Type; got != fieldOf[c.Kind] {
				t.Errorf("%s.%s of %s is a %s, want %s", record, of.Name, c.Key, got, fieldOf[c.Kind])
			}
		}
		records := []reflect.Type{of}
		if of == reflect.TypeFor[Task]() {
			records = append(records, reflect.TypeFor[TaskTimes]())
		}
		for _, record := range records {
			for j := range record.NumField() {
				f := record.Field(j)
				if tag := f.Tag.Get("column"); tag != named[record.Name()+"."+f.Name] {
					t.Errorf("%s.%s names the column %q, which the schema does not have", record, f.Name, tag)
				}
			}
		}
	}
}

// TestEachDate: every date of every table is visited, and no other cell.
func TestEachDate(t *testing.T) {
	for i, table := range (&Tables{}).tables() {
		r := table.blank(Row{})
		if task, ok := r.(*Task); ok {
			task.TimesOfDay = new(TaskTimes)
		}
		want := map[int]bool{}
		for slot, f := range fields(r) {
			if d, ok := f.(*Field[cell.Day]); ok {
				*d = Field[cell.Day]{Value: 1, Known: true, Col: slot + 1}
				want[slot+1] = true
			}
		}
		dates(r, func(f *Field[cell.Day]) {
			if !want[f.Col] {
				t.Errorf("%s: column %d is visited again or is no date", schema.Tables()[i].Key, f.Col)
			}
			delete(want, f.Col)
		})
		if len(want) > 0 {
			t.Errorf("%s: dates not visited: %v", schema.Tables()[i].Key, want)
		}
	}
}

// TestColumnWithoutField: a column that the record has no field for stops the program.
func TestColumnWithoutField(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a column without a field goes unnoticed")
		}
	}()
	shapeOf(reflect.TypeFor[Client](), &schema.Table{Key: schema.Clients,
		Columns: []schema.Column{{Key: "phone", Kind: schema.TextKind}}})
}

// TestKeysTellReadFromUnread: a value that was read and the same text that could not be read are not alike as
// understood, though they are as typed; neither is a blank.
func TestKeysTellReadFromUnread(t *testing.T) {
	row := func(name Field[string]) *Client {
		return &Client{ID: Field[string]{Value: "K1", Known: true, Col: 1, Text: "K1"}, Name: name}
	}
	read := row(Field[string]{Value: "甲社", Known: true, Col: 2, Text: "甲社"})
	unread := row(Field[string]{Col: 2, Text: "甲社"})
	blank := row(Field[string]{Col: 2})
	if string(TypedKey(nil, read)) != string(TypedKey(nil, unread)) {
		t.Error("the same text gives two keys as typed")
	}
	if string(ReadKey(nil, read)) == string(ReadKey(nil, unread)) || string(ReadKey(nil, unread)) ==
		string(ReadKey(nil, blank)) {
		t.Error("what could not be read is taken for a value, or for a blank")
	}
}

// TestFirstWritten: a value that stands in no cell of the row, such as an id above the table, is not the first one.
func TestFirstWritten(t *testing.T) {
	c := &Client{ID: Field[string]{Value: "K1", Known: true, Text: "K1"}, Name: Field[string]{Col: 2},
		Region: Field[string]{Col: 3, Text: "域内", Value: "inside", Known: true}}
	if col, text := FirstWritten(c); col != 3 || text != "域内" {
		t.Errorf("column %d with %q, want 3 with 域内", col, text)
	}
	if col, text := FirstWritten(&Client{}); col != 0 || text != "" {
		t.Errorf("an empty row has %q in column %d", text, col)
	}
}

// TestFields: each column of the schema gives its field, with the text as typed also where it could not be read.
func TestFields(t *testing.T) {
	task := &Task{Date: Field[cell.Day]{Value: 3, Known: true, Text: "4/1"}, Hours: Field[float64]{Text: "たくさん"}}
	n := 0
	for slot, field := range Fields(task) {
		switch schema.ByKey(schema.Tasks).Columns[slot].Key {
		case "date":
			if f, ok := field.(*Field[cell.Day]); !ok || f.Text != "4/1" || f.Value != 3 {
				t.Errorf("date: %+v", field)
			}
		case "hours":
			if f, ok := field.(*Field[float64]); !ok || f.Text != "たくさん" || f.Known {
				t.Errorf("hours: %+v", field)
			}
		}
		n++
	}
	if want := len(schema.ByKey(schema.Tasks).Columns); n != want {
		t.Errorf("%d cells, want %d", n, want)
	}
}

// called is a client with two columns that no schema has.
type called struct {
	Client
	Phone  Field[string]   `column:"phone"`
	Called Field[cell.Day] `column:"called_date"`
}

// TestAddAColumn: an entry in the schema and a tagged field are all that a column takes. It is found by everything
// that goes through the cells of a record, and a day is a date of the ledger.
func TestAddAColumn(t *testing.T) {
	table := &schema.Table{Key: schema.Clients, Columns: []schema.Column{{Key: "called_date", Kind: schema.DateKind},
		{Key: "phone", Kind: schema.TextKind}}}
	of := reflect.TypeFor[called]()
	shapes[of] = shapeOf(of, table)
	defer delete(shapes, of)
	source := &Source{}
	c := &called{Client: Client{Row: Row{Source: source}},
		Phone:  Field[string]{Value: "0260", Known: true, Col: 9, Text: "0260"},
		Called: Field[cell.Day]{Value: 5, Known: true, Col: 8, Text: "1/6"}}
	var cells []any
	for _, field := range Fields(c) {
		cells = append(cells, field)
	}
	if want := []any{&c.Called, &c.Phone}; !reflect.DeepEqual(cells, want) {
		t.Errorf("cells %v, want %v", cells, want)
	}
	if got := string(TypedKey(nil, c)); got != "1/6\x000260\x00" {
		t.Errorf("key %q", got)
	}
	days := 0
	dates(c, func(f *Field[cell.Day]) { days += int(f.Value) })
	if col, text := FirstWritten(c); col != 8 || text != "1/6" || days != 5 {
		t.Errorf("first cell %d %q, days %d; want 8 1/6, 5", col, text, days)
	}
	r := &cellReader{builder: &builder{table: &layout.Scan{Table: &layout.Table{Schema: table}}, source: source,
		active: []int{0, 1}},
		values: []cell.Value{{Kind: cell.Text, Text: "2025/4/1"}, {Kind: cell.Text, Text: "0261"}}, cols: []int{8, 9}}
	r.read(c)
	if c.Called.Value != cell.NewDay(2025, 4, 1) || c.Phone.Value != "0261" || len(r.faults) > 0 {
		t.Errorf("read as %+v and %+v, faults %v", c.Called, c.Phone, r.faults)
	}
}
