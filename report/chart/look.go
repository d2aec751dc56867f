package chart

// Text sizes: 9 pt is the smallest that a printed council paper should hold.
const (
	printEm  = 9.0
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
	return max(printEm, l.Least)
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
// and outlines at least 3 (WCAG 2.2, 1.4.3 and 1.4.11); hues follow the set of Okabe and Ito,
// which people with any colour vision tell apart, at lightnesses that stay apart in grey.
type colours struct {
	paper, ink, quiet   string // background, text, secondary text
	rule, grid, track   string // axis line, grid line, empty part of a bar
	main, onMain        string // the first series and text upon it
	alert, watch        string // states that need attention
	soft                string // light area of the main hue: drops, intervals
	connect             string // lines that only connect: of contrast 3, never for what has to be read
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
	paper: "#FFFFFF", ink: "#1A1A1C", quiet: "#595959",
	rule: "#8C8C8C", grid: "#E3E7ED", track: "#EEF1F4",
	main: "#0067A6", onMain: "#FFFFFF",
	alert: "#B83A00", watch: "#8A5A00", soft: "#DCEBF5", connect: "#5B93C7",
	phases: [3]string{"#D3E6F3", "#8FC1E2", "#2F86BF"},
	series: []fill{
		{paint: "#0067A6", stroke: "#0067A6", ink: "#0067A6"},
		{paint: "#FFE7BF", hatch: "slash", ink: "#A85B00", stroke: "#A85B00"},
		{paint: "#BFE6D9", hatch: "dots", ink: "#00674B", stroke: "#00674B"},
		{paint: "#FFFFFF", hatch: "cross", ink: "#8B3F6E", stroke: "#8B3F6E"},
		{paint: "#6B6B6B", stroke: "#6B6B6B", ink: "#6B6B6B"},
	},
	steps:    []string{"#E4F0F8", "#B4D6EC", "#74B0D8", "#2A76AA", "#0A4A78"},
	stepInk:  []string{"#1A1A1C", "#1A1A1C", "#1A1A1C", "#FFFFFF", "#FFFFFF"},
	tipPaper: "#FFFFFF", tipBorder: "#8C8C8C",
}

var dark = colours{
	paper: "#16191D", ink: "#F1F3F4", quiet: "#B9BEC4",
	rule: "#8A9098", grid: "#33383E", track: "#262B31",
	main: "#5DB4EA", onMain: "#0C1B26",
	alert: "#FF9466", watch: "#F0BE5A", soft: "#1D3A4E", connect: "#5B93C7",
	phases: [3]string{"#24465D", "#3A7BA6", "#7CC4F2"},
	series: []fill{
		{paint: "#5DB4EA", stroke: "#5DB4EA", ink: "#5DB4EA"},
		{paint: "#4A3615", hatch: "slash", ink: "#F0B54A", stroke: "#F0B54A"},
		{paint: "#123D30", hatch: "dots", ink: "#4FD0A5", stroke: "#4FD0A5"},
		{paint: "#16191D", hatch: "cross", ink: "#E79BC6", stroke: "#E79BC6"},
		{paint: "#80868D", stroke: "#80868D", ink: "#80868D"},
	},
	steps:    []string{"#1C3444", "#245677", "#2B74A2", "#6BB8E6", "#C4E5FA"},
	stepInk:  []string{"#F1F3F4", "#F1F3F4", "#FFFFFF", "#0C1B26", "#0C1B26"},
	tipPaper: "#22272D", tipBorder: "#8A9098",
}

// seriesFill returns the fill of the i-th series; after the last the set begins again.
func (k colours) seriesFill(i int) fill { return k.series[i%len(k.series)] }
