// Package step turns the steps of long work into how much of it is done.
//
// The one idea: whoever works says through the context how many steps are to come and when one is over; whoever waits
// hears a share that never falls. Nothing is estimated from time, and work that nobody watches costs nothing.
package step

import (
	"context"
	"sync"
)

type key struct{}

// steps are those of one work.
type steps struct {
	mu       sync.Mutex
	done, of int
	percent  int // told last
	told     func(percent int)
}

// Watch returns a context in which told hears how much of a work is done, in percent from 1 to 100, whenever that
// grows. It is called from the goroutines that work, one call at a time.
func Watch(ctx context.Context, told func(percent int)) context.Context {
	return context.WithValue(ctx, key{}, &steps{told: told})
}

// Expect says that so many more steps are to come.
func Expect(ctx context.Context, more int) {
	if s, ok := ctx.Value(key{}).(*steps); ok {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.of += more
	}
}

// Done says that a step is over.
func Done(ctx context.Context) {
	s, ok := ctx.Value(key{}).(*steps)
	if !ok {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.done++
	if percent := 100 * s.done / max(s.of, s.done); percent > s.percent {
		s.percent = percent
		s.told(percent)
	}
}
