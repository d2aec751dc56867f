package content

// Dress is how one cell of a table is set. The text of the cell says all that a reader needs, whatever is
// drawn beside it: a medium that cannot draw leaves the drawing out.
type Dress struct {
	Sign   Tone // the mark before the text; Plain and Note have none
	Strong bool // the first line is bold
	Tone   Tone // colour of the first line
	Small  bool // the first line is a detail too, in small type
	Below  Tone // colour of the further lines, which are details in small type
	Draw   Drawing
}

// Drawing is what is drawn in a cell: one of Spark, Progress and Units. nil is nothing.
type Drawing interface{ drawing() }

// Spark is a row of small columns, one a week, from 0 to Top, which is the same for all rows of a table. A
// nil value is a week of which nothing can be told. The last one is drawn empty when it is still Running.
type Spark struct {
	Values  []*float64
	Top     float64
	Running bool
}

// Progress is a bar in parts of so many days, of which the first Done are behind; Stopped is drawn
// hatched. Its cell's text stands below it.
type Progress struct {
	Days    []int
	Done    int
	Stopped bool
}

// Units are Count things one by one, with a mark behind the Target-th.
type Units struct{ Count, Target int }

func (Spark) drawing()    {}
func (Progress) drawing() {}
func (Units) drawing()    {}

// Dressing is how a whole table is set.
type Dressing struct {
	Cells   [][]Dress // by row and column; a row or a cell that is missing is plain
	Alarmed []bool    // rows on a red ground
	Bare    bool      // without column heads
	Over    []string  // a heading over the head of each column; neighbours with the same share it
}

// Cell is how the cell is set; the zero value for a table without dressing.
func (d *Dressing) Cell(row, column int) Dress {
	if d == nil || row >= len(d.Cells) || column >= len(d.Cells[row]) {
		return Dress{}
	}
	return d.Cells[row][column]
}

// Alarm reports whether the row stands on a red ground.
func (d *Dressing) Alarm(row int) bool { return d != nil && row < len(d.Alarmed) && d.Alarmed[row] }
