package gauge

import (
	"context"
	"fmt"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/cell"
	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
)

// mostMonths is how many months a line has; of a longer period it shows the last.
const mostMonths = 24

// Month is the values of all figures as of the end of a month, counted from the period's first day.
type Month struct {
	End    cell.Day
	Values map[string]float64 // of those that have one
}

// Months computes the figures as of the end of each month of the period up to the as-of date; the last is that of the
// evaluation date itself, whose values are given. known is asked for months that were computed before, and told of new
// ones. The error is that of ctx.
func Months(ctx context.Context, c *cohort.Ledger, clock setting.Clock, now []kpi.Figure,
	known *Memory) ([]Month, error) {
	var months []Month
	for _, end := range ends(clock) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if end == clock.At() {
			months = append(months, Month{end, values(now)})
			continue
		}
		months = append(months, known.at(clock.From, end, func() Month {
			then := setting.Clock{AsOf: end, From: clock.From, To: end, End: clock.End, Named: clock.Named}
			return Month{end, values(kpi.Run(catalog.All(), kpi.NewWindow(c, then).Bare()))}
		}))
	}
	return months, nil
}

// ends are the last days of the months of a period up to the evaluation date, and that day.
func ends(clock setting.Clock) []cell.Day {
	var days []cell.Day
	for day := clock.From.LastOfMonth(); day < clock.At(); day = (day + 1).LastOfMonth() {
		days = append(days, day)
	}
	if clock.From <= clock.At() {
		days = append(days, clock.At())
	}
	return days[max(0, len(days)-mostMonths):]
}

func values(figures []kpi.Figure) map[string]float64 {
	all := map[string]float64{}
	for i := range figures {
		if v := figures[i].Value; v != nil {
			all[figures[i].ID] = *v
		}
	}
	return all
}

// Line is the drawing of a figure's way in its own units: Wide × High.
type Line struct {
	Paths  []string // one for each run of months with a value
	X, Y   float64  // of the last value
	Target string   // height of the target; "" for none
	Text   string   // the values in words
}

// The size of a drawing.
const (
	Wide = 156
	High = 44
)

// Draw draws the way of a card; nil where fewer than two months have a value or the value is a date.
func Draw(c *Card, months []Month, word func(end cell.Day, value string) string) *Line {
	if c.Scale == kpi.Date || !c.Known || len(months) < 2 {
		return nil
	}
	most, n := 0.0, 0
	for _, m := range months {
		if v, ok := m.Values[c.ID]; ok {
			most = max(most, v)
			n++
		}
	}
	if c.Target != nil {
		most = max(most, *c.Target)
	}
	if n < 2 {
		return nil
	}
	if most *= 1.08; c.Scale == kpi.Ratio {
		most = max(1, most/1.08)
	}
	if most <= 0 {
		most = 1
	}
	height := func(v float64) float64 { return High - 3 - max(0, v)/most*(High-8) }
	line := &Line{}
	if c.Target != nil {
		line.Target = fmt.Sprintf("%.1f", height(*c.Target))
	}
	line.trace(c, months, height, word)
	return line
}

// trace draws the runs of months that have a value.
func (l *Line) trace(c *Card, months []Month, height func(float64) float64,
	word func(cell.Day, string) string) {
	var path strings.Builder
	var words []string
	for i, m := range months {
		v, ok := m.Values[c.ID]
		if !ok {
			if path.Len() > 0 {
				l.Paths = append(l.Paths, path.String())
				path.Reset()
			}
			continue
		}
		l.X, l.Y = 3+float64(i)*(Wide-8)/float64(len(months)-1), height(v)
		step := "L"
		if path.Len() == 0 {
			step = "M"
		}
		fmt.Fprintf(&path, "%s%.1f %.1f", step, l.X, l.Y)
		words = append(words, word(m.End, plain(scaled(v, c.Scale))))
	}
	if path.Len() > 0 {
		l.Paths = append(l.Paths, path.String())
	}
	l.Text = strings.Join(words, " ")
}

// scaled is a ratio in percent.
func scaled(v float64, unit kpi.Unit) float64 {
	if unit == kpi.Ratio {
		return v * 100
	}
	return v
}
