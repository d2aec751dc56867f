package main

import (
	"fmt"
	"strconv"
	"strings"
)

// calibration are the lines of the Go benchmarks that say how many of the 80 % intervals of simulated ledgers held what
// came: one for each model, and for each count of people who come in cohorts.
const calibration = "BenchmarkForecastCalibration/"

// The coverage that intervals said to hold 80 % may have, in per cent.
const leastCover, mostCover = 75.0, 85.0

// writeCalibration writes a table of the coverage of the forecasts, where it was measured.
func (r *results) writeCalibration(w *strings.Builder) {
	var rows []string
	for _, line := range r.goBench {
		if row, ok := coverageRow(line); ok {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return
	}
	w.WriteString("## Forecasts: how many of the 80 % intervals held what came\n\n" +
		"Thousands of simulated pilots each, a fixed " +
		"seed. *In cohorts*: groups of 3 to 10 people come now and then, and the number of newcomers varies too. *Said* is " +
		"the probability that the distributions gave to the intervals: whole numbers seldom make just 80 %. Wanted are " +
		fmt.Sprintf("%.0f to %.0f %%.\n\n", leastCover, mostCover) +
		"| model | held % | said % | |\n|---|--:|--:|---|\n" +
		strings.Join(rows, "\n") + "\n\n")
}

// coverageRow is the row of a line of the Go benchmarks; false: it is of something else.
func coverageRow(line string) (row string, ok bool) {
	name, rest, ok := strings.Cut(strings.TrimPrefix(line, calibration), " ")
	if !ok || !strings.HasPrefix(line, calibration) {
		return "", false
	}
	held, okHeld := beforeUnit(rest, "%coverage")
	said, okSaid := beforeUnit(rest, "%said")
	if !okHeld || !okSaid {
		return "", false
	}
	if at := strings.LastIndex(name, "-"); at > 0 { // the number of cores
		name = name[:at]
	}
	verdict := "reached"
	if held < leastCover || held > mostCover {
		verdict = "**missed**"
	}
	return fmt.Sprintf("| %s | %.1f | %.1f | %s |", strings.ReplaceAll(name, "_", " "), held, said, verdict), true
}

// beforeUnit is the number that stands before its unit.
func beforeUnit(line, unit string) (float64, bool) {
	words := strings.Fields(line)
	for i := 1; i < len(words); i++ {
		if words[i] == unit {
			v, err := strconv.ParseFloat(words[i-1], 64)
			return v, err == nil
		}
	}
	return 0, false
}
