package finding

import (
	"fmt"
	"reflect"
	"testing"
)

// faultsOf are errors of column E of a sheet, in every step-th row from 2 on.
func faultsOf(sheet string, n, step int) (fs []Finding) {
	for i := range n {
		fs = append(fs, Finding{Code: "C104", Place: Place{"a.csv", sheet, fmt.Sprintf("E%d", 2+i*step)},
			Value: fmt.Sprint(i)})
	}
	return fs
}

// TestKeptIsBounded: of 20,000 faults in a column, every second row, 5,000 are kept one by one; the rest is counted in
// one more, whose places are the other 15,000 cells. Folding changes nothing of it.
func TestKeptIsBounded(t *testing.T) {
	all := faultsOf("a", 20_000, 2)
	var kept Kept
	for _, f := range all {
		kept.Add(f)
	}
	list := kept.List()
	if len(list) != mostKept+1 || !reflect.DeepEqual(list[:mostKept], all[:mostKept]) {
		t.Fatalf("%d are kept, want %d", len(list), mostKept+1)
	}
	rest := list[mostKept]
	if rest.Cells() != 15_000 || rest.Message == all[0].Message {
		t.Errorf("%d cells are counted: %+v", rest.Cells(), rest.Message)
	}
	var places []Place
	for _, f := range all[mostKept:] {
		places = append(places, f.Place)
	}
	if got := rest.Places(); !reflect.DeepEqual(got, places) {
		t.Errorf("%d places, from %v to %v", len(got), got[0], got[len(got)-1])
	}
	cells := 0
	for _, f := range Fold(Fold(list)) {
		cells += f.Cells()
	}
	if cells != len(all) {
		t.Errorf("folded, they are %d cells, want %d", cells, len(all))
	}
}

// TestKeptInAll: 30 sheets of 5,000 faults each in neighbouring rows are kept up to 100,000; of each sheet behind, the
// first is kept and the others are one range. Lists that were bounded are bounded again together.
func TestKeptInAll(t *testing.T) {
	var kept, whole Kept
	for n := range 30 {
		var one Kept
		for _, f := range faultsOf(fmt.Sprint(n), 6_000, 1) {
			one.Add(f)
		}
		for _, f := range one.List() {
			kept.Add(f)
		}
	}
	cells := 0
	for _, f := range kept.List() {
		cells += f.Cells()
		whole.Add(f)
	}
	last := kept.List()[len(kept.List())-1]
	if n := len(kept.List()); cells != 30*6_000 || n > mostInAll+60 || last.Cells() != 5_999 ||
		!reflect.DeepEqual(last.Places(), []Place{{"a.csv", "29", "E3:E6001"}}) {
		t.Errorf("%d findings of %d cells; the last of %d: %v", n, cells, last.Cells(), last.Places())
	}
	if !reflect.DeepEqual(whole.List(), kept.List()) {
		t.Error("bounded again, they are others")
	}
}
