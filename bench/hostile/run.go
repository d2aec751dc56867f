package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// The bounds of a run: of memory that is held, of time of the cores, and of waiting for a run that hangs. One hangs
// that took no time of the cores for mostIdle: on a busy machine a run that works takes long by the clock.
const (
	mostMemory = 512 << 20
	mostCPU    = 10 * time.Second
	mostIdle   = 40 * time.Second
	mostWait   = 10 * time.Minute
	lookEvery  = 20 * time.Millisecond
)

// ended is how a run ended.
type ended struct {
	code   int
	hung   bool // it was killed for not ending
	cpu    time.Duration
	memory int64 // bytes of the largest resident set
	said   string
	err    error // it could not be started, or a page of serve was not answered
}

// watch ends a run as soon as it is beyond a bound, until it is done; it returns what the run was ended for. A limit of
// the system on addresses would not do: a Go program reserves many more than it holds.
func watch(p *os.Process, done <-chan struct{}) ended {
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	var last time.Duration
	var most int64
	since := time.Now()
	for {
		select {
		case <-done:
			return ended{memory: most}
		case <-look.C:
			memory, cpu := taken(p.Pid)
			most = max(most, memory)
			if memory > mostMemory || cpu > mostCPU {
				p.Kill()
				return ended{memory: memory, cpu: cpu}
			}
			if cpu > last {
				last, since = cpu, time.Now()
			}
			if time.Since(since) > mostIdle {
				p.Kill()
				return ended{hung: true}
			}
		}
	}
}

// runBounded runs the program in the folder, within the bounds. The pages of a server are looked at.
func runBounded(program, dir string, args []string) ended {
	ctx, stop := context.WithTimeout(context.Background(), mostWait)
	defer stop()
	c := exec.CommandContext(ctx, program, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "HOME="+dir, "GOTRACEBACK=single")
	var said, printed bytes.Buffer
	c.Stdout, c.Stderr = &sample{to: &printed}, &sample{to: &said}
	visited := make(chan error, 1)
	visited <- nil
	if args[0] == "serve" {
		read, write, err := os.Pipe()
		if err != nil {
			return ended{err: err}
		}
		defer read.Close()
		c.Stdout = write
		<-visited
		defer write.Close()
		if err := c.Start(); err != nil {
			return ended{err: err}
		}
		write.Close() // the program has its own
		go func() { visited <- visit(read, c.Process) }()
	} else if err := c.Start(); err != nil {
		return ended{err: err}
	}
	done, stopped := make(chan struct{}), make(chan ended, 1)
	go func() { stopped <- watch(c.Process, done) }()
	err := c.Wait()
	close(done)
	e := <-stopped
	e.hung = e.hung || ctx.Err() != nil
	unanswered := <-visited
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return ended{err: err}
	}
	state := c.ProcessState
	e.code = state.ExitCode()
	e.cpu = max(e.cpu, state.UserTime()+state.SystemTime())
	// What the system tells of a process that ended counts in the memory of the one that started it.
	if own, _ := taken(os.Getpid()); peak(state) > own {
		e.memory = max(e.memory, peak(state))
	}
	e.said = said.String()
	if answers[e.code] { // one that was ended for another reason answers no page
		e.err = unanswered
	}
	if at := strings.IndexFunc(printed.String()+e.said, commanded); e.err == nil && at >= 0 {
		e.err = fmt.Errorf("printed what terminals obey: %.80q", (printed.String() + e.said)[at:])
	}
	return e
}

// sample keeps the beginning of what is written to it.
type sample struct{ to *bytes.Buffer }

// mostKept is how much of what a run says is looked at.
const mostKept = 1 << 20

func (s *sample) Write(b []byte) (int, error) {
	s.to.Write(b[:min(len(b), mostKept-min(mostKept, s.to.Len()))])
	return len(b), nil
}

// Exit codes of the command that are an answer: done, findings, usage, cannot read or write, stopped.
var answers = map[int]bool{0: true, 1: true, 2: true, 3: true, 130: true}

// verdict is why a run is not one that withstood its file; nil for one that did.
func (e ended) verdict() error {
	switch {
	case e.err != nil:
		return e.err
	case e.hung:
		return fmt.Errorf("did not end within %v", mostWait)
	case strings.Contains(e.said, "\ngoroutine ") || strings.HasPrefix(e.said, "panic:"):
		return fmt.Errorf("panic: %.300s", e.said)
	case e.cpu > mostCPU:
		return fmt.Errorf("%.1f s of CPU", e.cpu.Seconds())
	case e.memory > mostMemory:
		return fmt.Errorf("%d MB", e.memory>>20)
	case !answers[e.code]:
		return fmt.Errorf("exit code %d: %.300s", e.code, e.said)
	}
	return nil
}
