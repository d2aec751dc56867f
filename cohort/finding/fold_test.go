package finding

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pilot90/cohort/lang"
)

// column of findings of one code: one for each row, all with the message given by say.
func down(code string, s Severity, col string, say func(row int) string, rows ...int) []Finding {
	var fs []Finding
	for _, row := range rows {
		fs = append(fs, Finding{
			Code: code, Severity: s, Place: Place{"台帳.xlsx", "作業ログ", fmt.Sprintf("%s%d", col, row)},
			Record: fmt.Sprint(row), Message: lang.Text{JA: say(row), EN: say(row)},
			Related: []Place{{"台帳.xlsx", "参加者", "A4"}},
		})
	}
	return fs
}

// valued gives all findings one value.
func valued(v string, fs []Finding) []Finding {
	for i := range fs {
		fs[i].Value = v
	}
	return fs
}

// mended gives each finding a fix of its own.
func mended(fs []Finding) []Finding {
	for i := range fs {
		fs[i].Fix = lang.Text{JA: fs[i].Range}
	}
	return fs
}

// caused gives all findings one cause, and each a value of its own.
func caused(ref string, fs []Finding) []Finding {
	for i := range fs {
		fs[i].Cause = Place{"台帳.xlsx", "参加者", ref}
		fs[i].Value = fs[i].Range
	}
	return fs
}

func same(int) string          { return "同じ" }
func different(row int) string { return fmt.Sprint("違う", row) }

func TestFold(t *testing.T) {
	type folded struct {
		ref   string
		count int
	}
	for _, c := range []struct {
		name string
		in   []Finding
		want []folded
	}{
		{"fourteen neighbours are one range", down("C102", Error, "D", same, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
			21, 22), []folded{{"D9:D22", 14}}},
		{"a gap parts errors, as D11 is right", down("C102", Error, "D", same, 9, 10, 12),
			[]folded{{"D9:D10", 2}, {"D12", 0}}},
		{"a gap does not part infos", down("C190", Info, "D", different, 9, 12, 30), []folded{{"D9:D30", 3}}},
		{"two different faults stay apart", down("C102", Error, "D", different, 9, 10), []folded{{"D9", 0}, {"D10", 0}}},
		{"three faults of a cell by itself, whatever the values", down("C102", Error, "D", different, 9, 10, 11),
			[]folded{{"D9:D11", 3}}},
		{"three between cells with values of their own stay apart", down("C202", Error, "D", different, 9, 10, 11),
			[]folded{{"D9", 0}, {"D10", 0}, {"D11", 0}}},
		{"three of one value fold", valued("P99", down("C202", Error, "D", different, 9, 10, 11)), []folded{{"D9:D11", 3}}},
		{"neighbours mended in other ways do not", mended(down("C202", Error, "D", same, 9, 10, 11)),
			[]folded{{"D9", 0}, {"D10", 0}, {"D11", 0}}},
		{"nor do four of one value over gaps", mended(valued("P99", down("C202", Error, "D", same, 9, 11, 15, 20))),
			[]folded{{"D9", 0}, {"D11", 0}, {"D15", 0}, {"D20", 0}}},
		{"three with one cause fold over gaps", caused("G2", down("C205", Error, "A", different, 9, 11, 15)),
			[]folded{{"A9:A15", 3}}},
		{"two with one cause do not", caused("G2", down("C205", Error, "A", different, 9, 11)),
			[]folded{{"A9", 0}, {"A11", 0}}},
		{"other causes stay apart", slices.Concat(caused("G2", down("C205", Error, "A", different, 9, 11, 15)),
			caused("G3", down("C205", Error, "A", different, 10, 12, 14))), []folded{{"A9:A15", 3}, {"A10:A14", 3}}},
		{"four of one value fold over gaps", valued("修了", down("C110", Error, "D", same, 9, 11, 15, 20)),
			[]folded{{"D9:D20", 4}}},
		{"three of one value do not", valued("修了", down("C110", Error, "D", same, 9, 11, 15)),
			[]folded{{"D9", 0}, {"D11", 0}, {"D15", 0}}},
		{"nor four with values of their own", down("C110", Error, "D", same, 9, 11, 15, 20),
			[]folded{{"D9", 0}, {"D11", 0}, {"D15", 0}, {"D20", 0}}},
		{"each value folds by itself", slices.Concat(valued("修了", down("C110", Error, "D", same, 2, 4, 7, 9)),
			valued("要", down("C110", Error, "D", different, 3, 20, 21, 22))),
			[]folded{{"D2:D9", 4}, {"D3:D22", 4}}},
		{"runs of one value are joined", valued("P09", down("C202", Error, "B", same, 2, 3, 8, 9, 12)),
			[]folded{{"B2:B12", 5}}},
		{"other columns do not", append(down("C102", Error, "D", same, 9), down("C102", Error, "E", same, 10)...),
			[]folded{{"D9", 0}, {"E10", 0}}},
		{"other codes do not", append(down("C102", Error, "D", same, 9), down("C103", Error, "D", same, 10)...),
			[]folded{{"D9", 0}, {"D10", 0}}},
		{"two of one cell do not", append(down("C207", Warning, "D", same, 9), down("C207", Warning, "D", different, 9)...),
			[]folded{{"D9", 0}, {"D9", 0}}},
		{"a finding without a range stays", []Finding{at("a.csv", "a", "", "C315")}, []folded{{"", 0}}},
		{"what came folded stays as it is", append(down("C190", Info, "D", same, 12),
			Finding{Code: "C190", Severity: Info, Place: Place{"台帳.xlsx", "作業ログ", "D4:D9"}, Count: 3}), []folded{{"D4:D9", 3},
			{"D12", 0}}},
		{"whole rows fold", []Finding{at("a.csv", "a", "A3:F3", "C213"), at("a.csv", "a", "A4:F4", "C213")},
			[]folded{{"A3:F4", 2}}},
	} {
		got := Fold(c.in)
		var refs []folded
		for _, f := range got {
			refs = append(refs, folded{f.Range, f.Count})
		}
		if !reflect.DeepEqual(refs, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, refs, c.want)
		}
		if again := Fold(got); !reflect.DeepEqual(again, got) {
			t.Errorf("%s: folding twice changed %v to %v", c.name, got, again)
		}
		if n := len(Unfold(got)); n != len(c.in) {
			t.Errorf("%s: %d findings became %d", c.name, len(c.in), n)
		}
	}
}

