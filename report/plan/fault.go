package plan

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/tomlplace"
)

// Fault is one thing that keeps a plan from being used: where it is, what is wrong with it as
// written, and what to do.
type Fault struct {
	File    string
	At      tomlplace.Position
	Message lang.Text
	Fix     lang.Text
}

// In prints the fault in one line: file:line:column: message fix.
func (f Fault) In(lang lang.Lang) string {
	return strings.TrimSpace(fmt.Sprintf("%s:%d:%d: %s %s", f.File, f.At.Line, f.At.Col, f.Message.In(lang),
		f.Fix.In(lang)))
}

// Error holds all faults of a plan, in the order of the file.
type Error struct{ Faults []Fault }

func (e *Error) Error() string { return e.In(lang.JA) }

// In prints the faults, one a line.
func (e *Error) In(lang lang.Lang) string {
	lines := make([]string, len(e.Faults))
	for i, f := range e.Faults {
		lines[i] = f.In(lang)
	}
	return strings.Join(lines, "\n")
}

// Suggestion says which word was perhaps meant, or which ones there are.
func Suggestion(s string, known []string) lang.Text {
	if near := lang.Nearest(s, known); near != "" {
		return lang.Text{
			JA: fmt.Sprintf("「%s」→「%s」のことではありませんか。", s, near),
			EN: fmt.Sprintf("Is “%s” meant?", near),
		}
	}
	if list := slices.Sorted(slices.Values(known)); len(list) <= 40 {
		return lang.Text{JA: "使えるもの: " + strings.Join(list, ", "), EN: "There are: " + strings.Join(list, ", ")}
	}
	return lang.Text{JA: "使えるものは pilot90 kpi --list で見られます。", EN: "pilot90 kpi --list shows those there are."}
}
