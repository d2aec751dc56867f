package cohort

import (
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/sheet/grid"
)

// frontSheet is how the front sheet of an annotated copy begins, which "check --format xlsx"
// writes: the copy holds every record of the original again.
const frontSheet = "点検結果"

// withoutAnnotated leaves out annotated copies of books that are there themselves, with a
// finding for each.
func withoutAnnotated(books []*grid.Book) ([]*grid.Book, []finding.Finding) {
	var kept []*grid.Book
	var findings []finding.Finding
	for _, b := range books {
		original := slices.IndexFunc(books, func(o *grid.Book) bool { return o != b && annotates(b, o) })
		if original < 0 {
			kept = append(kept, b)
			continue
		}
		findings = append(findings, finding.Finding{
			Code: layout.CodeUnusedSheet, Severity: finding.Info, Place: finding.Place{File: b.File},
			Message: lang.Sayf("「%s」に点検結果を書き込んだ写しのため使いませんでした。",
				"The file is a copy of %s with the findings written in and was not used.", books[original].File),
			Fix: lang.Say("直すときは元のファイルを直してください。", "Mend the original file."),
		})
	}
	return kept, findings
}

// annotates reports whether the book is a front sheet and the sheets of the original.
func annotates(b, original *grid.Book) bool {
	if len(b.Sheets) < 2 || !strings.HasPrefix(b.Sheets[0].Sheet, frontSheet) {
		return false
	}
	return slices.EqualFunc(b.Sheets[1:], original.Sheets, func(x, y *grid.Grid) bool { return x.Sheet == y.Sheet })
}
