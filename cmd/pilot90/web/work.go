package web

import (
	"context"
	"net/http"

	"pilot90/report/step"
)

// working says on every page that something is being made, and returns the context in which it is made: it goes on
// when the user leaves the page, and ends when the user stops it or the program ends. end must be called.
func (d *desk) working(w http.ResponseWriter, r *http.Request, text string) (ctx context.Context, end func()) {
	if err := unlimited(w); err != nil {
		panic(err) // the connection is the server's own
	}
	return d.begin(context.WithoutCancel(r.Context()), text)
}

// begin says on every page that something is being done, as working does, for what no request waits for.
func (d *desk) begin(ctx context.Context, text string) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		select {
		case <-d.server.done:
			cancel()
		case <-ctx.Done():
		}
	}()
	d.mu.Lock()
	defer d.mu.Unlock()
	d.begun++
	number := d.begun
	d.stops[number] = cancel
	d.tell(sign{Version: d.version, Text: text, Busy: true})
	ctx = step.Watch(ctx, func(percent int) {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.stops[number] != nil {
			d.tell(sign{Version: d.version, Text: text, Busy: true, Percent: percent})
		}
	})
	return ctx, func() {
		cancel()
		d.mu.Lock()
		defer d.mu.Unlock()
		delete(d.stops, number)
		d.tell(sign{Version: d.version, Text: d.failure, Failing: d.failure != "", Busy: len(d.stops) > 0,
			Done: len(d.stops) == 0})
	}
}

// stopWork stops whatever is being made. Nothing of it is written.
func (s *Server) stopWork(w http.ResponseWriter, _ *http.Request) {
	s.desk.mu.Lock()
	defer s.desk.mu.Unlock()
	for _, stop := range s.desk.stops {
		stop()
	}
	w.WriteHeader(http.StatusNoContent)
}
