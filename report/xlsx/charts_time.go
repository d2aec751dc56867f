package xlsx

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"pilot90/report/content"
)

// curves writes the corners of the step curves and draws them as lines between points: two rows
// for each step, the second after the fall.
func (p *page) curves(c *content.Chart) *excelize.Chart {
	drawn := &excelize.Chart{Type: excelize.Scatter}
	for i, curve := range c.Curves {
		if i > 0 {
			p.row++
		}
		head := p.row
		for j, h := range []string{
			c.XTitle,
			curve.Name,
			p.words("下限（95％）", "low (95%)"),
			p.words("上限（95％）", "high (95%)"),
			p.words("続いている", "censored"),
		} {
			p.put(j+1, h, look{bold: true})
		}
		for j, point := range curve.Points {
			if j > 0 {
				before := curve.Points[j-1]
				p.point(point.Time, before.S, before.Low, before.High, nil)
			}
			p.point(point.Time, point.S, point.Low, point.High, new(float64(point.Censored)))
		}
		for j := range 3 {
			s := p.drawnSeries(i, head, j+2)
			s.Line.Type = excelize.LineSolid
			s.Marker = excelize.ChartMarker{Symbol: "none"}
			if j > 0 {
				s.Line.Width, s.Line.Dash = 1, excelize.LineDashDash
			}
			drawn.Series = append(drawn.Series, s)
		}
	}
	drawn.YAxis.Minimum, drawn.YAxis.Maximum = new(0.0), new(1.0)
	drawn.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "0%"}
	drawn.XAxis.Minimum = new(0.0)
	return drawn
}

func (p *page) point(time, s, low, high float64, censored *float64) {
	p.row++
	for i, v := range []float64{time, s, low, high} {
		format := "0.0%"
		if i == 0 {
			format = "0.0"
		}
		p.number(i+1, &v, look{format: format})
	}
	p.number(5, censored, look{})
}

// gantt writes the days that each participant has spent in each phase and draws them end to
// end; events follow as columns of days.
func (p *page) gantt(c *content.Chart) *excelize.Chart {
	head := p.row
	p.put(1, "", look{bold: true})
	styles := barStyles(c)
	for i, style := range styles {
		title := style
		if i < len(c.Phases) {
			title = c.Phases[i].Label
		}
		p.put(i+2, title, look{bold: true})
	}
	for _, lane := range c.Lanes {
		p.row++
		p.put(1, lane.Label, look{})
		for i, style := range styles {
			p.number(i+2, daysOf(lane, style), look{})
		}
	}
	if len(c.Lanes) == 0 {
		return nil
	}
	drawn := &excelize.Chart{Type: excelize.BarStacked}
	for i := range styles {
		drawn.Series = append(drawn.Series, p.drawnSeries(i, head, i+2))
	}
	drawn.XAxis.ReverseOrder = true
	return drawn
}

// barStyles are the styles of the bars in the order of the cycle.
func barStyles(c *content.Chart) []string {
	styles := []string{"training", "ojt", "retention"}
	for _, lane := range c.Lanes {
		for _, bar := range lane.Bars {
			if !slices.Contains(styles, bar.Style) {
				styles = append(styles, bar.Style)
			}
		}
	}
	return styles
}

func daysOf(lane content.Lane, style string) *float64 {
	days := 0
	for _, bar := range lane.Bars {
		if bar.Style == style {
			days += bar.To - bar.From + 1
		}
	}
	if days == 0 {
		return nil
	}
	return new(float64(days))
}
