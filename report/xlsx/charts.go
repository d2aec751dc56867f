package xlsx

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/report/content"
)

// A chart stands to the right of its data; a page of paper has room for three of both.
const (
	chartColumn = "H" // left edge of the charts

	chartColumnNumber = 8
	chartRows         = 14  // rows that a chart covers at least
	chartWidth        = 760 // pixels
	rowPixels         = 20
	pageRows          = 46 // rows on a page one page wide, A4 on its side
)

// charts writes グラフ: for each chart of the report its title, a block of data, and a native
// chart that is drawn from it. A kind that spreadsheets do not know has its table instead. A chart never runs over two
// pages unless it is longer than one.
func (e *edition) charts() error {
	name, err := e.sheet(chartsSheet)
	if err != nil {
		return err
	}
	p := &page{book: e.book, sheet: name}
	p.keep(p.printed(name, 1))
	gap := 3.0
	for c := range e.report.Charts() {
		if c.Twin != nil && len(c.Twin.Columns) > 6 { // a table that goes on beyond the gap
			gap = 12
		}
	}
	p.widths(24, 12, 12, 12, 12, 12, gap)
	from := 0 // row before the first on the page
	for c := range e.report.Charts() {
		if c.Low {
			continue // it stands beside a figure, and whole elsewhere
		}
		before := p.row
		e.chart(p, c)
		if p.row-from > pageRows && before > from {
			p.keep(p.file.InsertPageBreak(name, address(1, before+1)))
			from = before
		}
	}
	if p.row == 0 {
		p.row++
		p.put(1, e.words("この報告書にグラフはありません。", "This report has no charts."), look{})
	}
	return p.err
}

func (e *edition) chart(p *page, c *content.Chart) {
	p.row++
	top := p.row
	p.put(1, chartTitle(c), look{bold: true})
	p.row++
	var drawn *excelize.Chart
	ranges := len(c.Series) > 0 && c.Series[0].Least != nil // a spreadsheet would draw them as exact
	switch {
	case ranges, c.Kind == content.Cycle, c.Kind == content.Heatmap, c.Kind == content.Limits, len(c.Small) > 0:
		p.twin(c.Twin)
	case c.Kind == content.StepCurve:
		drawn = p.curves(c)
	case c.Kind == content.Gantt:
		drawn = p.gantt(c)
	case c.Kind == content.Multiples:
		p.series(c)
		p.smallCharts(c, top)
		p.row = max(p.row+1, top+chartRows)
		return
	default:
		drawn = p.series(c)
	}
	if drawn == nil {
		p.row += 2
		return
	}
	rows := max(chartRows, len(c.Lanes)+6)
	p.finish(drawn, c, rows)
	p.keep(p.file.AddChart(p.sheet, fmt.Sprintf("%s%d", chartColumn, top), drawn))
	p.row = max(p.row+1, top+rows)
}

// smallCharts draws each series of a block of data by itself, two in a row: each has a scale of its own. The categories
// end in the current row.
func (p *page) smallCharts(c *content.Chart, top int) {
	const across, columnPixels = 2, 64 // a column without a width of its own
	head := p.row - len(c.Categories)
	for i := range c.Series {
		drawn := &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{p.drawnSeries(0, head, i+2)}}
		small := content.Chart{ID: fmt.Sprintf("%s_%d", c.ID, i+1), Title: c.Series[i].Name, Alt: c.Series[i].Name,
			Kind: content.Bands, Categories: c.Categories, Series: c.Series[i : i+1]}
		p.finish(drawn, &small, chartRows/across)
		drawn.Dimension = excelize.ChartDimension{Width: chartWidth / across, Height: chartRows / across * rowPixels}
		drawn.PlotArea.ShowVal = false
		drawn.Format.OffsetX = i % across * chartWidth / across % columnPixels
		column := columnName(chartColumnNumber + i%across*chartWidth/across/columnPixels)
		p.keep(p.file.AddChart(p.sheet, fmt.Sprintf("%s%d", column, top+i/across*chartRows/across), drawn))
	}
}

// chartTitle is the finding of a chart; what the table of its numbers is called where the title of the report says it.
func chartTitle(c *content.Chart) string {
	if c.Title == "" && c.Twin != nil {
		return c.Twin.Caption
	}
	return c.Title
}

// twin writes the table that says the same as the chart.
func (p *page) twin(t *content.Table) {
	if t == nil {
		return
	}
	for i, c := range t.Columns {
		p.put(i+1, c.Head, look{bold: true, right: i > 0})
	}
	for _, row := range t.Rows {
		p.row++
		for i, s := range row {
			p.put(i+1, s, look{right: i > 0})
		}
	}
}

// native are the kinds of chart as spreadsheets draw them.
var native = map[content.ChartKind]excelize.ChartType{
	content.Funnel: excelize.Bar, content.TargetBar: excelize.Bar, content.StackedBar: excelize.ColStacked,
	content.GroupedBar: excelize.Col,
	content.Squares:    excelize.BarStacked, content.Dots: excelize.ColStacked, content.Months: excelize.ColStacked,
	content.MoneyBars: excelize.Bar, content.TargetRows: excelize.Bar,
	content.Bands: excelize.Col, content.Columns: excelize.Col, content.Line: excelize.Line, content.Trend: excelize.Line,
	content.DotPairs: excelize.Bar, content.Lengths: excelize.Bar,
}

