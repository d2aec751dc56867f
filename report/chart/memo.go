package chart

import "sync"

// drawing is all that a drawing depends on.
type drawing struct {
	option        string
	width, height float64
}

// memo keeps the last drawings: the PDF and the page of one report ask for the same ones. What it
// returns is what drawing again would, so it changes no output.
type memo struct {
	mu    sync.Mutex
	known map[drawing]string
	order []drawing // the oldest first
}

// remembered is how many drawings are kept; a report has some twenty, of ten to fifty kilobytes.
const remembered = 32

var drawn = memo{known: map[drawing]string{}}

// get returns the drawing, drawn by draw unless it is known. Two callers at a time may both draw.
func (m *memo) get(d drawing, draw func(drawing) (string, error)) (string, error) {
	m.mu.Lock()
	svg, ok := m.known[d]
	m.mu.Unlock()
	if ok {
		return svg, nil
	}
	svg, err := draw(d)
	if err != nil {
		return "", err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.known[d]; !ok {
		m.known[d] = svg
		m.order = append(m.order, d)
	}
	if len(m.order) > remembered {
		delete(m.known, m.order[0])
		m.order = m.order[1:]
	}
	return svg, nil
}
