package web

import (
	"sync"
	"time"
)

// life knows whether anybody still looks at the pages: an open page keeps a stream of events.
type life struct {
	now func() time.Time

	mu    sync.Mutex
	pages int
	seen  bool      // a page was open once
	last  time.Time // of the last request, or of a page's closing
}

func newLife(now func() time.Time) *life { return &life{now: now, last: now()} }

// touch notes a request.
func (l *life) touch() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last = l.now()
}

// enter notes that a page was opened; the function it returns, that it was closed.
func (l *life) enter() (leave func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pages++
	l.seen = true
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.pages--
		l.last = l.now()
	}
}

// over reports whether nobody has looked for as long as w says.
func (l *life) over(w Waits) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	wait := w.Unseen
	if l.seen {
		wait = w.Closed
	}
	return wait > 0 && l.pages == 0 && l.now().Sub(l.last) >= wait
}
