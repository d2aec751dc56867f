package chart

import (
	"slices"
	"strings"

	"pilot90/report/picture"
)

// middle is how far the baseline lies below the middle of a line, in parts of the size: half of 0.88
// above and 0.12 below, the metrics of the faces.
const middle = 0.38

// inwardRoom is the part of the room of k bands that a name may take where only every k-th stays.
const inwardRoom = 0.7

// text sets the text of a mark: in one line or two, cut, upwards, or not at all, as its room allows.
func (f *fitted) text(at picture.Point, m mark) {
	k, size := f.keepEvery(m), f.em
	if m.Size > 0 {
		size = m.Size * f.em
	}
	if m.Every != nil && *m.Every%k != 0 || m.Tall > 0 && f.down(m.Tall) < 1.6*size {
		return
	}
	room, limited := f.roomFor(m, at.X)
	room *= float64(k)
	if k > 1 && m.Span == 0 && m.Drop == 0 && f.names.more > 0 { // the first name moves inward, towards the next
		room *= inwardRoom
	}
	if !limited || f.faces.widestLine(m.Text, size, m.Bold) <= room {
		f.level(at, m.Text, m, size)
		return
	}
	switch {
	case m.Fit:
	case m.Turn:
		// A narrow slot lets it meet its neighbours, a low plot leave the box.
		if room >= f.em && f.faces.width(oneLine(m.Text), f.em, false) <= at.Y {
			f.upended(at, oneLine(m.Text), m)
		}
	case m.Lines > 1:
		f.level(at, f.shortened(f.faces.wrapped(m.Text, size, m.Bold), size, m.Bold, room), m, size)
	default:
		f.level(at, f.shortened(m.Text, size, m.Bold, room), m, size)
	}
}

// level sets a text in the box, unless it gives way to one that stands there.
func (f *fitted) level(at picture.Point, text string, m mark, size float64) {
	text = f.shortened(text, size, m.Bold, f.width)
	width := f.faces.widestLine(text, size, m.Bold)
	at.X += f.inward(at.X, width, anchorOf(m))
	if f.take(block(at, width, strings.Count(text, "\n")+1, m, size), m.Fit) {
		f.plate(at, m, size)
		f.lines(at, text, m, size)
	}
}

// block is where the letters of a level text are.
func block(at picture.Point, width float64, lines int, m mark, size float64) box {
	lead := leadOf(m, size)
	whole := float64(lead * float64(lines))
	letters := whole - lead + float64(0.84*size)
	y := at.Y - float64(letters/2)
	switch m.Valign {
	case "bottom":
		y -= float64(whole / 2)
	case "top":
		y += float64(whole / 2)
	}
	return box{at.X - float64(anchorOf(m)*width), y, width, letters}
}

// take notes that a text stands in the box. One that gives way does not when another is there.
func (f *fitted) take(b box, givesWay bool) bool {
	if givesWay && slices.ContainsFunc(f.taken, b.meets) {
		return false
	}
	if b.width > 0 {
		f.taken = append(f.taken, b)
	}
	return true
}

// meets reports whether two boxes have more than an edge in common.
func (b box) meets(c box) bool {
	const touch = 0.3
	return b.x+touch < c.x+c.width && c.x+touch < b.x+b.width && b.y+touch < c.y+c.height && c.y+touch < b.y+b.height
}

// leadOf is the distance of the lines of a text.
func leadOf(m mark, size float64) float64 {
	if m.Lines > 1 {
		return float64(size * 1.2)
	}
	return size
}

// inward is the shift that brings a text of the given width into the box.
func (f *fitted) inward(x, width, anchor float64) float64 {
	left := x - float64(anchor*width)
	return max(0, -left) - max(0, left+width-f.width)
}

// anchorOf is the part of a text before its place.
func anchorOf(m mark) float64 {
	switch m.Align {
	case "center":
		return 0.5
	case "right":
		return 1
	}
	return 0
}

func oneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// lines sets a text of one line or more around its point.
func (f *fitted) lines(at picture.Point, text string, m mark, size float64) {
	lead := leadOf(m, size)
	all := strings.Split(text, "\n")
	height := float64(lead * float64(len(all)))
	y := at.Y
	switch m.Valign {
	case "bottom":
		y -= height
	case "top":
	default:
		y -= float64(height / 2)
	}
	for i, line := range all {
		f.sentence(picture.Point{X: at.X, Y: y + float64(lead*(float64(i)+0.5))}, line, m, size, anchorOf(m))
	}
}

// sentence sets one line around the middle of its height.
func (f *fitted) sentence(at picture.Point, line string, m mark, size, anchor float64) {
	if strings.TrimSpace(line) == "" {
		return
	}
	at.Y += float64(middle * size)
	f.put(picture.Shape{Text: line, At: at, Anchor: anchor, Size: size, Bold: m.Bold, Fill: inkOf(m.Fill)})
}

// upended writes a text upwards from its place.
func (f *fitted) upended(at picture.Point, line string, m mark) {
	if strings.TrimSpace(line) == "" {
		return
	}
	length := f.faces.width(line, f.em, false)
	f.take(box{at.X - float64(0.42*f.em), at.Y - length, float64(0.84 * f.em), length}, false)
	at.X += float64(middle * f.em)
	f.put(picture.Shape{Text: line, At: at, Size: f.em, Up: true, Fill: inkOf(m.Fill)})
}

// plate puts a plain ground behind a centred text, so that it stays readable on a pattern.
func (f *fitted) plate(at picture.Point, m mark, size float64) {
	if m.Plate == "" {
		return
	}
	w, h := f.faces.widestLine(m.Text, size, m.Bold)+float64(f.em*0.5), size*1.2
	f.put(picture.Shape{Outline: picture.Box(at.X-float64(w/2), at.Y-float64(h/2), w, h, h*0.2), Fill: inkOf(m.Plate)})
}

// roomFor is the width a text at x may take, when it is limited.
func (f *fitted) roomFor(m mark, x float64) (room float64, limited bool) {
	switch room := m.Room.(type) {
	case string:
		switch room {
		case "left":
			return f.plot.x - float64(f.em*0.8) - float64(m.Less*f.em), true
		case "end":
			return f.width - x, true
		}
		return f.width - f.plot.x - f.plot.width - float64(f.em*0.8), true
	case float64: // a width on the x axis
		if m.Fit {
			return f.across(room), true
		}
		return f.across(room) * 0.94, true
	}
	return 0, false
}

// keepEvery says that on a crowded axis only each k-th label stays.
func (f *fitted) keepEvery(m mark) int {
	switch {
	case m.Every == nil:
		return 1
	case m.Drop > 0:
		return thinned(f.em * 1.1 / f.down(m.Drop))
	case m.Span == 0:
		return f.names.every
	}
	return thinned((max(f.widest(f.plan.Ticks), f.widest(f.plan.Under)) + float64(f.em*0.8)) / f.across(m.Span))
}

// shortened cuts each line of a text to the room and ends it with an ellipsis.
func (f *fitted) shortened(text string, size float64, bold bool, room float64) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if f.faces.width(line, size, bold) <= room {
			continue
		}
		runes := []rune(line)
		for len(runes) > 0 && f.faces.width(string(runes)+"…", size, bold) > room {
			runes = runes[:len(runes)-1]
		}
		lines[i] = ""
		if len(runes) > 0 {
			lines[i] = string(runes) + "…"
		}
	}
	return strings.Join(lines, "\n")
}
