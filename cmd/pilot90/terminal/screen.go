package terminal

import (
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
)

// screen is where all that a command says goes through: names, titles and paths of the user's are shown
// and never obeyed (lang.Seen). Of the codes of terminals only pilot90's own colours pass, and only to a
// terminal that is given some. Several may write at a time, as the pages of serve do.
type screen struct {
	to      io.Writer
	painted bool

	mu     sync.Mutex
	rest   []byte // of a character that is not whole yet
	failed error  // the first that the writer returned
}

// ownColours are the codes that Paint and PaintStyles write: colours and nothing else.
var ownColours = pattern.New("\x1b" + `\[(0|1|2|32|33|36|1;31)m`)

// Write shows a text; what it returns is how much of the text as given was taken.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	text := append(s.rest, p...)
	whole := len(text) - partial(text)
	s.rest = slices.Clone(text[whole:])
	if _, err := io.WriteString(s.to, s.shown(string(text[:whole]))); err != nil {
		if s.failed == nil {
			s.failed = err
		}
		return 0, err
	}
	return len(p), nil
}

func (s *screen) shown(text string) string {
	if !s.painted {
		return lang.Seen(text)
	}
	var b strings.Builder
	done := 0
	for _, at := range ownColours.FindAllStringIndex(text, -1) {
		b.WriteString(lang.Seen(text[done:at[0]]) + text[at[0]:at[1]])
		done = at[1]
	}
	return b.String() + lang.Seen(text[done:])
}

// partial is how many bytes at the end of a text begin a character that more bytes could end.
func partial(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if end := text[len(text)-n:]; utf8.RuneStart(end[0]) {
			if utf8.FullRune(end) {
				return 0
			}
			return n
		}
	}
	return 0
}

// Failed is the first error of the standard output: what a person has asked to see and did not get is no success.
func (t *Terminal) Failed() error {
	s, ok := t.Stdout.(*screen)
	if !ok {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.failed
}

// under is what a screen writes to; any other writer is itself.
func under(w io.Writer) io.Writer {
	if s, ok := w.(*screen); ok {
		return s.to
	}
	return w
}
