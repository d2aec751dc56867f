package chart

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/report/content"
)

// at returns the i-th value of a series, nil when it is missing.
func at(values []*float64, i int) *float64 {
	if i >= len(values) {
		return nil
	}
	return values[i]
}

// labelAt is the text for a value: the one given, else the number when it is whole (no rounding
// is needed to print it), else none.
func labelAt(s content.Series, i int, unit string) string {
	if i < len(s.Labels) && s.Labels[i] != "" {
		return s.Labels[i]
	}
	v := at(s.Values, i)
	if v == nil || s.Labels != nil || *v != math.Trunc(*v) {
		return ""
	}
	return content.Round(*v, 0) + unit
}

// plain is a number as it was set, grouped by thousands, no digit lost: 0.125 stays "0.125".
func plain(v float64) string {
	_, fraction, _ := strings.Cut(lang.Plain(v), ".")
	return content.Round(v, len(fraction))
}

// known returns the values that are there, of all series and their targets.
func known(series []content.Series) []float64 {
	var out []float64
	for _, s := range series {
		for _, list := range [][]*float64{s.Values, s.Target} {
			for _, v := range list {
				if v != nil {
					out = append(out, *v)
				}
			}
		}
	}
	return out
}

// noneAt reports whether no series has a value at i.
func noneAt(series []content.Series, i int) bool {
	for _, s := range series {
		if at(s.Values, i) != nil {
			return false
		}
	}
	return true
}

// wholes reports whether every value is a whole number.
func wholes(values []float64) bool {
	for _, v := range values {
		if v != math.Trunc(v) {
			return false
		}
	}
	return true
}

// tip is the text under the pointer: place, series and value.
func tip(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, strings.ReplaceAll(p, "\n", " "))
		}
	}
	return strings.Join(out, "\n")
}

// validate refuses what cannot be drawn truly.
func validate(c *content.Chart) error {
	for _, s := range c.Series {
		if s.Least != nil && len(s.Least) < len(s.Values) {
			return fmt.Errorf("series %q has %d least values for %d", s.Name, len(s.Least), len(s.Values))
		}
		if len(s.Values) > len(c.Categories) {
			return fmt.Errorf("series %q has %d values for %d categories", s.Name, len(s.Values), len(c.Categories))
		}
	}
	for _, v := range numbers(c) {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return errors.New("a value is not a finite number")
		}
	}
	return nil
}

func numbers(c *content.Chart) []float64 {
	out := known(c.Series)
	for _, s := range c.Series {
		out = append(out, s.Least...)
	}
	for _, curve := range c.Curves {
		for _, p := range curve.Points {
			out = append(out, p.Time, p.S) // an interval may be undefined: NaN
		}
		for _, r := range curve.AtRisk {
			out = append(out, r.Time)
		}
	}
	for _, s := range c.Spots {
		out = append(out, s.Of, s.Share)
	}
	for _, m := range c.Marks {
		out = append(out, m.Value)
	}
	for _, g := range c.Goals {
		out = append(out, g.Reached, g.Target)
	}
	for _, p := range c.Small {
		out = append(append(out, p.Top), known([]content.Series{{Values: p.Values}})...)
	}
	return out
}
