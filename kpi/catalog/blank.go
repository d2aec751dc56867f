package catalog

import (
	"fmt"

	"pilot90/cohort/cell"
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

// lateDays is how many days of work without an entry there are before a column is taken to have been added later.
const lateDays = 30

// usedSince is the first day of work on which a column of the log is filled in, where it was added later: the work
// before goes back lateDays or more, and from that day on the column is filled in for most of the work. Else it is 0:
// a mark that is made now and then says nothing of when it was begun.
func usedSince[V any](tasks []*record.Task, of func(*record.Task) record.Field[V]) cell.Day {
	var first, used cell.Day
	for _, t := range tasks {
		day := t.Date.Value
		if first == 0 || day < first {
			first = day
		}
		if !blank(of(t)) && (used == 0 || day < used) {
			used = day
		}
	}
	since := kpi.Where(tasks, func(t *record.Task) bool { return t.Date.Value >= used })
	if used == 0 || used-first < lateDays || 2*blanks(since, of) > len(since) {
		return 0
	}
	return used
}

// countedSince says from which day on a column is looked at; nothing for 0.
func countedSince(c kpi.Column, since cell.Day) []lang.Text {
	if since == 0 {
		return nil
	}
	heading := schema.ByKey(c.Table).Column(c.Key).Heading
	return []lang.Text{{
		JA: fmt.Sprintf("「%s」列は %s から使われているため、その日からの作業だけで数えています", heading.JA, since),
		EN: fmt.Sprintf("column %s is in use since %s: only work from that day on counts", heading.EN, since),
	}}
}

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
		JA: fmt.Sprintf("「%s」が空欄の%d件は、%sとして数えています", heading.JA, n, as.JA),
		EN: fmt.Sprintf("%d with a blank %s count as %s", n, heading.EN, as.EN),
	}}
}

// asNo is what a blank mark counts as.
var asNo = lang.Text{JA: "「無」", EN: "no"}
