package web

import (
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"sync"
	"time"

	"pilot90/cmd/pilot90/web/gauge"
	"pilot90/cohort"
	"pilot90/cohort/setting"
)

// months are the figures of a reading as of the end of each month, computed when a page first asks.
type months struct {
	once sync.Once
	done chan struct{} // closed when all is computed
	all  []gauge.Month
}

// patience is how long a page waits for the months; later they are fetched by the page itself.
const patience = 1200 * time.Millisecond

// byMonth returns the months; ready is false while they are still being computed.
func (r *reading) byMonth(ctx context.Context, stop <-chan struct{}, fault func(string, any)) (all []gauge.Month,
	ready bool) {
	m := &r.months
	m.once.Do(func() {
		m.done = make(chan struct{})
		go r.computeMonths(stop, fault)
	})
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case <-m.done:
		return m.all, true
	case <-late.C:
	case <-ctx.Done():
	}
	return nil, false
}

// computeMonths ends early when the program does.
func (r *reading) computeMonths(stop <-chan struct{}, fault func(string, any)) {
	defer close(r.months.done)
	defer func() {
		if trouble := recover(); trouble != nil {
			fault("months", trouble)
		}
	}()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		select {
		case <-stop:
			cancel()
		case <-ctx.Done():
		}
	}()
	w := r.run.Window
	all, err := gauge.Months(ctx, r.run.Cohort, w.Clock, r.run.Result.Figures, r.memory)
	if err == nil {
		r.months.all = all
	}
}

// settings is the sum of the files of settings as they are on the disk.
func (s *source) settings() (sum [sha256.Size]byte) {
	h := sha256.New()
	for _, name := range []string{setting.File, setting.ReadingFile} {
		data := s.files[name]
		if !s.inMemory() {
			data, _ = os.ReadFile(filepath.Join(s.path, name)) // none there counts as empty
		}
		part := sha256.Sum256(data)
		h.Write(part[:])
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// contentOf is the sum of a ledger as it was read.
func contentOf(c *cohort.Ledger, settings [sha256.Size]byte) [sha256.Size]byte {
	h := sha256.New()
	h.Write(settings[:])
	for _, in := range c.Inputs {
		h.Write([]byte(in.File + "\x00" + in.SHA256 + "\x00"))
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// mostMemories is how many contents of ledgers the months are kept of: of the one that is open, as it is and as it was.
const mostMemories = 2

// memoryOf returns the memory of the contents.
func (d *desk) memoryOf(sum [sha256.Size]byte) *gauge.Memory {
	d.mu.Lock()
	defer d.mu.Unlock()
	if m := d.memories[sum]; m != nil {
		return m
	}
	if d.memories == nil || len(d.memories) >= mostMemories {
		d.memories = map[[sha256.Size]byte]*gauge.Memory{}
	}
	d.memories[sum] = &gauge.Memory{}
	return d.memories[sum]
}
