package web

import (
	"context"
	"maps"
	"time"

	"pilot90/cmd/pilot90/fingerprint"
	"pilot90/cohort/cell"
)

// watch has the ledger read again when one of its files was saved with other contents.
type watch struct {
	desk  *desk
	src   *source
	look  fingerprint.Looker
	every time.Duration

	read fingerprint.Set // the files as they were read last
	seen fingerprint.Set // the files at the last look
	same int             // looks in a row that saw the same
	day  cell.Day        // on which they were read
}

// Looks in a row that must agree before the files are read: a file may still be being written.
// Excel takes the old file away before it puts the new one in its place.
const (
	settled     = 2
	settledLess = 5 // when a file is missing
)

func newWatch(d *desk, src *source) *watch {
	every := d.server.opt.Waits.Look
	if every <= 0 {
		every = DefaultWaits.Look
	}
	return &watch{desk: d, src: src, look: fingerprint.Looker{Now: time.Now}, every: every, day: d.server.opt.Today()}
}

// begin takes the first look, before the ledger is read.
func (w *watch) begin() (err error) {
	if !w.src.inMemory() {
		w.seen, err = w.src.look(&w.look)
		w.read = w.seen
	}
	return err
}

// run looks until the context ends. A folder that is slow to look at is looked at less often.
func (w *watch) run(ctx context.Context) {
	wait := time.NewTimer(w.every)
	defer wait.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-wait.C:
		}
		began := time.Now()
		if err := w.step(ctx); err != nil && ctx.Err() == nil {
			w.desk.fails(w.src, w.desk.server.say("いまは台帳を読めないため、前の内容を表示しています。読めるようになれば自動で更新します。",
				"The ledger cannot be read just now; these are the earlier contents. ")+w.desk.server.explained(err))
		}
		wait.Reset(max(w.every, 4*time.Since(began)))
	}
}

// step looks once, and has the ledger read when its files have changed and settled.
func (w *watch) step(ctx context.Context) error {
	if today := w.desk.server.opt.Today(); today != w.day {
		w.day = today
		return w.desk.again(ctx, w.src)
	}
	if w.src.inMemory() {
		return nil
	}
	now, err := w.src.look(&w.look)
	if err != nil {
		return err
	}
	w.same++
	if !maps.Equal(now, w.seen) {
		w.seen, w.same = now, 1
	}
	needed := settled
	for name := range w.read {
		if _, there := now[name]; !there {
			needed = settledLess
		}
	}
	if maps.Equal(now, w.read) {
		w.desk.works(w.src)
		return nil
	}
	if w.same < needed {
		return nil
	}
	if err := w.desk.again(ctx, w.src); err != nil {
		return err
	}
	w.read = now
	return nil
}
