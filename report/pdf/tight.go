package pdf

// thinPage is the part of its body under which a last page is called thin, and tighter are the parts that the gaps
// between blocks may be lessened to, so that a thin one is none.
const thinPage = 0.3

var tighter = []float64{0.8, 0.65, 0.5}

// spared lessens the gaps between pieces, of all of them alike, as far as it takes to do without a last page that has
// next to nothing on it; type and pieces stay as they are. Where that does not help, nothing is changed.
func (f *flow) spared(pieces []*piece) []*piece {
	pages, fill := f.rehearse(pieces)
	if pages < 2 || fill >= thinPage {
		return pieces
	}
	for _, part := range tighter {
		closer := make([]*piece, len(pieces))
		for i, p := range pieces {
			q := *p
			q.before = float64(p.before * part)
			closer[i] = &q
		}
		if n, _ := f.rehearse(closer); n < pages {
			return closer
		}
	}
	return pieces
}

// rehearse places pieces without drawing them: how many pages they take, and how full the last one is.
func (f *flow) rehearse(pieces []*piece) (pages int, fill float64) {
	trial := newFlow(f.t)
	silent := make([]*piece, len(pieces))
	for i, p := range pieces {
		q := *p
		q.draw = func(*canvas, float64) {}
		if p.head != nil {
			head := *p.head
			head.draw = q.draw
			q.head = &head
		}
		silent[i] = &q
	}
	trial.place(silent)
	if len(trial.pages) == 0 {
		return 0, 0
	}
	s := trial.sheet()
	return len(trial.pages), (trial.y - s.top) / (s.bottom - s.top)
}
