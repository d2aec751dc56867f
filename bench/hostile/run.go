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

// The bounds of a run: of memory that is held, of time of the cores, and of waiting for a run that hangs. A started
// server has no end; it is asked to stop once it had time to read the ledger.
const (
	mostMemory = 512 << 20
	mostCPU    = 10 * time.Second
	mostWait   = 2 * time.Minute
	serveFor   = 3 * time.Second
	lookEvery  = 20 * time.Millisecond
)

// ended is how a run ended.
type ended struct {
	code   int
	hung   bool // it was killed for not ending
	cpu    time.Duration
	memory int64 // bytes of the largest resident set
	said   string
	err    error // it could not be started
}

// watch ends a run as soon as it is beyond a bound, until it is done. A limit of the system on addresses would not do:
// a Go program reserves many more than it holds.
func watch(p *os.Process, done <-chan struct{}) {
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		select {
		case <-done:
			return
		case <-look.C:
			if memory, cpu := taken(p.Pid); memory > mostMemory || cpu > mostCPU {
				p.Kill()
				return
			}
		}
	}
}

// runBounded runs the program in the folder, within the bounds.
func runBounded(program, dir string, args []string) ended {
	ctx, stop := context.WithTimeout(context.Background(), mostWait)
	defer stop()
	c := exec.CommandContext(ctx, program, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "HOME="+dir, "GOTRACEBACK=single")
	var said bytes.Buffer
	c.Stdout, c.Stderr = nil, &said
	if err := c.Start(); err != nil {
		return ended{err: err}
	}
	if args[0] == "serve" {
		timer := time.AfterFunc(serveFor, func() { c.Process.Signal(os.Interrupt) })
		defer timer.Stop()
	}
	done := make(chan struct{})
	go watch(c.Process, done)
	err := c.Wait()
	close(done)
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return ended{err: err}
	}
	state := c.ProcessState
	return ended{code: state.ExitCode(), hung: ctx.Err() != nil, cpu: state.UserTime() + state.SystemTime(),
		memory: peak(state), said: said.String()}
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
