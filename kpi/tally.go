package kpi

import (
	"fmt"
	"math"
	"slices"

	"pilot90/cohort/lang"
	"pilot90/kpi/survival"
)

// Tally counts records as they are looked at and keeps the rows behind the count.
type Tally struct {
	Hits     int // records that count in the numerator
	All      int // records looked at: the denominator
	Excluded int // records left out because of an error finding or unknown input
	Rows     []RowUse
}

// What the note of a row says of how it counts.
var (
	NoteBoth     = lang.Text{JA: "分子・分母", EN: "numerator and denominator"}
	NoteUnder    = lang.Text{JA: "分母のみ", EN: "denominator only"}
	noteEvidence = lang.Text{JA: "根拠", EN: "evidence"}
)

// Add counts one record: in the denominator, and in the numerator when hit. The evidence
// rows are listed with it. Notes that are already there are kept.
func (t *Tally) Add(hit bool, record RowUse, evidence ...RowUse) {
	t.All++
	note := NoteUnder
	if hit {
		t.Hits++
		note = NoteBoth
	}
	if record.Note.Empty() {
		record.Note = note
	}
	t.Rows = listed(t.Rows, record)
	t.List(evidence...)
}

// List adds rows that are evidence and count nothing by themselves.
func (t *Tally) List(evidence ...RowUse) {
	for _, e := range evidence {
		if e.Note.Empty() {
			e.Note = noteEvidence
		}
		t.Rows = listed(t.Rows, e)
	}
}

// Drop leaves one record out and says why.
func (t *Tally) Drop(record RowUse, why lang.Text) {
	t.Excluded++
	t.Rows = listed(t.Rows, record.Without(why))
}

// DropFaulty leaves one record out because its row has an error finding.
func (t *Tally) DropFaulty(record RowUse) { t.Drop(record, Faulty) }

// Ratio returns Hits ÷ All with Wilson's 95 % interval. With All = 0 there is no value and
// the reason is empty's text; with All = 1 the value is 0 or 1 and the interval nearly 0–1.
func (t *Tally) Ratio(empty lang.Text) Figure {
	f := Figure{N: t.All, Excluded: t.Excluded, Rows: t.Rows, Terms: &Terms{Numerator: float64(t.Hits),
		Denominator: float64(t.All), Known: []int{t.All}, Trials: true}}
	if t.All == 0 {
		f.Reason = empty
		return f
	}
	Divide(&f, float64(t.Hits), float64(t.All))
	if ci := survival.Wilson(t.Hits, t.All); ci.Defined() {
		f.Interval = &[2]float64{ci.Lower, ci.Upper}
	}
	return f
}

// Count returns Hits as the value, over n = All records looked at. what names the records
// ("人", "people") in the arithmetic. The value is 0 when records were looked at and none
// counts; a sheet that is missing is a matter of Definition.Needs.
func (t *Tally) Count(what lang.Text) Figure {
	f := Figure{Value: new(float64(t.Hits)), N: t.All, Excluded: t.Excluded, Rows: t.Rows}
	f.Arithmetic = lang.Text{
		JA: fmt.Sprintf("対象 %d %sのうち %d %s", t.All, what.JA, t.Hits, what.JA),
		EN: fmt.Sprintf("%d of %d %s", t.Hits, t.All, what.EN),
	}
	return f
}

// None is a figure without a value, and why.
func None(reason lang.Text) Figure { return Figure{Reason: reason} }

// Divide sets value, numerator, denominator and arithmetic of f to num ÷ den. The caller
// makes sure that den is not 0.
func Divide(f *Figure, num, den float64) {
	value := num / den
	f.Value, f.Numerator, f.Denominator = &value, &num, &den
	line := lang.Plain(num) + " ÷ " + lang.Plain(den) + " = " + lang.Plain(value)
	f.Arithmetic = lang.Text{JA: line, EN: line}
}

// Sum adds the values in ascending order, so that the result does not depend, to the last
// bit, on the order of the rows. The sum of nothing is 0: whether that is a value or
// "no data" is for the caller to say.
func Sum(values []float64) float64 {
	if s, exact := exactSum(values); exact {
		return s
	}
	var s float64
	ascending := slices.Clone(values)
	slices.Sort(ascending)
	for _, v := range ascending {
		s += v
	}
	return s
}

// exactSum adds values that are whole numbers of 1/1024, such as yen and quarters of an hour. Their sum is a number of
// its own below 2^42, and so is each sum on the way: the order makes no difference.
func exactSum(values []float64) (sum float64, exact bool) {
	var size float64
	for _, v := range values {
		parts := v * 1024
		if parts != math.Trunc(parts) {
			return 0, false
		}
		size += math.Abs(v)
		sum += v
	}
	return sum, size < 1<<42
}

// HourSlack is the hair that sums of hours are given when they are compared with a limit.
// Twenty minutes are a third of an hour, which no binary number holds, so thirty such tasks
// may add up to a little under 10.
const HourSlack = 1e-6

// Reaches reports whether a sum of hours reaches a limit; one millionth of an hour is let pass.
func Reaches(hours, limit float64) bool { return hours >= limit-HourSlack }
