package record

import (
	"reflect"
	"testing"

	"pilot90/cohort/cell"
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
		named := map[int]string{}
		for slot, c := range schema.Tables()[i].Columns {
			named[at[slot]] = c.Key
			if got := of.Field(at[slot]).Type; got != fieldOf[c.Kind] {
				t.Errorf("%s.%s of %s is a %s, want %s", of, of.Field(at[slot]).Name, c.Key, got, fieldOf[c.Kind])
			}
		}
		for j := range of.NumField() {
			if tag := of.Field(j).Tag.Get("column"); tag != named[j] {
				t.Errorf("%s.%s names the column %q, which the schema does not have", of, of.Field(j).Name, tag)
			}
		}
	}
}

// TestEachDate: every date of every table is visited, and no other cell.
func TestEachDate(t *testing.T) {
	for i, table := range (&Tables{}).tables() {
		r := table.blank(Row{})
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
