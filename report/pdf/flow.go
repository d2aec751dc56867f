package pdf

import "cmp"

// piece is a strip of the page that is never split. Blocks are cut into pieces; the flow
// puts them on pages.
type piece struct {
	before   float64 // space above, dropped at the top of a page
	height   float64
	keep     bool   // stays on the page of the next piece
	newPage  bool   // begins a page
	head     *piece // drawn again above this piece when a page begins with it
	bookmark string // outline entry that leads here
	section  string // the ID of the section that begins with it
	sheet    *sheet // the form of page that it stands on; nil = upright
	draw     func(c *canvas, top float64)
}

// flow fills pages from top to bottom.
type flow struct {
	t         *typesetter
	pages     []*canvas
	start     float64 // where the body of the page begins
	y         float64
	bookmarks []bookmark
	sections  map[string]int // the page on which each begins
}

// bookmark is an entry of the outline.
type bookmark struct {
	title string
	page  int
	y     float64
}

func newFlow(t *typesetter) *flow { return &flow{t: t, sections: map[string]int{}} }

// turn begins a page of the form.
func (f *flow) turn(s *sheet) {
	f.start = s.top
	if len(f.pages) > 0 {
		f.start += s.running
	}
	f.pages = append(f.pages, &canvas{t: f.t, page: len(f.pages), sheet: s})
	f.y = f.start
}

// sheet is the form of the page under work; nil before the first.
func (f *flow) sheet() *sheet {
	if len(f.pages) == 0 {
		return nil
	}
	return f.pages[len(f.pages)-1].sheet
}

// leastFill is the part of a page that is used at least before a section that wants one of its own gets it; else it
// follows on the page that there is.
const leastFill = 0.6

// filled reports whether a section may begin the next page. Slides are pages of their own.
func (f *flow) filled() bool {
	s := f.sheet()
	return s == slide || f.y-s.top >= leastFill*(s.bottom-s.top)
}

func (f *flow) atTop() bool { return f.y == f.start }

// place puts pieces on pages, each group of kept pieces together wherever a page can hold it.
func (f *flow) place(pieces []*piece) {
	for i, p := range pieces {
		form := cmp.Or(p.sheet, upright)
		switch {
		case form != f.sheet():
			f.turn(form)
		case !f.atTop() && (p.newPage && f.filled() || f.y+f.group(pieces[i:]) > form.bottom+lastRoom(pieces[i:])):
			f.turn(form)
			if p.head != nil {
				f.put(p.head)
			}
		}
		f.put(p)
	}
}

// lastRoom is how much nearer to the rule of the foot what ends a section may come, so that no page begins for the sake
// of a hair.
func lastRoom(pieces []*piece) float64 {
	for _, p := range pieces[:len(pieces)-1] {
		if !p.keep {
			return 0
		}
	}
	return 4
}

// group returns the height of the first piece and of those kept with it; a group too tall
// for any page counts only as its first piece, so that it does not leave a page empty.
func (f *flow) group(pieces []*piece) float64 {
	sum := 0.0
	for i, p := range pieces {
		sum += p.height
		if i > 0 || !f.atTop() {
			sum += p.before
		}
		if !p.keep {
			break
		}
	}
	if sum > f.sheet().body() {
		return pieces[0].before + pieces[0].height
	}
	return sum
}

func (f *flow) put(p *piece) {
	if !f.atTop() {
		f.y += p.before
	}
	if p.bookmark != "" {
		f.bookmarks = append(f.bookmarks, bookmark{p.bookmark, len(f.pages) - 1, f.y})
	}
	if p.section != "" {
		f.sections[p.section] = len(f.pages) - 1
	}
	p.draw(f.pages[len(f.pages)-1], f.y)
	f.y += p.height
}
