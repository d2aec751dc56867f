package pack

import "sync"

// A budget is what the parts of one archive may cost together, in bytes. A part that is read
// again costs only what is read further than before.
type budget struct {
	mu    sync.Mutex // the goroutines of open parts share it
	spent int64
	of    map[string]int64
}

// charge notes how far a part was read and returns what all parts have cost.
func (b *budget) charge(part string, read int64) int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	if more := read - b.of[part]; more > 0 {
		if b.of == nil {
			b.of = map[string]int64{}
		}
		b.of[part] = read
		b.spent += more
	}
	return b.spent
}
