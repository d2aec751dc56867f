package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

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

// progress says that reading goes on, once it has taken longer than a moment. The zero value
// says nothing.
type progress struct {
	to    io.Writer
	after time.Duration // how long it stays silent
	every time.Duration // between two lines
	line  func(elapsed time.Duration) string
}

func (a *app) progress() progress {
	if !isTerminal(a.stderr) {
		return progress{}
	}
	return progress{to: a.stderr, after: time.Second, every: time.Second, line: func(elapsed time.Duration) string {
		seconds := int(elapsed.Round(time.Second).Seconds())
		return a.say(finding.Text{JA: fmt.Sprintf("台帳を読んでいます… %d 秒", seconds), EN: fmt.Sprintf("reading the ledger… %d s", seconds)})
	}}
}

// during does the work and shows the line meanwhile; nothing of it is left on the screen.
func (p progress) during(work func()) {
	if p.to == nil {
		work()
		return
	}
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		p.show(done)
	}()
	work()
	close(done)
	<-gone
}

// show writes the line over itself until done is closed, then clears it.
func (p progress) show(done <-chan struct{}) {
	start := time.Now()
	wait := time.NewTimer(p.after)
	defer wait.Stop()
	width := 0
	for {
		select {
		case <-wait.C:
			line := p.line(time.Since(start))
			width = max(width, 2*len([]rune(line))) // a kanji is two columns wide
			fmt.Fprint(p.to, "\r"+line)
			wait.Reset(p.every)
		case <-done:
			if width > 0 {
				fmt.Fprint(p.to, "\r"+strings.Repeat(" ", width)+"\r")
			}
			return
		}
	}
}
