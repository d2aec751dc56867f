// Package chart turns a content.Chart into a picture for paper and into an ECharts option for a page.
//
// The one idea: one list of marks for every medium. Each kind of chart says what is drawn, as marks in
// data coordinates with shifts in text heights. For paper the marks are laid out here, with the widths
// of the built-in font, into outlines and texts (package picture). On a page they travel in an option
// built with go-echarts, and layout.js and renderers.js lay them out by the same rules when the width
// and the font are known: a page has to fit a telephone too. A test holds the two equal.
//
// Every drawing can be read in grey: fills differ in lightness and pattern, events in shape, and
// values are written beside their marks. A missing value is a gap with words, never 0.
//
// The package computes no figure and rounds nothing: numbers that are printed come as text from
// content (whole numbers excepted, which need no rounding). Title, alternative text and table
// twin are drawn by the page, not here.
package chart

import (
	"encoding/json"
	"fmt"
	"math"

	"pilot90/report/content"
)

// Look chooses how an option looks; its data are the same under every look. The zero Look is
// Japanese, light and for print.
type Look struct {
	Lang   string // "ja" (also when empty) or "en": language of the words the drawing adds
	Screen bool   // 13 px text and a system font stack; else 9 pt text in BIZ UDPGothic
	Dark   bool   // colours for a dark page
}

// painter draws one kind: paint adds its marks to a canvas, rows gives its natural height in
// ems for a box of the given width in ems.
type painter struct {
	kind  content.ChartKind
	paint func(*canvas)
	tall  func(c *content.Chart, width float64) float64
}

// painters has every kind that can be drawn, in the order of content.
var painters = []painter{
	{content.Funnel, paintFunnel, funnelHeight},
	{content.Gantt, paintGantt, ganttHeight},
	{content.TargetBar, paintTargetBar, targetHeight},
	{content.StackedBar, paintStackedBar, uprightHeight},
	{content.StepCurve, paintStepCurve, curveHeight},
	{content.Bands, paintBands, uprightHeight},
	{content.Heatmap, paintHeatmap, heatmapHeight},
	{content.Line, paintLine, uprightHeight},
	{content.GroupedBar, paintGroupedBar, uprightHeight},
	{content.Limits, paintLimits, limitsHeight},
	{content.Cycle, paintCycle, cycleHeight},
	{content.Trend, paintTrend, trendHeight},
	{content.Columns, paintColumns, trendHeight},
	{content.DotPairs, paintDotPairs, pairsHeight},
	{content.Lengths, paintLengths, lengthsHeight},
	{content.Squares, paintSquares, squaresHeight},
	{content.Dots, paintDots, dotsHeight},
	{content.Months, paintMonths, monthsHeight},
	{content.MoneyBars, paintMoneyBars, moneyHeight},
	{content.TargetRows, paintTargetRows, targetRowsHeight},
	{content.Multiples, paintMultiples, multiplesHeight},
}

// lowest is the height in ems of a chart that stands beside a figure.
const lowest = 13.5

func painterOf(kind content.ChartKind) (painter, error) {
	for _, p := range painters {
		if p.kind == kind {
			return p, nil
		}
	}
	return painter{}, fmt.Errorf("chart kind %q is not known", kind)
}

// Option returns the ECharts option of c as JSON, for a light page and a dark one: colours stand in it
// by name, for pilot90.coloured of Renderers to replace by those of Palettes. Its member "pilot90" holds the layout
// plan that pilot90.layout of Renderers consumes before ECharts sees the option. An unknown kind and a number that is
// not finite are errors.
func Option(c *content.Chart, look Look) ([]byte, error) {
	cv, err := painted(c, look, named, false)
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(cv.option())
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	return data, nil
}

// painted has the marks of c or, measured, the plan alone.
func painted(c *content.Chart, look Look, k colours, measured bool) (*canvas, error) {
	p, err := painterOf(c.Kind)
	if err == nil {
		err = validate(c)
	}
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	cv := newCanvas(c, look, k)
	cv.measured = measured
	p.paint(cv)
	cv.finish()
	return cv, nil
}

// Height returns the height that c needs in a box of the given width: points for print, CSS pixels
// for a screen. A chart that cannot be drawn has height 0.
func Height(c *content.Chart, width float64, look Look) float64 {
	natural := Natural(c, width, look)
	cv, err := painted(c, look, light, true)
	if err != nil {
		return 0
	}
	measure, err := loadFaces()
	if err != nil {
		return 0 // drawing says why
	}
	return fit(cv, measure, width, natural).tall(natural)
}

// Natural returns the height of c without what a long legend or long names add to it, which is known
// where the font is: Height adds it by the built-in font, pilot90.tall of Renderers by that of a page.
// An unknown kind has height 0.
func Natural(c *content.Chart, width float64, look Look) float64 {
	p, err := painterOf(c.Kind)
	if err != nil {
		return 0
	}
	em := look.em()
	tall := p.tall(c, width/em)
	if c.Low {
		tall = min(tall, lowest)
	}
	return math.Ceil(float64(tall * em))
}
