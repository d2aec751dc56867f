package cohort

import (
	"reflect"
	"testing"

	"pilot90/cohort/cell"
)

// fieldOf is the type of the field that holds a column of a kind.
var fieldOf = map[ColumnKind]reflect.Type{
	TextKind: reflect.TypeFor[Field[string]](), IDKind: reflect.TypeFor[Field[string]](),
	ChoiceKind: reflect.TypeFor[Field[string]](), ListKind: reflect.TypeFor[Field[[]string]](),
	DateKind: reflect.TypeFor[Field[cell.Day]](), YesNoKind: reflect.TypeFor[Field[bool]](),
	YearKind: reflect.TypeFor[Field[int]](), DecadeKind: reflect.TypeFor[Field[int]](),
	NumberKind: reflect.TypeFor[Field[float64]](), AmountKind: reflect.TypeFor[Field[float64]](),
	HoursKind: reflect.TypeFor[Field[float64]](), CountKind: reflect.TypeFor[Field[float64]](),
}

// TestEveryColumnHasItsField: the schema and the records name the same columns, and each field has
// the type of its column's kind.
func TestEveryColumnHasItsField(t *testing.T) {
	for i, table := range (&Records{}).tables() {
		of := reflect.TypeOf(table.blank(Row{})).Elem()
		at := shapes[of].columns
		if len(at) != len(Tables()[i].Columns) {
			t.Fatalf("%s: %d fields for %d columns", of, len(at), len(Tables()[i].Columns))
		}
		named := map[int]string{}
		for slot, c := range Tables()[i].Columns {
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
	for i, table := range (&Records{}).tables() {
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
				t.Errorf("%s: column %d is visited again or is no date", Tables()[i].Key, f.Col)
			}
			delete(want, f.Col)
		})
		if len(want) > 0 {
			t.Errorf("%s: dates not visited: %v", Tables()[i].Key, want)
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
	shapeOf(reflect.TypeFor[Client](), &TableSchema{Key: ClientsKey, Columns: []Column{{Key: "phone", Kind: TextKind}}})
}
