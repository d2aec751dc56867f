package catalog

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/kpi"
)

// A column in which nothing was ever entered is no data: nobody has begun to use it, and 0 would claim that somebody
// looked. Once it is used, a blank cell has the meaning that the definition gives it, which is said with its count.

// neverUsed reports whether the rows are there and a cell of theirs is blank in all of them.
func neverUsed[R, V any](rows []*R, of func(*R) record.Field[V]) bool {
	for _, r := range rows {
		if !blank(of(r)) {
			return false
		}
	}
	return len(rows) > 0
}

// blanks counts the rows whose cell is blank.
func blanks[R, V any](rows []*R, of func(*R) record.Field[V]) int {
	n := 0
	for _, r := range rows {
		if blank(of(r)) {
			n++
		}
	}
	return n
}

func blank[V any](f record.Field[V]) bool { return !f.Known && f.Text == "" }

// wholeColumnBlank is the reason for a column that was never used.
func wholeColumnBlank(c kpi.Column) lang.Text {
	s := schema.ByKey(c.Table)
	heading := s.Column(c.Key).Heading
	return lang.Text{
		JA: "データなし：「" + s.Sheet.JA + "」の「" + heading.JA + "」列は、すべて空欄です",
		EN: "no data: column " + heading.EN + " of " + s.Sheet.EN + " is blank throughout",
	}
}

// takenAs says that n blank cells of a column count as something; none is not said.
func takenAs(c kpi.Column, n int, as lang.Text) []lang.Text {
	if n == 0 {
		return nil
	}
	heading := schema.ByKey(c.Table).Column(c.Key).Heading
	return []lang.Text{{
		JA: fmt.Sprintf("「%s」が空欄の %d 件は、%sとして数えています", heading.JA, n, as.JA),
		EN: fmt.Sprintf("%d with a blank %s count as %s", n, heading.EN, as.EN),
	}}
}

// asNo is what a blank mark counts as.
var asNo = lang.Text{JA: "「無」", EN: "no"}
