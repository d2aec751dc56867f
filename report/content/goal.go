package content

// Goal is a figure with a target as one row of a TargetRows chart: a bar as far as it came, a tick at the target, and
// how far one is from the other in words.
type Goal struct {
	Figure  string // figure id
	Name    string
	Value   string // as printed, without its unit; the mark or "―" where there is none
	Unit    string
	Aim     string  // the target with its unit
	Reached float64 // end of the bar as a part of the track, 0 to 1
	Target  float64 // place of the tick as a part of the track
	Known   bool    // there is a value, and thus a bar
	Met     bool
	Verdict string // "5.5ポイント足りない"
	Basis   string // "6 / 11件"
}

// Multiple is one of the small charts of a Multiples chart: a series over the chart's categories, on a scale of its
// own,
// with its last value in the heading.
type Multiple struct {
	Name   string
	Value  string // of the last category, with its unit; empty where there is none
	Values []*float64
	Top    float64 // upper end of the scale; 0: the greatest value
}
