package xml

import (
	"io"
	"sync"
)

// A readAhead unpacks in its own goroutine while the blocks before are scanned. Each block
// has room in front for the rest of the block before it.
type readAhead struct {
	full chan block
	free chan *buffer
	quit chan struct{}
}

// A block is a buffer whose data stand at headroom and after; err ends the input.
type block struct {
	buf *buffer
	end int
	err error // io.EOF after the last byte
}

const (
	headroom   = 4 << 10
	blockSize  = 128 << 10
	firstBlock = 16 << 10 // the scan of a small part starts early
	blocks     = 4        // in flight: one scanned, one filled, two between
)

type buffer [headroom + blockSize]byte

// buffers are kept from one part to the next: what a small workbook costs is mostly memory
// that is used for the first time.
var buffers = sync.Pool{New: func() any { return new(buffer) }}

// newReadAhead starts to read r.
func newReadAhead(r io.Reader) *readAhead {
	a := &readAhead{full: make(chan block, blocks), free: make(chan *buffer, blocks), quit: make(chan struct{})}
	for range blocks {
		a.free <- nil // taken from buffers when it is needed
	}
	go a.run(r)
	return a
}

// run fills blocks until the input ends or close is called.
func (a *readAhead) run(r io.Reader) {
	defer close(a.full)
	for size := firstBlock; ; size = min(2*size, blockSize) {
		var buf *buffer
		select {
		case buf = <-a.free:
		case <-a.quit:
			return
		}
		if buf == nil {
			buf = buffers.Get().(*buffer)
		}
		n, err := fill(r, buf[headroom:headroom+size])
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
func (a *readAhead) release(buf *buffer) {
	if buf != nil {
		a.free <- buf
	}
}

// close stops the goroutine and waits for it, so that its reader can be closed. No buffer may
// be in use any more.
func (a *readAhead) close() {
	close(a.quit)
	for b := range a.full {
		buffers.Put(b.buf)
	}
	close(a.free)
	for buf := range a.free {
		if buf != nil {
			buffers.Put(buf)
		}
	}
}
