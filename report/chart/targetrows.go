package chart

import (
	"strings"

	"pilot90/report/content"
)

// The columns of target rows, in hundredths of the width: where each begins, or ends where it is of numbers.
const (
	rowMark    = 1.1
	rowName    = 3.4
	rowResult  = 34.5
	rowAim     = 42.8
	rowTrack   = 44.4
	rowEnd     = 63.6
	rowVerdict = 65.2
	rowBasis   = 100
)

// A row of figures: its height, and the bar in it.
const (
	targetBand         = 2.45 // ems
	trackTop, trackLow = 0.36, 0.64
	bigNumber          = 1.4 // ems
)

func targetRowsHeight(c *content.Chart, _ float64) float64 {
	return float64(targetBand * float64(len(c.Goals)+1))
}

// paintTargetRows draws a table of figures: a bar on a pale track as far as each came, solid where the target is
// reached and hatched where it is not, with a thick tick at the target.
func paintTargetRows(cv *canvas) {
	goals := cv.chart.Goals
	if len(goals) == 0 {
		cv.empty()
		return
	}
	cv.x, cv.y = axis{max: 100}, bands(len(goals)+1)
	cv.y.inverse = true
	cv.plan.Left, cv.plan.Right, cv.plan.Top, cv.plan.Bottom = 0, 0, 0, 0
	cv.plan.Least = float64(targetBand * cv.y.max)
	for _, head := range []struct {
		x     float64
		text  string
		align string
	}{{rowName, cv.figure, "left"}, {rowResult, cv.result, "right"}, {rowAim, cv.target, "right"},
		{rowTrack, cv.tick, "left"}, {rowVerdict, cv.verdict, "left"}, {rowBasis, cv.basis, "right"}} {
		cv.add(textAt(head.x, 0.55, head.text, cv.quiet).aligned(head.align, "middle").sized(0.9))
	}
	cv.add(lineOf(cv.ink, 0.1, point{0, 0.98}, point{100, 0.98}))
	for i, g := range goals {
		cv.goalRow(g, float64(i+1))
	}
}

func (cv *canvas) goalRow(g content.Goal, y float64) {
	middle := y + 0.5
	colour := cv.main
	if !g.Met {
		colour = cv.watch
	}
	if g.Known {
		cv.standing(g.Met, middle)
	} else {
		colour = cv.quiet
	}
	cv.add(
		textAt(rowName, middle, beforeBracket(g.Name), cv.ink).within(rowResult-rowName-7.5, 2).strong(),
		textAt(rowResult, middle, g.Unit, cv.ink).aligned("right", "middle").shifted(em{0, 0.12}),
		textAt(rowResult, middle, g.Value, cv.ink).aligned("right", "middle").sized(bigNumber).strong().
			shifted(em{-rough(g.Unit) - 0.1, 0}),
		textAt(rowAim, middle, g.Aim, cv.ink).aligned("right", "middle"),
		textAt(rowVerdict, middle, g.Verdict, colour).within(rowBasis-rowVerdict-15.0, 2).strong(),
		textAt(rowBasis, middle, g.Basis, cv.quiet).aligned("right", "middle"),
	)
	cv.goalBar(g, y)
	cv.add(lineOf(cv.grid, 0.07, point{0, y + 0.98}, point{100, y + 0.98}))
}

// nameRoom is about how many ems of a name stand in one line of a row.
const nameRoom = 12.5

// beforeBracket ends the first line of a long name where what stands in brackets begins, as it would be broken within
// them: 地元定着率 / （学生の地元就職）.
func beforeBracket(name string) string {
	head, rest, has := strings.Cut(name, "（")
	if !has || head == "" || rough(name) <= nameRoom || rough(head) > nameRoom || rough(rest)+1 > nameRoom {
		return name
	}
	return head + "\n（" + rest
}

// goalBar draws the bar and the tick of a row.
func (cv *canvas) goalBar(g content.Goal, y float64) {
	at := func(part float64) float64 { return rowTrack + float64((rowEnd-rowTrack)*min(max(part, 0), 1)) }
	look := fill{paint: cv.main}
	if !g.Met {
		look = fill{paint: cv.paper, hatch: "slash", ink: cv.watch, stroke: cv.watch}
	}
	cv.add(rect(rowTrack, y+trackTop, rowEnd, y+trackLow, fill{paint: cv.track}))
	if g.Known {
		text := tip(g.Name, strings.TrimSpace(g.Value+g.Unit), cv.target+" "+g.Aim)
		cv.add(rect(rowTrack, y+trackTop, at(g.Reached), y+trackLow, look).tipped(text))
	}
	cv.add(lineOf(cv.ink, 0.2, point{at(g.Target), y + trackTop - 0.12}, point{at(g.Target), y + trackLow + 0.12}))
}

// standing draws the mark of a row: a disc with a tick, or a triangle with a stroke.
func (cv *canvas) standing(met bool, y float64) {
	at := point{rowMark, y}
	if met {
		cv.add(
			symbolAt(rowMark, y, "circle", cv.main, "").sized(0.6),
			lineOf(cv.onMain, 0.15, at, at, at).shifted(em{-0.28, 0.02}, em{-0.07, 0.23}, em{0.3, -0.2}),
		)
		return
	}
	cv.add(
		symbolAt(rowMark, y, "triangle", cv.paper, cv.watch).sized(0.56),
		lineOf(cv.watch, 0.13, at, at).shifted(em{0, -0.22}, em{0, 0.14}),
		lineOf(cv.watch, 0.13, at, at).shifted(em{0, 0.26}, em{0, 0.38}),
	)
}

// rough is about how wide a short text is, in ems: the same on paper and on a page.
func rough(text string) float64 {
	sum := 0.0
	for _, r := range text {
		switch {
		case r > 0x2000, r == '%':
			sum++
		default:
			sum += 0.62
		}
	}
	return sum
}
