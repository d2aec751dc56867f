package gauge

import (
	"sync"

	"pilot90/cohort/cell"
)

// Memory keeps the months that were computed of ledgers of the same contents. A nil Memory keeps nothing.
type Memory struct {
	mu     sync.Mutex
	months map[monthKey]Month
}

type monthKey struct{ from, end cell.Day }

// mostKept is how many months are kept; when there are more all are let go of.
const mostKept = 240

// at returns a month that is kept, else the one that is made, which is kept from then on.
func (m *Memory) at(from, end cell.Day, make func() Month) Month {
	if m == nil {
		return make()
	}
	key := monthKey{from, end}
	m.mu.Lock()
	month, ok := m.months[key]
	m.mu.Unlock()
	if ok {
		return month
	}
	month = make()
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.months == nil || len(m.months) >= mostKept {
		m.months = map[monthKey]Month{}
	}
	m.months[key] = month
	return month
}
