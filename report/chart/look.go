package chart

// PrintText is the height of text in print, in the units of the drawing.
const PrintText = 9.0

// Text sizes. On paper a label has 9 pt; the numbers of an axis and other notes have 8, the least there is.
const (
	printEm  = PrintText
	screenEm = 13.0
)

const (
	printFont  = "BIZ UDPGothic"
	screenFont = "'BIZ UDPGothic','Yu Gothic UI',Meiryo,'Hiragino Sans','Noto Sans CJK JP',sans-serif"
)

func (l Look) em() float64 {
	if l.Screen {
		return screenEm
	}
	return printEm
}

func (l Look) font() string {
	if l.Screen {
		return screenFont
	}
	return printFont
}

func (l Look) colours() colours {
	if l.Dark {
		return dark
	}
	return light
}

// colours are the inks of one theme. Text has a contrast of at least 4.5 to the paper, marks
// and outlines at least 3 (WCAG 2.2, 1.4.3 and 1.4.11). Blue is the pilot and what is reached, grey
// what is set beside it, amber what falls short, red what is to be done now; there is no green. Their
// lightnesses stay apart in grey.
type colours struct {
	paper, ink, quiet   string // background, text, secondary text
	rule, grid, track   string // axis line, grid line, empty part of a bar
	main, onMain        string // this pilot, the first series; and text upon it
	link, other         string // a line that connects two marks; what is set beside the pilot
	alert, watch        string // states that need attention
	soft                string // light area of the main hue: drops, intervals
	phases              [3]string
	series              []fill
	steps               []string // heat map, from little to much
	stepInk             []string // text upon each step
	tipPaper, tipBorder string
}

// fill is how the parts of one series are filled: colour, pattern and outline.
type fill struct {
	paint, hatch, ink, stroke string
}

var light = colours{
	paper: "#FFFFFF", ink: "#1A1F2B", quiet: "#4A5362",
	rule: "#7C8797", grid: "#E3E7ED", track: "#E6EAF0",
	main: "#0B4C8C", onMain: "#FFFFFF", link: "#5B93C7", other: "#5F6B7A",
	alert: "#B3261E", watch: "#9A4A00", soft: "#DCE8F4",
	phases: [3]string{"#CFE0F0", "#7FAAD3", "#0B4C8C"},
	series: []fill{
		{paint: "#0B4C8C", stroke: "#0B4C8C", ink: "#0B4C8C"},
		{paint: "#FDF1DF", hatch: "slash", ink: "#9A4A00", stroke: "#9A4A00"},
		{paint: "#FFFFFF", hatch: "back", ink: "#0B4C8C", stroke: "#0B4C8C"},
		{paint: "#FFFFFF", hatch: "dots", ink: "#5F6B7A", stroke: "#5F6B7A"},
		{paint: "#5F6B7A", stroke: "#5F6B7A", ink: "#5F6B7A"},
	},
	steps:    []string{"#E3EDF6", "#B3CCE5", "#7FAAD3", "#2F6FAE", "#0B4C8C"},
	stepInk:  []string{"#1A1F2B", "#1A1F2B", "#1A1F2B", "#FFFFFF", "#FFFFFF"},
	tipPaper: "#FFFFFF", tipBorder: "#7C8797",
}

var dark = colours{
	paper: "#16191D", ink: "#F1F3F4", quiet: "#B9BEC4",
	rule: "#8A9098", grid: "#33383E", track: "#262B31",
	main: "#6CB2EE", onMain: "#0C1B26", link: "#4A86B8", other: "#A3ABB5",
	alert: "#FF9585", watch: "#F0B05A", soft: "#1D3A4E",
	phases: [3]string{"#24465D", "#3A7BA6", "#7CC4F2"},
	series: []fill{
		{paint: "#6CB2EE", stroke: "#6CB2EE", ink: "#6CB2EE"},
		{paint: "#3D2C12", hatch: "slash", ink: "#F0B05A", stroke: "#F0B05A"},
		{paint: "#16191D", hatch: "back", ink: "#6CB2EE", stroke: "#6CB2EE"},
		{paint: "#16191D", hatch: "dots", ink: "#A3ABB5", stroke: "#A3ABB5"},
		{paint: "#80868D", stroke: "#80868D", ink: "#80868D"},
	},
	steps:    []string{"#1C3444", "#245677", "#2B74A2", "#6BB8E6", "#C4E5FA"},
	stepInk:  []string{"#F1F3F4", "#F1F3F4", "#FFFFFF", "#0C1B26", "#0C1B26"},
	tipPaper: "#22272D", tipBorder: "#8A9098",
}

// The fills of meaning, which every kind of chart shares: a hue never speaks alone, each pair differs by
// pattern or outline too.
func (k colours) reachedFill() fill { return k.series[0] } // reached, recurring, this pilot: solid
func (k colours) missedFill() fill  { return k.series[1] } // below the target, one-off, ended: hatched

// seriesFill returns the fill of the i-th series; after the last the set begins again.
func (k colours) seriesFill(i int) fill { return k.series[i%len(k.series)] }
