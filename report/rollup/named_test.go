package rollup

import (
	"reflect"
	"slices"
	"testing"

	"pilot90/cohort/tomlplace"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/templates"
)

// TestNamedFiguresExist: the file names figures of the catalogue alone, each once in a list, no list is empty, and it
// has no key that is not read.
func TestNamedFiguresExist(t *testing.T) {
	var keys map[string]any
	if err := tomlplace.Decode(string(templates.Rollup()), &keys); err != nil {
		t.Fatal(err)
	}
	lists := reflect.ValueOf(shown())
	if len(keys) != lists.NumField() {
		t.Errorf("the file has the keys %v, %d are read", keys, lists.NumField())
	}
	for i := range lists.NumField() {
		key, ids := lists.Type().Field(i).Tag.Get("toml"), lists.Field(i).Interface().([]string)
		if len(ids) == 0 {
			t.Errorf("%s names nothing", key)
		}
		for k, id := range ids {
			if !slices.ContainsFunc(catalog.All(), func(d kpi.Definition) bool { return d.ID == id }) {
				t.Errorf("%s: there is no figure %s", key, id)
			}
			if slices.Contains(ids[:k], id) {
				t.Errorf("%s names %s twice", key, id)
			}
		}
	}
}
