package result

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"pilot90/cohort/lang"
)

// TestMunicipalitiesOneByOne: written one after the other they give the bytes of the form written at once, whatever
// their names.
func TestMunicipalitiesOneByOne(t *testing.T) {
	for n := range 4 {
		r := &Result{Program: noMunicipalities, Rollup: &Rollup{Municipalities: []MunicipalityOf{},
			Groups: []RollupGroup{{Key: "01", Figures: []RollupFigure{{ID: "x"}}}}}}
		for i := range n {
			r.Rollup.Municipalities = append(r.Rollup.Municipalities, MunicipalityOf{
				Reporter: Reporter{Place: Place{Code: fmt.Sprint(i), Name: "<町>" + noMunicipalities}, Source: "a & b"},
				Figures:  []RollupFigure{{ID: "revenue_total", Value: new(1.5), N: new(i)}, {ID: "hours"}}[:2-i%2]})
		}
		var got, want bytes.Buffer
		if err := r.WriteJSON(&got, lang.JA); err != nil {
			t.Fatal(err)
		}
		if err := indented(&want, "").Encode(r.form(lang.JA)); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%d municipalities:\n%s\nwant\n%s", n, got.String(), want.String())
		}
	}
}

// TestMunicipalitiesReportAWriteError at whichever write the disk is full.
func TestMunicipalitiesReportAWriteError(t *testing.T) {
	r := &Result{Rollup: &Rollup{Municipalities: make([]MunicipalityOf, 2)}}
	for writes := range 6 { // the head, two leads and two municipalities, the rest
		if err := r.WriteJSON(&fullAfter{writes}, lang.JA); err == nil {
			t.Errorf("no error at write %d", writes+1)
		}
	}
	if err := r.WriteJSON(&fullAfter{6}, lang.JA); err != nil {
		t.Error(err)
	}
}

// fullAfter takes so many writes.
type fullAfter struct{ left int }

func (f *fullAfter) Write(data []byte) (int, error) {
	if f.left--; f.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(data), nil
}
