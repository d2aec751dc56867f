// Package content is a report as plain values, before it is drawn: headings, paragraphs,
// figure cards, tables and charts.
//
// The one idea: everything a reader will see is decided here, once, as text in the edition's
// language; PDF, HTML and XLSX only draw it. number.go alone turns numbers into text. The
// package knows no file format.
package content

// Report is one edition.
type Report struct {
	Lang     string // "ja" or "en"
	Title    string // what the edition found, where it has a headline; lines are parted by "\n"
	Subtitle string
	Edition  string   // "grant 実績"
	Head     string   // the one line above the title: program, what the paper is, as-of date
	Sender   string   // at the right of that line: label and department
	Under    []string // short facts in one line under the title; none = no line
	Opening  string   // the paragraph below that
	Foot     string   // at the foot of the first page, in place of the footer: what a mark on it means
	Owner    string   // whose report it is: the municipality
	Versions string   // of definitions and tool, for the metadata of a file
	Draft    string   // beside the page number of an edition that is not sealed; else empty
	Meta     []Pair   // first-page block: program, municipality, period, as-of date, ...
	Marking  string   // 内部限り, or empty
	Footer   string   // short line at the foot of every page: program and as-of date
	Logo     *Logo    // on the first page; nil = none
	Figures  []byte   // the figures as a CSV file, for a page to offer; nil = none
	Sections []Section
}

// Logo is the municipality's emblem: an opaque PNG of 8 bits a colour, and the text in its place.
type Logo struct {
	PNG           []byte
	Width, Height int // pixels
	Alt           string
}

// Pair is a label and its value.
type Pair struct{ Label, Value string }

// Section is one heading with its blocks; ID is a stable word used for anchors and bookmarks.
type Section struct {
	ID      string
	Title   string
	NewPage bool
	Paging  Paging
	Slide   *SlideParts // of a Slide: the same as Blocks, for a deck; nil: the deck sets the blocks
	File    string      // name of a file of its own, without what it ends in; "" = the report
	Blocks  []Block
}

// Paging is how a section is put on paper; a screen shows every form alike.
type Paging int

// Flowing text runs over pages; a section on OnePage is meant for one: nothing is made smaller for it,
// what is too much runs on; a Slide is a landscape page of its own.
const (
	Flowing Paging = iota
	OnePage
	Slide
)

// Block is one of Paragraph, Heading, Headline, Opening, Foot, List, Lines, Errands, Contents, Points, Panel, Band,
// Choices, Blanks, Cards, Beside, *Table, *Chart; a *SlideParts only until Build puts it into its section.
type Block interface{ block() }

// Tone says how a text is meant; renderers show it by more than colour.
type Tone int

// Plain text; a Note is secondary; Good, Watch, Bad and Away carry a state.
const (
	Plain Tone = iota
	Note
	Good
	Watch
	Bad
	Away // no longer there, or not meant
)

// Paragraph is running text.
type Paragraph struct {
	Text string
	Tone Tone
}

// Heading heads what follows it in its column, under a rule, as the title of a section does; NewPage puts it on a page
// of its own on paper.
type Heading struct {
	Text    string
	NewPage bool
}

// Headline is the finding that heads the whole edition: it becomes the title of the report and is
// printed nowhere else. An edition has one at most. Under, where given, are the facts in the line below the title, day
// and
// period among them; Head is then the whole line above it. Foot is what stands at the foot of the first page.
type Headline struct {
	Text   string
	Head   string
	Sender string // with Under: at the right of the line above
	Under  []string
	Foot   string
}

// Opening is the paragraph below the title of the whole edition, printed nowhere else. An edition has one at most.
type Opening struct{ Text string }

// Lines are a few facts, each a short name and a sentence.
type Lines struct{ Lines []Pair }

// Errands are what is to be mended, each with the section that has more of it, of which paper names the page.
type Errands struct{ Items []Errand }

// Errand is one of Errands; Section is the ID of a section, or empty.
type Errand struct {
	Text    string
	Tone    Tone
	Section string
}

// Contents lists the sections from the second on with their pages, on paper alone: a screen has its own.
type Contents struct{ Title string }

// Foot stands at the foot of the first page of the edition: what a mark on it means.
type Foot struct{ Text string }

// Points are numbered sentences, each with a lead in bold where it has one. Sentences that open a
// page are Large.
type Points struct {
	Large bool
	Items []Point
}

// Point is one of Points.
type Point struct{ Lead, Text string }

// Panel is a field of its own ground with a few amounts large, each over what it is the amount of.
type Panel struct {
	Title string
	Items []Pair // Value large, Label below it
	Note  string
}

// List is a bullet list.
type List struct{ Items []string }

// Cards are headline figures side by side.
type Cards struct{ Cards []Card }

// Card is one figure shown large.
type Card struct {
	Figure string // figure id, for anchors
	Title  string
	Value  string // rounded, with unit; "―" and Detail holding the reason when there is none
	Detail string // "7 / 12件" : n/N
	Target string // "目標 50%", or empty
	Note   string // "下限値（継続中の案件を含む）", or empty
	Tone   Tone
	Known  bool
	// Level draws value and target as a bar with a tick; Verdict then says in words how they stand. nil: no bar.
	Level   *Level
	Verdict string
}

// Level is a value on a bar from 0 to Most, with a tick at the target.
type Level struct {
	Value  float64
	Target *float64 // nil: there is none
	Most   float64
}

// Beside sets blocks side by side: a figure and its chart, what went badly and what comes next.
// On a narrow screen the parts stand one below the other. With NarrowFirst the first part has a
// third of the room; Shares, where given, are the widths of the parts in any unit, else all have the same.
type Beside struct {
	Parts       [][]Block
	NarrowFirst bool
	Shares      []float64
}

// Align is the alignment of a table column.
type Align int

// Left for words, Right for numbers, Center for marks.
const (
	Left Align = iota
	Right
	Center
)

// Column is one column of a table.
type Column struct {
	Head  string
	Align Align
	Width float64 // relative; 0 = by content
}

// Table is a table with a caption; the first column is the row's heading.
type Table struct {
	ID      string
	Caption string
	Columns []Column
	Rows    [][]string
	Tones   []Tone   // one a row, or nil
	Total   bool     // the last row is a total
	Notes   []string // below the table
	Dress   *Dressing
	Fold    bool // a screen shows it when it is asked for
	Dense   bool // it is for looking things up: paper sets it as notes are
}

func (Opening) block()   {}
func (Lines) block()     {}
func (Errands) block()   {}
func (Contents) block()  {}
func (Paragraph) block() {}
func (Heading) block()   {}
func (Headline) block()  {}
func (Foot) block()      {}
func (Points) block()    {}
func (Panel) block()     {}
func (List) block()      {}
func (Cards) block()     {}
func (Beside) block()    {}
func (*Table) block()    {}
func (*Chart) block()    {}
