package pptx

import (
	"slices"
	"strings"

	"pilot90/report/content"
)

// look is how a bar is filled: a colour, or a hatch of it on a ground, or an outline alone.
type look struct{ colour, ground, line string }

var (
	solidBlue  = look{colour: "0B4C8C"}
	hatchAmber = look{colour: "9A4A00", ground: "FDF1DF", line: "9A4A00"}
	hatchBlue  = look{colour: "0B4C8C", ground: "FFFFFF", line: "0B4C8C"}
	blank      = look{ground: "FFFFFF", line: "8B93A0"}
	ringBlue   = look{ground: "FFFFFF", line: "0B4C8C"}
	grey       = look{colour: "5F6B7A"}
)

// native is a chart as presentation programs draw it.
type native struct {
	grid
	level     bool // bars lie, the first on top
	stacked   bool
	line      bool
	gap       int // between bars, in parts of a hundred of their width
	most      *float64
	named     bool // series are named in a legend
	em        float64
	lang      string
	data      string // the relationship that leads to the workbook
	valueAxis bool
}

// natives are the kinds of chart that programs know, each in its own way.
var natives = map[content.ChartKind]func(*content.Chart) *native{
	content.Months:     func(c *content.Chart) *native { return columns(c, monthNames(c), solidBlue, hatchAmber) },
	content.StackedBar: func(c *content.Chart) *native { return columns(c, c.Categories, solidBlue, hatchAmber) },
	content.Dots:       func(c *content.Chart) *native { return columns(c, c.Categories, solidBlue, ringBlue) },
	content.Squares:    squares,
	content.MoneyBars:  money,
	content.TargetBar:  money,
	content.Funnel:     lying,
	content.Bands:      standing,
	content.Columns:    standing,
	content.GroupedBar: standing,
	content.Line:       lines,
	content.Lengths:    lengths,
}

// looks are the fills of series in their order.
var looks = []look{solidBlue, hatchAmber, grey, hatchBlue, ringBlue}

// whole writes no 0 where a part is empty.
const whole = "#,##0;-#,##0;;"

// columns stacks the parts of each category, with the count in each.
func columns(c *content.Chart, names []string, fills ...look) *native {
	n := &native{stacked: true, gap: 35, named: len(c.Series) > 1}
	n.categories = names
	for i, s := range c.Series {
		col := column{name: s.Name, values: s.Values, look: looks[i%len(looks)], labels: whole, ink: "FFFFFF"}
		if i < len(fills) {
			col.look = fills[i]
		}
		if col.look.ground != "" {
			col.ink, col.plate = "1A1F2B", "FFFFFF"
		}
		n.series = append(n.series, col)
	}
	return n
}

// monthNames are the months, each year below its first.
func monthNames(c *content.Chart) []string {
	out := make([]string, len(c.Categories))
	for i, name := range c.Categories {
		out[i] = name
		if i < len(c.Groups) && c.Groups[i] != "" {
			out[i] += "\n" + eraApart(c.Groups[i])
		}
	}
	return out
}

// eraApart sets the name of an era and its year on two lines, as a narrow column has no room for both: 令和 and 7年,
// FY and 2011. Of a year in four digits the last two are left: ’25.
func eraApart(year string) string {
	at := strings.IndexAny(year, "0123456789元")
	switch {
	case at > 0:
		return year[:at] + "\n" + year[at:]
	case len(year) == 4:
		return "’" + year[2:]
	}
	return year
}

// squares are lying bars of what each row has, and what it lacks of the whole.
func squares(c *content.Chart) *native {
	n := columns(c, c.Categories, solidBlue, hatchBlue)
	n.level, n.gap = true, 45
	if c.Low {
		n.gap = 25
	}
	for i, name := range c.Categories {
		if s := c.Series[0]; !c.Low && i < len(s.Labels) && s.Labels[i] != "" {
			n.categories = append(n.categories[:i:i], append([]string{name + "　" + s.Labels[i]}, n.categories[i+1:]...)...)
		}
	}
	if c.Whole == 0 {
		n.series[0].points = map[int]look{1: hatchAmber}
		n.series[0].ink, n.series[0].plate = "1A1F2B", "FFFFFF"
		n.named = false
		return n
	}
	rest := column{name: restName(c), look: blank}
	for i := range c.Categories {
		left := float64(c.Whole)
		for _, s := range c.Series {
			if i < len(s.Values) && s.Values[i] != nil {
				left -= *s.Values[i]
			}
		}
		rest.values = append(rest.values, new(max(left, 0)))
	}
	n.series = append(n.series, rest)
	n.most = new(float64(c.Whole))
	return n
}

