package main

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// grade is how a figure compares with the right one, the best first.
type grade int

const (
	right   grade = iota
	refused       // no value, with a reason
	marked        // another value, which carries a warning or a range, or the ledger has a finding that asks
	silent        // another value and no word of doubt anywhere, or no value without a reason
	grades
)

// gradeOf judges one figure; the text says how it differs.
func (a answers) gradeOf(name string, w want) (grade, string) {
	got := a.figures[name]
	diff := got.differs(w)
	switch {
	case diff == "":
		return right, ""
	case got.Value == nil && got.reason != "":
		return refused, fmt.Sprintf("%s: no value (%s)", name, got.reason)
	case got.Value != nil && (got.marked || a.asks()):
		return marked, name + ": " + diff
	}
	return silent, name + ": " + diff
}

// asks tells whether any finding of the ledger is more than an info.
func (a answers) asks() bool {
	return slices.ContainsFunc(a.remarks, func(r remark) bool { return r.Severity != "info" })
}

func (a answer) differs(w want) string {
	var diffs []string
	compare := func(what string, got, want *float64) {
		if !same(got, want) {
			diffs = append(diffs, fmt.Sprintf("%s %s, want %s", what, shown(got), shown(want)))
		}
	}
	compare("value", a.Value, w.Value)
	if w.Numerator != nil {
		compare("numerator", a.Numerator, w.Numerator)
	}
	if w.Denominator != nil {
		compare("denominator", a.Denominator, w.Denominator)
	}
	for _, key := range slices.Sorted(maps.Keys(w.Parts)) {
		compare(key, a.Parts[key], w.Parts[key])
	}
	return strings.Join(diffs, "; ")
}

// same compares to 1e-9 of the value; none is only the same as none.
func same(got, want *float64) bool {
	if got == nil || want == nil {
		return got == want
	}
	return math.Abs(*got-*want) <= 1e-9*max(1, math.Abs(*want))
}

func shown(v *float64) string {
	if v == nil {
		return "none"
	}
	return fmt.Sprint(*v)
}

// tally is what one ledger, or several, came to.
type tally struct {
	count  [grades]int
	missed int // figures that must be absent and are not, notes that are missing, notes that must not be
	lines  []string
}

func (t *tally) add(o tally) {
	for v, n := range o.count {
		t.count[v] += n
	}
	t.missed += o.missed
}

func (t *tally) miss(format string, args ...any) {
	t.missed++
	t.lines = append(t.lines, fmt.Sprintf(format, args...))
}

// judge compares all that a ledger gave with what it must give.
func (a answers) judge(e *expected) tally {
	var t tally
	all := e.all()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		v, line := a.gradeOf(name, all[name])
		if t.count[v]++; v != right {
			t.lines = append(t.lines, [...]string{"right", "refused", "wrong", "SILENT"}[v]+" "+line)
		}
	}
	a.judgeAbsent(e, &t)
	a.judgeNotes(e, &t)
	return t
}

// judgeAbsent looks at what the ledger cannot carry: no value, or one that says so itself.
func (a answers) judgeAbsent(e *expected, t *tally) {
	for _, name := range slices.Sorted(maps.Keys(e.Absent)) {
		got := a.figures[name]
		if strings.HasPrefix(e.Absent[name], "missing") && got.Value != nil && !got.marked {
			t.miss("%s: %s without a word; %s", name, shown(got.Value), e.Absent[name])
		}
	}
	for _, name := range e.None {
		if got := a.figures[name]; got.Value != nil {
			t.miss("%s: %s, want none", name, shown(got.Value))
		}
	}
}

func (a answers) judgeNotes(e *expected, t *tally) {
	for _, n := range e.Notes.Must {
		if a.matching(n) == 0 && !(n.OrReason && a.reasonSays(n.Text)) {
			t.miss("no finding: %s", n.What)
		}
	}
	for _, n := range e.Notes.MustNot {
		if got := a.matching(n); got > n.MoreThan {
			t.miss("%d findings, at most %d: %s", got, n.MoreThan, n.What)
		}
	}
}

func (a answers) matching(n note) int {
	count := 0
	for _, r := range a.remarks {
		if n.matches(r) {
			count++
		}
	}
	return count
}

func (a answers) reasonSays(pattern string) bool {
	p := regexp.MustCompile(pattern)
	for _, f := range a.figures {
		if f.reason != "" && p.MatchString(f.reason) {
			return true
		}
	}
	return false
}

// TestGrades holds the judge itself: what is right, refused, wrong and silently wrong, and what is missed.
func TestGrades(t *testing.T) {
	got := answers{
		figures: map[string]answer{
			"same": {want: ratio(1, 3)}, "other denominator": {want: ratio(2, 6)}, "warned": {want: number(2), marked: true},
			"reasoned": {reason: "データなし"}, "neither": {}, "close": {want: number(1 + 1e-10)},
		},
		remarks: []remark{{Code: "C315", Severity: "info", File: "台帳.xlsx", Message: "控えです"}},
	}
	e := figures(map[string]want{
		"same": ratio(1, 3), "close": number(1), "other denominator": ratio(1, 3),
		"warned": number(3), "reasoned": number(1), "neither": number(1),
	}).none("same").must(note{Text: "控え", File: "台帳.xlsx"}).must(note{Severity: asking}).mustNot(note{Code: "C315"})
	e.Absent = map[string]string{"close": "missing: no budget", "warned": "missing: no budget", "same": "ambiguous"}
	sum := got.judge(&e)
	if want := [grades]int{right: 2, refused: 1, marked: 1, silent: 2}; sum.count != want {
		t.Errorf("counts %v, want %v\n%s", sum.count, want, strings.Join(sum.lines, "\n"))
	}
	// Missed: "same" has a value, "close" has one without a word, no finding asks, C315 is there.
	if sum.missed != 4 {
		t.Errorf("missed %d, want 4\n%s", sum.missed, strings.Join(sum.lines, "\n"))
	}
	got.remarks[0].Severity = "warning" // now a value that differs is not silent
	if sum := got.judge(&e); sum.count[marked] != 2 || sum.count[silent] != 1 {
		t.Errorf("with a warning: %v", sum.count)
	}
}
