package main

import (
	"io"
	"os"

	"pilot90/cohort/finding"
)

// isTerminal reports whether w is a terminal that a person looks at, and not a file or a pipe.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// paintFunc colours a severity word; nil leaves it plain.
type paintFunc = func(s finding.Severity, word string) string

// colours reports whether the standard output is to be coloured: it is a terminal that
// understands colours, and nobody asked for none (NO_COLOR).
func (a *app) colours() bool {
	return isTerminal(a.stdout) && os.Getenv("NO_COLOR") == "" && knowsColours()
}

// paint returns how to colour severity words on the standard output; nil leaves them plain.
func (a *app) paint() paintFunc {
	if !a.colours() {
		return nil
	}
	return func(s finding.Severity, word string) string {
		codes := map[finding.Severity]string{finding.Error: "1;31", finding.Warning: "33", finding.Info: "36"}
		return "\x1b[" + codes[s] + "m" + word + "\x1b[0m"
	}
}

// knowsColours reports what the environment says of the terminal: TERM, or WT_SESSION, which
// Windows Terminal sets. The old console of Windows sets neither and shows the codes as text.
func knowsColours() bool {
	term := os.Getenv("TERM")
	return term != "" && term != "dumb" || os.Getenv("WT_SESSION") != ""
}
