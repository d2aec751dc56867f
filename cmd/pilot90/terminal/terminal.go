// Package terminal turns streams into what a person sees beside the result of a command: colours, how
// far a run is, the command that usually follows.
//
// The one idea: a file, a pipe or another program is never given any of it. The result itself goes
// through here too, so that what users' names and titles hold is shown and never obeyed by a terminal.
// The package knows no command.
package terminal

import (
	"io"
	"os"

	"pilot90/cmd/pilot90/voice"
	"pilot90/cohort/finding"
	"pilot90/report/term"
)

// Terminal is where a command reads and writes, and what the user wants to see of it.
type Terminal struct {
	voice.Voice
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Quiet          bool // nothing on Stderr but what went wrong
	NoProgress     bool
	steps          steps // of the run
}

// New is a terminal of these three. What is written to the last two is shown and never obeyed: see
// screen.
func New(stdin io.Reader, stdout, stderr io.Writer) Terminal {
	out := &screen{to: stdout}
	t := Terminal{Stdin: stdin, Stdout: out, Stderr: &screen{to: stderr}}
	out.painted = t.colours()
	return t
}

// isTerminal reports whether w is a terminal that a person looks at, and not a file or a pipe.
func isTerminal(w io.Writer) bool {
	f, ok := under(w).(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// PaintFunc colours a severity word; nil leaves it plain.
type PaintFunc = func(s finding.Severity, word string) string

// colours reports whether the standard output is to be coloured: it is a terminal that
// understands colours, and nobody asked for none (NO_COLOR).
func (t *Terminal) colours() bool {
	return isTerminal(t.Stdout) && os.Getenv("NO_COLOR") == "" && knowsColours()
}

// Paint returns how to colour severity words on the standard output; nil leaves them plain.
func (t *Terminal) Paint() PaintFunc {
	if !t.colours() {
		return nil
	}
	return func(s finding.Severity, word string) string {
		return "\x1b[" + severityCodes[s] + "m" + word + "\x1b[0m"
	}
}

// knowsColours reports what the environment says of the terminal: TERM, or WT_SESSION, which
// Windows Terminal sets. The old console of Windows sets neither and shows the codes as text.
func knowsColours() bool {
	kind := os.Getenv("TERM")
	return kind != "" && kind != "dumb" || os.Getenv("WT_SESSION") != ""
}

// PaintStyles is Paint for the styles of a page; nil when the output is to stay plain.
func (t *Terminal) PaintStyles() func(term.Style, string) string {
	if !t.colours() {
		return nil
	}
	return func(s term.Style, words string) string {
		return "\x1b[" + styleCodes[s] + "m" + words + "\x1b[0m"
	}
}

var severityCodes = map[finding.Severity]string{finding.Error: "1;31", finding.Warning: "33", finding.Info: "36"}

var styleCodes = map[term.Style]string{term.Heading: "1", term.Faint: "2", term.Good: "32", term.Watch: "33",
	term.Bad: "1;31"}
