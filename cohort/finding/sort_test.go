package finding

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pilot90/cohort/lang"
)

// at makes a finding for tests: file, sheet, range, code.
func at(file, sheet, ref, code string) Finding {
	return Finding{Code: code, Place: Place{file, sheet, ref}, Message: lang.Text{JA: code + "です", EN: code}}
}

func TestSort(t *testing.T) {
	want := []Finding{
		at("a.csv", "a", "", "C302"),
		at("a.csv", "a", "B2", "C101"),
		at("b.xlsx", "作業ログ", "E9", "C102"),
		at("b.xlsx", "作業ログ", "A10", "C101"), // row 10 after row 9, not "A10" before "E9"
		at("b.xlsx", "作業ログ", "A10", "C202"),
		at("b.xlsx", "作業ログ", "Z10", "C101"),
		at("b.xlsx", "作業ログ", "AA10", "C101"), // column 27 after column 26
		at("b.xlsx", "案件", "A1", "C101"),
	}
	for seed := range uint64(20) {
		got := slices.Clone(want)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		Sort(got)
		for i := range want {
			if got[i].Place != want[i].Place || got[i].Code != want[i].Code {
				t.Fatalf("seed %d: place %d is %v %s, want %v %s", seed, i, got[i].Place, got[i].Code, want[i].Place, want[i].Code)
			}
		}
	}
}

func TestArea(t *testing.T) {
	for _, c := range []struct {
		ref  string
		want area
	}{
		{"A1", area{1, 1, 1, 1}},
		{"E9:E22", area{9, 5, 22, 5}},
		{"Z1:AA2", area{1, 26, 2, 27}},
		{"XFD1048576", area{1048576, 16384, 1048576, 16384}}, // the last cell of Excel
		{"", area{}},
		{"E", area{}},
		{"17", area{}},
		{"E0", area{}},
		{"E22:E9", area{}},
		{"作業", area{}},
	} {
		got := Place{Range: c.ref}.area()
		if got != c.want {
			t.Errorf("area of %q = %v, want %v", c.ref, got, c.want)
		}
		if c.want != (area{}) && got.name() != c.ref {
			t.Errorf("name of %v = %q, want %q", got, got.name(), c.ref)
		}
	}
}

func TestCounts(t *testing.T) {
	e, w, i := Counts([]Finding{{Severity: Error}, {Severity: Info}, {Severity: Warning}, {Severity: Error, Count: 14}})
	if e != 2 || w != 1 || i != 1 {
		t.Errorf("Counts = %d, %d, %d, want 2, 1, 1 (a folded finding is one)", e, w, i)
	}
}
