package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// heartbeat is between two signs of life on a stream without news.
const heartbeat = 20 * time.Second

// events tells an open page of every new reading, for as long as the page is open.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	if err := unlimited(w); err != nil {
		panic(err) // the connection is the server's own
	}
	defer s.life.enter()()
	stream, end := s.desk.listen()
	defer end()
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, "retry: 1000\n\n")
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		if http.NewResponseController(w).Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-s.done:
			fmt.Fprint(w, "event: end\ndata: {}\n\n")
			return
		case <-beat.C:
			fmt.Fprint(w, ": \n\n")
		case news := <-stream:
			data, err := json.Marshal(news)
			if err != nil {
				panic(err) // a number, a text and a truth value
			}
			fmt.Fprintf(w, "event: reading\ndata: %s\n\n", data)
		}
	}
}
