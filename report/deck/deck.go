// Package deck lays the slides of a report out on pages of 16:9: which text, rule, mark and chart stands where.
//
// The one idea: a slide is laid out once, with the widths of the built-in font, into items with places in points;
// the PDF and the presentation only draw them. Nothing is shrunk to fit: what a slide has no room for goes on a
// page after it. The package reads no figure, words nothing but page numbers, and knows no file format.
package deck

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/report/content"
	"pilot90/report/picture"
)

// The page in points (13.33 × 7.5 in), and its margins.
const (
	Width, Height = 960.0, 540.0
	side, top     = 48.0, 32.0
	measure       = Width - 2*side
	footRule      = 498.0 // what stands above it ends bodyFoot before it
	bodyFoot      = 8.0
)

// Page is one page of a deck.
type Page struct {
	Title string // on one line, for lists of pages
	Cover bool
	Items []Item
	Notes []string // for the speaker
}

// Item is one of Text, Shape, Chart.
type Item interface{ item() }

// Role is what a text is on its slide.
type Role int

// A Title heads a slide, a Foot and a Number stand below it; everything else is Body.
const (
	Body Role = iota
	Title
	Foot
	Number
)

// Text is lines of text from the upper left corner of a box; see Baseline.
type Text struct {
	X, Y, W float64
	Lead    float64 // distance of baselines
	Role    Role
	Right   bool // set to the right edge
	Lines   []Line
}

// Line is one line of runs. Ends reports that a paragraph ends with it; else After is what stood where it was broken.
type Line struct {
	Runs  []Run
	After string
	Ends  bool
}

// Run is a stretch of text of one look.
type Run struct {
	Text   string
	Size   float64
	Bold   bool
	Colour picture.Paint
	Page   bool // the number of the page
}

// Shape is an outline with its paints.
type Shape struct {
	Name    string // what it is, for lists of shapes
	Outline []picture.Step
	Fill    picture.Paint
	Stroke  picture.Paint
	Line    float64
}

// Chart is a chart in a box, its text so high.
type Chart struct {
	X, Y, W, H, Em float64
	Chart          *content.Chart
}

func (Text) item()  {}
func (Shape) item() {}
func (Chart) item() {}

// H is the height of the box of a text.
func (t *Text) H() float64 { return float64(t.Lead * float64(len(t.Lines))) }

// Baseline is where the i-th line of a text stands: below the middle of its line by as much as half a capital.
func (t *Text) Baseline(i int) float64 {
	size := 0.0
	for _, r := range t.Lines[i].Runs {
		size = max(size, r.Size)
	}
	return t.Y + float64(t.Lead*(float64(i)+0.5)) + float64(0.38*size)
}

// String is the text of a line with what stood behind it.
func (l *Line) String() string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String() + l.After
}

// LayOut lays out the slides of a report, which has none but slides. The error is that of the built-in fonts.
func LayOut(r *content.Report) ([]Page, error) {
	m, err := newMeasurer()
	if err != nil {
		return nil, err
	}
	l := &layout{measurer: m, report: r}
	for i := range r.Sections {
		l.slide(&r.Sections[i])
	}
	for i := range l.pages {
		l.furnish(&l.pages[i], i+1)
	}
	return l.pages, nil
}

// layout fills pages.
type layout struct {
	*measurer
	report *content.Report
	pages  []Page
	feet   []string // of the pages, by their number
	y      float64  // where the page under work goes on
	floor  float64  // and where its body ends
}

func (l *layout) page() *Page { return &l.pages[len(l.pages)-1] }

func (l *layout) put(items ...Item) { l.page().Items = append(l.page().Items, items...) }

// turn begins a page with a title and a foot, and returns whether the title is more than one line.
func (l *layout) turn(title, foot string, notes []string) {
	l.pages = append(l.pages, Page{Title: plainLine(title), Notes: notes})
	l.feet = append(l.feet, foot)
	text := l.headline(title, titleStyle, measure)
	text.X, text.Y, text.Role = side, top, Title
	l.put(text)
	l.y = top + text.H() + 14
	l.floor = footRule - bodyFoot - float64(float64(max(0, len(l.footLines(foot, l.owner(9999)))-1))*noteStyle.lead)
}

// owner is whose deck it is, which page, and what keeps it inside or marks it as a draft.
func (l *layout) owner(number int) string {
	name := l.broken(l.report.Owner, noteStyle, 200, 1)
	words := []string{l.warning(), "", fmt.Sprintf("%d / %d", number, max(len(l.pages), number))}
	if len(name) > 0 {
		words[1] = name[0].String()
	}
	return strings.TrimSpace(strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), "　"))
}

// footLines are a foot beside the owner at the right.
func (l *layout) footLines(foot, owner string) []Line {
	room := measure - l.width(owner, noteStyle) - 24
	return l.broken(foot, noteStyle, room, mostFoot)
}

const mostFoot = 2 // lines of a foot

// furnish sets the foot of a page under its rule; the cover has none.
func (l *layout) furnish(p *Page, number int) {
	owner := l.owner(number)
	if p.Cover {
		if warn := l.warning(); warn != "" {
			l.right(p, warn, footRule+8)
		}
		return
	}
	foot := l.feet[number-1]
	lines := l.footLines(foot, owner)
	y := footRule - float64(float64(max(0, len(lines)-1))*noteStyle.lead)
	p.Items = append(p.Items, l.rule(side, y, measure, 0.75, ruleColour))
	if len(lines) > 0 {
		p.Items = append(p.Items, Text{X: side, Y: y + 8, W: measure - l.width(owner, noteStyle) - 16, Lead: noteStyle.lead,
			Role: Foot, Lines: lines})
	}
	l.right(p, owner, y+8)
}

// right sets a line at the right edge, the number of the page in it apart.
func (l *layout) right(p *Page, text string, y float64) {
	width := l.width(text, noteStyle) + 4
	runs := []Run{noteStyle.run(text)}
	if i := strings.LastIndex(text, " / "); i >= 0 && !p.Cover {
		from := 0
		if gap := strings.LastIndex(text[:i], "　"); gap >= 0 {
			from = gap + len("　")
		}
		number := noteStyle.run(text[from:i])
		number.Page = true
		runs = []Run{noteStyle.run(text[:from]), number, noteStyle.run(text[i:])}
		runs = slices.DeleteFunc(runs, func(r Run) bool { return r.Text == "" })
	}
	p.Items = append(p.Items, Text{X: side + measure - width, Y: y, W: width, Lead: noteStyle.lead, Role: Number,
		Right: true, Lines: []Line{{Runs: runs, Ends: true}}})
}

// warning is what marks the deck as a draft or as internal.
func (l *layout) warning() string {
	return Clean(strings.TrimSpace(l.report.Marking + "　" + l.report.Draft))
}

// rule is a horizontal bar.
func (l *layout) rule(x, y, w, thick float64, colour picture.Paint) Shape {
	return Shape{Name: "rule", Outline: picture.Box(x, y, w, thick, 0), Fill: colour}
}

// plainLine is a text on one line.
func plainLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }
