package catalog

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pilot90/cohort/cohorttest"
	"pilot90/cohort/lang"
	"pilot90/kpi"
)

// A golden is testdata/<id>.txt: a ledger of a few lines in the form of package cohorttest,
// with the as-of date and the period; after "-- arithmetic --" the arithmetic in words; after
// "-- expect --" what the figure must say, in lines of
//
//	value 7/12          also numerator, denominator; "none" for no value; a/b is a fraction
//	n 12                also excluded
//	interval 0.32 0.807 both ends, to the digits given; or none
//	range 1/3 2/3       as interval, of the range under open errors
//	reason TEXT         the Japanese reason holds TEXT
//	warning TEXT        some Japanese warning holds TEXT
//	part KEY VALUE      as value; two numbers for an interval; time:n … for numbers at risk
//	part KEY.SUB VALUE  a part of a part, or of the group with key SUB as KEY.SUB.PART
type golden struct {
	ledger string
	expect []string
}

func goldenPath(id string) string { return filepath.Join("testdata", id+".txt") }

func readGolden(t *testing.T, id string) golden {
	t.Helper()
	data, err := os.ReadFile(goldenPath(id))
	if err != nil {
		t.Fatal(err)
	}
	ledger, rest, ok := strings.Cut(string(data), "-- arithmetic --\n")
	words, expect, also := strings.Cut(rest, "-- expect --\n")
	if !ok || !also || strings.TrimSpace(words) == "" || strings.TrimSpace(expect) == "" {
		t.Fatalf("%s.txt: want a ledger, the arithmetic and the expectation", id)
	}
	return golden{ledger: ledger, expect: strings.Split(strings.TrimSpace(expect), "\n")}
}

func (g golden) window(t *testing.T) *kpi.Window {
	t.Helper()
	return kpi.NewWindow(cohorttest.Load(t, g.ledger))
}

func TestGoldens(t *testing.T) {
	for _, d := range All() {
		t.Run(d.ID, func(t *testing.T) {
			g := readGolden(t, d.ID)
			w := g.window(t)
			for _, f := range kpi.Run([]kpi.Definition{d}, w) {
				for _, line := range g.expect {
					if err := check(&f, line); err != nil {
						t.Errorf("%s: %s: %v", f.ID, line, err)
					}
				}
			}
		})
	}
}

// check holds one line of expectation against the figure.
func check(f *kpi.Figure, line string) error {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "value":
		return sameNumber(pointed(f.Value), rest)
	case "numerator":
		return sameNumber(pointed(f.Numerator), rest)
	case "denominator":
		return sameNumber(pointed(f.Denominator), rest)
	case "n":
		return sameNumber(float64(f.N), rest)
	case "excluded":
		return sameNumber(float64(f.Excluded), rest)
	case "interval":
		if f.Interval == nil {
			return sameNumber(nil, rest)
		}
		return samePair(*f.Interval, rest)
	case "reason":
		return holds([]lang.Text{f.Reason}, rest)
	case "range":
		if f.Range == nil {
			return sameNumber(nil, rest)
		}
		return samePair(*f.Range, rest)
	case "warning":
		return holds(f.Notes(), rest)
	case "part":
		key, want, _ := strings.Cut(rest, " ")
		v, ok := partOf(f.Parts, strings.Split(key, "."))
		if !ok {
			return fmt.Errorf("the figure has no part %s", key)
		}
		return samePart(v, want)
	}
	return fmt.Errorf("not a line of a golden")
}

func pointed(p *float64) any {
	if p == nil {
		return nil
	}
	return *p
}

func partOf(parts kpi.Parts, path []string) (any, bool) {
	i := slices.IndexFunc(parts, func(p kpi.Part) bool { return p.Key == path[0] })
	if i < 0 {
		return nil, false
	}
	v := parts[i].Value
	if len(path) == 1 {
		return v, true
	}
	switch v := v.(type) {
	case kpi.Parts:
		return partOf(v, path[1:])
	case []kpi.Group:
		for _, g := range v {
			if g.Key == path[1] && len(path) > 2 {
				return partOf(g.Parts, path[2:])
			}
		}
	}
	return nil, false
}

func samePart(got any, want string) error {
	switch v := got.(type) {
	case [2]float64:
		return samePair(v, want)
	case []kpi.Risk:
		var table []string
		for _, r := range v {
			table = append(table, fmt.Sprintf("%s:%d", lang.Plain(r.Time), r.N))
		}
		if got := strings.Join(table, " "); got != want {
			return fmt.Errorf("got %s", got)
		}
		return nil
	case string:
		if v != want {
			return fmt.Errorf("got %s", v)
		}
		return nil
	}
	return sameNumber(got, want)
}

func samePair(got [2]float64, want string) error {
	low, high, ok := strings.Cut(want, " ")
	if !ok {
		return fmt.Errorf("got %v", got)
	}
	if sameNumber(got[0], low) != nil || sameNumber(got[1], high) != nil {
		return fmt.Errorf("got %v", got)
	}
	return nil
}

// sameNumber compares to 1e-9 relative, or to the digits given when want is a decimal that
// was rounded by hand (7 digits or more after the point).
func sameNumber(got any, want string) error {
	v, isNumber := got.(float64)
	switch {
	case want == "none" && got == nil:
		return nil
	case want == "none" || !isNumber:
		return fmt.Errorf("got %v", got)
	}
	over, under, fraction := strings.Cut(want, "/")
	x, err := strconv.ParseFloat(over, 64)
	if err != nil {
		return err
	}
	if fraction {
		y, err := strconv.ParseFloat(under, 64)
		if err != nil {
			return err
		}
		x /= y
	}
	if math.Abs(v-x) > tolerance(over, x) {
		return fmt.Errorf("got %v", v)
	}
	return nil
}

func tolerance(written string, x float64) float64 {
	if _, decimals, ok := strings.Cut(written, "."); ok && len(decimals) >= 5 {
		return math.Pow(10, -float64(len(decimals)))
	}
	return 1e-9 * math.Abs(x)
}

func holds(texts []lang.Text, want string) error {
	for _, t := range texts {
		if strings.Contains(t.JA, want) && t.EN != "" {
			return nil
		}
	}
	return fmt.Errorf("got %v", texts)
}