// series writes categories and series and returns the chart over them; a missing value is an
// empty cell, never 0.
func (p *page) series(c *content.Chart) *excelize.Chart {
	head := p.row
	p.put(1, "", look{bold: true})
	aim := p.words("目標", "target")
	if c.Kind == content.MoneyBars {
		aim = p.words("予算", "planned")
	}
	all := withTargets(c.Series, aim)
	for i, s := range all {
		p.put(i+2, s.Name, look{bold: true, right: true})
	}
	for i, category := range c.Categories {
		p.row++
		p.put(1, strings.ReplaceAll(category, "\n", ""), look{})
		for j, s := range all {
			if i < len(s.Values) {
				p.number(j+2, s.Values[i], look{format: seriesFormat(s.Values)})
			}
		}
	}
	kind, known := native[c.Kind]
	if !known || len(c.Categories) == 0 || len(all) == 0 {
		return nil
	}
	drawn := &excelize.Chart{Type: kind}
	for i := range all {
		drawn.Series = append(drawn.Series, p.drawnSeries(i, head, i+2))
	}
	switch kind {
	case excelize.Bar, excelize.BarStacked:
		drawn.XAxis.ReverseOrder = true // the first category on top
	}
	if kind == excelize.ColStacked || kind == excelize.BarStacked {
		drawn.Series[0].DataLabel.Font.Color = "FFFFFF"                        // inside the dark bar
		drawn.PlotArea.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "#,##0;;;"} // a part of nothing has no label
	}
	return drawn
}

// seriesFormat is the number format of a series: thousands are parted, parts of a unit have one decimal; "" for small
// whole numbers.
func seriesFormat(values []*float64) string {
	format := ""
	for _, v := range values {
		switch {
		case v == nil:
		case *v != math.Trunc(*v):
			return "#,##0.0"
		case math.Abs(*v) >= 1000:
			format = "#,##0"
		}
	}
	return format
}

// withTargets adds the targets of the series as series of their own.
func withTargets(series []content.Series, name string) []content.Series {
	all := append([]content.Series(nil), series...)
	for _, s := range series {
		if s.Target != nil {
			all = append(all, content.Series{Name: name, Values: s.Target})
		}
	}
	return all
}

// colours are told apart in grey too, and black text can be read on each but the first.
var colours = []string{"1F4E79", "F0B454", "7FB0D8", "D5E3F0", "9A9A9A", "E0E0E0"}

func filled(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// drawnSeries is the series of a column with its heading in the row head and its values below.
func (p *page) drawnSeries(i, head, col int) excelize.ChartSeries {
	colour := filled(colours[i%len(colours)])
	return excelize.ChartSeries{
		Name:       rangeOf(p.sheet, col, head, head),
		Categories: rangeOf(p.sheet, 1, head+1, p.row),
		Values:     rangeOf(p.sheet, col, head+1, p.row),
		Fill:       colour,
		Line:       excelize.LineOptions{Width: 2.25, Fill: colour},
		DataLabel:  excelize.ChartDataLabel{Font: excelize.Font{Family: font, Size: 9, Color: "000000"}},
	}
}

// finish sets what all charts have in common: size, title, axes, the text for those who do not
// see the chart.
func (p *page) finish(drawn *excelize.Chart, c *content.Chart, rows int) {
	drawn.Dimension = excelize.ChartDimension{Width: chartWidth, Height: uint(rows * rowPixels)}
	drawn.Format = excelize.GraphicOptions{AltText: c.Alt, Name: c.ID, Positioning: "oneCell", OffsetY: 4}
	drawn.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: chartTitle(c),
		Font: &excelize.Font{Family: font, Size: 11, Bold: true}}}}
	drawn.ShowBlanksAs = "gap"
	drawn.Legend = excelize.ChartLegend{Position: "bottom"}
	if len(drawn.Series) == 1 {
		drawn.Legend.Position = "none"
	}
	drawn.PlotArea.ShowVal = drawn.Type != excelize.Scatter && c.Kind != content.Gantt &&
		c.Kind != content.Trend && len(drawn.Series) <= 2
	drawn.XAxis.Title, drawn.YAxis.Title = axisTitle(c.XTitle), axisTitle(c.YTitle)
	if drawn.Type == excelize.Bar || drawn.Type == excelize.BarStacked {
		drawn.XAxis.Title, drawn.YAxis.Title = drawn.YAxis.Title, drawn.XAxis.Title
	}
	drawn.YAxis.MajorGridLines = true
	drawn.XAxis.Font, drawn.YAxis.Font = axisFont, axisFont
	if drawn.YAxis.NumFmt.CustomNumFmt == "" {
		drawn.YAxis.NumFmt.CustomNumFmt = "#,##0"
	}
	if drawn.YAxis.Minimum == nil {
		drawn.YAxis.Minimum = lowest(c)
	}
}

var axisFont = excelize.Font{Family: font, Size: 9, Color: "404040"}

// lowest is 0 for a chart without negative values, whose axis must not be cut off; else nil.
func lowest(c *content.Chart) *float64 {
	for _, s := range c.Series {
		for _, v := range s.Values {
			if v != nil && *v < 0 {
				return nil
			}
		}
	}
	return new(0.0)
}

func axisTitle(s string) excelize.ChartTitle {
	if s == "" {
		return excelize.ChartTitle{}
	}
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s, Font: &excelize.Font{Family: font, Size: 9}}}}
}
