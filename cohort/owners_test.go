package cohort_test

import (
	"testing"

	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
)

// TestOwner: a finding is somebody's when all its rows are.
func TestOwner(t *testing.T) {
	o := cohort.Owners{}
	for number, name := range map[int]string{2: "第1期", 3: "第1期", 4: "第2期", 6: "第2期"} {
		o.Add(record.Row{Source: &record.Source{File: "a.xlsx", Sheet: "作業ログ"}, Number: number}, name)
	}
	for _, c := range []struct{ sheet, ref, want string }{
		{"作業ログ", "D2", "第1期"},
		{"作業ログ", "A2:F2", "第1期"},
		{"作業ログ", "D2:D3", "第1期"},
		{"作業ログ", "D3:D4", ""}, // of two cohorts
		{"作業ログ", "D4:D6", ""}, // row 5 is nobody's
		{"作業ログ", "D1:D2", ""}, // the heading
		{"作業ログ", "D5", ""},
		{"作業ログ", "", ""}, // the whole sheet
		{"案件", "D2", ""},
	} {
		if got := o.Of(finding.Finding{Place: finding.Place{File: "a.xlsx", Sheet: c.sheet, Range: c.ref}}); got != c.want {
			t.Errorf("%s!%s: %q, want %q", c.sheet, c.ref, got, c.want)
		}
	}
}
