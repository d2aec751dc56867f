package terminal

import (
	"fmt"
	"io"
	"strings"
	"time"

	"pilot90/cohort/lang"
	"pilot90/report/term"
)

// progress says how far a run is, once it has taken longer than a moment. The zero value says
// nothing.
type progress struct {
	to    io.Writer
	after time.Duration // how long it stays silent
	every time.Duration // between two lines
	line  func(elapsed time.Duration) string
}

// moment is how long a run is left alone before it shows how far it is.
const moment = time.Second

// steps counts the steps of one run: reading, computing, drawing.
type steps struct {
	began    time.Time
	done, of int
}

// Expect begins a run of so many steps.
func (t *Terminal) Expect(of int) { t.steps = steps{began: time.Now(), of: of} }

// Underway reports whether steps of a run are still to come.
func (t *Terminal) Underway() bool { return t.steps.done < t.steps.of }

// During does one step of the run and shows meanwhile, on a terminal and unless nobody wants to
// see it, what is being done.
func (t *Terminal) During(what lang.Text, work func()) {
	t.progress(what).during(work)
	t.steps.done++
}

func (t *Terminal) progress(what lang.Text) progress {
	if !isTerminal(t.Stderr) || t.Quiet || t.NoProgress {
		return progress{}
	}
	if t.steps.began.IsZero() {
		t.Expect(1)
	}
	s, start := t.steps, time.Now()
	wait := max(moment-time.Since(s.began), moment/5) // a step that is over at once does not flicker
	return progress{to: under(t.Stderr), after: wait, every: moment, line: func(elapsed time.Duration) string {
		return s.bar() + t.Say(what) + fmt.Sprintf(t.Say(lang.Text{JA: "… %d 秒", EN: "… %d s"}),
			int(start.Add(elapsed).Sub(s.began).Round(time.Second).Seconds()))
	}}
}

// bar draws how many of the steps are done; one step alone needs no bar.
func (s steps) bar() string {
	if s.of < 2 {
		return ""
	}
	const length = 12
	full := min(s.done, s.of) * length / s.of
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", length-full) + "] "
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
			width = max(width, term.Columns(line)+strings.Count(line, "…"))
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
