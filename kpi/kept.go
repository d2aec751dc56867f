package kpi

import "sync"

// kept is what was worked out over a window once and is asked for by several figures: each person's pay by month, the
// tasks of the period. It may be asked for by several goroutines at a time.
type kept struct {
	lock sync.Mutex
	of   map[any]any
}

// Kept returns what work makes of the window, which is worked out once for each key (of a type of the caller's own)
// and must not be changed. work may ask for others, but not for itself.
func Kept[T any](w *Window, key any, work func() T) T {
	if w.kept == nil { // a window that was not made by NewWindow, of which nothing is asked twice
		return work()
	}
	w.kept.lock.Lock()
	made, known := w.kept.of[key]
	w.kept.lock.Unlock()
	if known {
		return made.(T)
	}
	own := work()
	w.kept.lock.Lock()
	defer w.kept.lock.Unlock()
	if made, known := w.kept.of[key]; known { // another was faster: all get the same
		return made.(T)
	}
	w.kept.of[key] = own
	return own
}

// newKept is that of a window of which nothing was asked yet.
func newKept() *kept { return &kept{of: map[any]any{}} }