// restName is what those are called who have not come so far.
func restName(c *content.Chart) string {
	if c.Unit == "" {
		return "not yet"
	}
	return "まだ"
}

// money are lying bars, what was planned as an outline around what was spent. The amounts stand at the names of the
// rows: at the ends of the bars the outlines would cross them.
func money(c *content.Chart) *native {
	n := &native{level: true, gap: 70}
	n.categories = slices.Clone(c.Categories)
	format, scale := `#,##0`, 1.0
	if c.Unit == "円" {
		format, scale = `#,##0"万円"`, 1e4
	}
	for _, s := range c.Series {
		if len(c.Series) == 1 && len(s.Labels) == len(n.categories) {
			for i, label := range s.Labels {
				n.categories[i] += "　" + label
			}
			format = ""
		}
		if s.Target != nil {
			name := "予算"
			if strings.TrimSpace(c.Unit) == "yen" {
				name = "budget"
			}
			n.series = append(n.series, column{name: name, values: scaled(s.Target, scale), look: blank})
			n.named = true
		}
		n.series = append(n.series, column{name: s.Name, values: scaled(s.Values, scale), look: solidBlue, labels: format,
			ink: "1A1F2B", outer: true})
	}
	return n
}

func scaled(values []*float64, by float64) []*float64 {
	out := make([]*float64, len(values))
	for i, v := range values {
		if v != nil {
			out[i] = new(*v / by)
		}
	}
	return out
}

// lying are plain bars from the left.
func lying(c *content.Chart) *native {
	n := standing(c)
	n.level = true
	return n
}

// wideColumns is how many columns have room for a year on one line.
const wideColumns = 6

// standing are plain columns side by side.
func standing(c *content.Chart) *native {
	n := &native{gap: 60, named: len(c.Series) > 1}
	n.categories = c.Categories
	format, scale := "#,##0.##", 1.0
	switch c.Unit {
	case "万円":
		format = `#,##0"万円"`
	case "10,000 yen":
		format, scale = `#,##0.00" m yen"`, 100
	}
	if len(n.categories) > wideColumns {
		n.categories = slices.Clone(n.categories)
		for i, name := range n.categories {
			if strings.HasPrefix(name, "FY") {
				n.categories[i] = eraApart(name)
			}
		}
	}
	for i, s := range c.Series {
		n.series = append(n.series, column{name: s.Name, values: scaled(s.Values, scale), look: looks[i%len(looks)],
			labels: format, ink: "1A1F2B", outer: true})
	}
	return n
}

// lines are lines over the categories.
func lines(c *content.Chart) *native {
	n := standing(c)
	n.line, n.valueAxis = true, true
	return n
}

// lengths are lying bars of months, those that are over hatched.
func lengths(c *content.Chart) *native {
	n := lying(c)
	n.gap = 60
	s := &n.series[0]
	s.points, s.labels = map[int]look{}, `0.0"`+strings.ReplaceAll(c.Unit, `"`, "")+`"`
	n.categories = slices.Clone(c.Categories)
	for i, ended := range c.Series[0].Ended {
		if ended {
			s.points[i] = hatchAmber
		}
	}
	s.own = map[int]string{}
	for i, label := range c.Series[0].Labels { // the number with what stands behind it: 9.0か月 継続中
		if behind := strings.TrimLeft(label, "0123456789"); strings.HasPrefix(behind, ".") {
			behind = strings.TrimLeft(behind[1:], "0123456789")
			s.own[i] = `0.0"` + strings.ReplaceAll(behind, `"`, "") + `"`
		}
	}
	return n
}
