package sheet

import "io"

// A readAhead unpacks in its own goroutine while the blocks before are scanned. Each block
// has room in front for the rest of the block before it.
type readAhead struct {
	full chan block
	free chan []byte
	quit chan struct{}
}

// A block is a buffer whose data stand at headroom and after; err ends the input.
type block struct {
	buf []byte
	end int
	err error // io.EOF after the last byte
}

const (
	headroom  = 4 << 10
	blockSize = 128 << 10
	blocks    = 4 // in flight: one scanned, one filled, two between
)

// newReadAhead starts to read r, which has about size bytes.
func newReadAhead(r io.Reader, size int64) *readAhead {
	a := &readAhead{full: make(chan block, blocks), free: make(chan []byte, blocks), quit: make(chan struct{})}
	for range blocks {
		a.free <- nil // allocated when it is needed
	}
	go a.run(r, headroom+int(min(max(size, 0)+1, blockSize)))
	return a
}

// run fills blocks until the input ends or close is called.
func (a *readAhead) run(r io.Reader, length int) {
	defer close(a.full)
	for {
		var buf []byte
		select {
		case buf = <-a.free:
		case <-a.quit:
			return
		}
		if buf == nil {
			buf = make([]byte, length)
		}
		n, err := fill(r, buf[headroom:])
		a.full <- block{buf, headroom + n, err} // never blocks: there are no more buffers than places
		if err != nil {
			return
		}
	}
}

// fill reads until b is full or the input ends; unlike io.ReadFull it passes the error of
// the input as it is, so that a part that was cut off is not taken for its end.
func fill(r io.Reader, b []byte) (n int, err error) {
	for n < len(b) && err == nil {
		var m int
		m, err = r.Read(b[n:])
		n += m
	}
	return n, err
}

// next returns the next block. The last has an error; next is not called after it.
func (a *readAhead) next() block { return <-a.full }

// release gives a buffer back to be filled again.
func (a *readAhead) release(buf []byte) {
	if buf != nil {
		a.free <- buf
	}
}

// close stops the goroutine and waits for it, so that its reader can be closed.
func (a *readAhead) close() {
	close(a.quit)
	for range a.full {
	}
}
