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
	Title    string
	Subtitle string
	Edition  string // "grant 実績"
	Meta     []Pair // first-page block: program, municipality, period, as-of date, ...
	Marking  string // 内部限り, or empty
	Kicker   string // the line above a title that tells what was found: which paper this is, of what day
	Sender   string // at the right of that line; empty = none
	Footer   string // short line on every page: program and as-of date
	Logo     *Logo  // on the first page; nil = none
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
	Form    Form
	Foot    string // at the foot of its pages in place of the report's; empty = none
	Blocks  []Block
}

// Form is how a section is put on paper; a screen shows every form alike.
type Form int

// Flowing text runs over pages; a section on OnePage is set as small as it must be to fit one,
// with the head of the report when it comes first; a Slide is a landscape page of its own.
const (
	Flowing Form = iota
	OnePage
	Slide
)

// Block is one of Paragraph, List, Cards, Beside, Heading, Band, Choices, Blanks, *Table, *Chart.
type Block interface{ block() }

// Tone says how a text is meant; renderers show it by more than colour.
type Tone int

// Plain text; a Note is secondary; Good, Watch and Bad carry a state.
const (
	Plain Tone = iota
	Note
	Good
	Watch
	Bad
)

// Paragraph is running text.
type Paragraph struct {
	Text string
	Tone Tone
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
}

// Beside sets blocks side by side: a figure and its chart, what went badly and what comes next.
// On a narrow screen the parts stand one below the other. With NarrowFirst the first part has a
// third of the room, else all have the same.
type Beside struct {
	Parts       [][]Block
	NarrowFirst bool
	Shares      []float64 // of the room, one a part; nil: as NarrowFirst says
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
}

func (Paragraph) block() {}
func (List) block()      {}
func (Cards) block()     {}
func (Beside) block()    {}
func (*Table) block()    {}
func (*Chart) block()    {}