// TestFoldTakesLinearTime: 60,000 findings down one column, each with a value of its own, fold in a few tenths of a
// second; where each was held against all before it, they took over half a minute. 10 s leaves room for a busy machine.
func TestFoldTakesLinearTime(t *testing.T) {
	rows := make([]int, 60_000)
	for i := range rows {
		rows[i] = i + 2
	}
	fs := down("C102", Error, "D", different, rows...)
	begun := time.Now()
	got := Fold(fs)
	if took := time.Since(begun); took > 10*time.Second {
		t.Errorf("folded in %v", took)
	}
	if len(got) != 1 || got[0].Count != len(rows) {
		t.Errorf("%d findings became %d", len(rows), len(got))
	}
}

func TestFoldKeepsWhatDiffers(t *testing.T) {
	in := valued("P99", down("C102", Error, "D", different, 9, 10, 11))
	in[2].Related = []Place{{"台帳.xlsx", "参加者", "A5"}}
	f := Fold(in)[0]
	if want := "違う9（ほか2か所も同じ種類です）"; f.Message.JA != want {
		t.Errorf("message %q, want %q", f.Message.JA, want)
	}
	// A4 is named by D9 and D10, A5 by D11: each once.
	if want := []Place{{"台帳.xlsx", "参加者", "A4"}, {"台帳.xlsx", "参加者", "A5"}}; !reflect.DeepEqual(f.Related, want) {
		t.Errorf("related %v, want %v", f.Related, want)
	}
	if f.Record != "9" || len(f.Parts) != 3 || f.Parts[1].Record != "10" {
		t.Errorf("record %q and parts %v: want the first row's record and all three parts", f.Record, f.Parts)
	}
	scattered := Fold(valued("修了", down("C110", Error, "D", same, 9, 11, 15, 20)))[0]
	if want := "同じ（同じ値の4か所: D9、D11、D15、D20）"; scattered.Message.JA != want || len(scattered.Parts) != 4 ||
		scattered.Parts[2].Range != "D15" {
		t.Errorf("message %q with parts %v, want %q and the four cells", scattered.Message.JA, scattered.Parts, want)
	}
	if f := Fold(down("C102", Error, "D", same, 9, 10))[0]; f.Message.JA != "同じ" {
		t.Errorf("message of like findings changed to %q", f.Message.JA)
	}
}

// TestFoldNamesEveryCell: what does not fill its range names its cells in Related, and the cause
// stands in the message.
func TestFoldNamesEveryCell(t *testing.T) {
	f := Fold(caused("A4", down("C205", Error, "A", different, 2, 4, 8)))[0]
	var related []string
	for _, p := range f.Related {
		related = append(related, p.Sheet+"!"+p.Range)
	}
	if want := []string{"参加者!A4", "作業ログ!A2", "作業ログ!A4", "作業ログ!A8"}; !slices.Equal(related, want) {
		t.Errorf("related %v, want %v", related, want)
	}
	if want := "違う2（参加者!A4 と合わないセルが3か所あります: A2、A4、A8）"; f.Message.JA != want || f.Value != "A2" {
		t.Errorf("message %q of value %q, want %q", f.Message.JA, f.Value, want)
	}
}
