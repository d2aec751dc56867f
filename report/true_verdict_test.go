package report

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"

	"pilot90/kpi"
	"pilot90/report/content"
)

// Words of verdicts: on the good side of a target, on its bad side, on it.
var (
	goodWords = regexp.MustCompile(`ちょうど|届いた|届きました|上回る|少ない$|少ない†|少なくてすんだ|reached|over \d|above|below|just on|exactly on`)
	badWords  = regexp.MustCompile(`足りない|届かない|届きません|届いていません|より[^、]*多い|多い†?$|` +
		`not reached|short|over the target|a hair off|too much|slightly`)
	onWords    = regexp.MustCompile(`ちょうど|just on|exactly on`)
	apartWords = regexp.MustCompile(`(?:に|を|より|^)([\d,.]+)(万円|円|ポイント|か月|人|件|点)(?:足りない|上回る|少ない|多い)`)
)

// judge holds a verdict against the figure and its target: which side, the distance, and the mark of rows at fault.
func (c *claimed) judge(v said) {
	var f *kpi.Figure
	for i := range c.run.Result.Figures {
		if c.run.Result.Figures[i].ID == v.figure {
			f = &c.run.Result.Figures[i]
		}
	}
	if f == nil || f.Value == nil || f.Target == nil || v.words == "" || f.Suppressed || f.Coded != nil {
		return
	}
	c.claims["verdict"]++
	fault := func(format string, args ...any) {
		c.faults = append(c.faults, fmt.Sprintf("verdict on %s, %g of %g: ", f.ID, *f.Value, *f.Target)+
			fmt.Sprintf(format, args...)+
			fmt.Sprintf(": %q", v.words))
	}
	good := onGoodSide(f, *f.Value)
	lower := f.Better == kpi.Lower
	bad := badWords.MatchString(v.words) || lower && regexp.MustCompile(`\d over \d`).MatchString(v.words)
	switch {
	case good && (bad || !goodWords.MatchString(v.words)), !good && !bad:
		fault("it is on its good side: %t", good)
	case onWords.MatchString(v.words) && printedAlike(f) != 0:
		fault("it is not on it")
	}
	if f.Range != nil {
		tips := onGoodSide(f, f.Range[0]) != good || onGoodSide(f, f.Range[1]) != good
		if tips && !strings.Contains(v.words, "†") {
			fault("rows at fault may turn it (%g to %g)", f.Range[0], f.Range[1])
		}
	}
	if m := apartWords.FindStringSubmatch(v.words); m != nil {
		c.claims["distance"]++
		c.distance(f, m[1], m[2], fault)
	}
}

// distance holds a distance against the value and the target as they are printed in its unit.
func (c *claimed) distance(f *kpi.Figure, number, unit string, fault func(string, ...any)) {
	scale, decimals := 1.0, 0
	switch {
	case unit == "ポイント":
		scale, decimals = 100, 1
	case unit == "万円":
		scale, decimals = 1e-4, max(0, len(number)-strings.IndexByte(number+".", '.')-1)
	case unit == "か月":
		decimals = 1
	case unit == "点":
		decimals = max(0, len(number)-strings.IndexByte(number+".", '.')-1)
	}
	low, high := rounded(*f.Target*scale, decimals), rounded(*f.Value*scale, decimals)
	want := new(big.Rat).Abs(new(big.Rat).Sub(low, high))
	exact := rounded(abs(*f.Value-*f.Target)*scale, decimals)
	got, _ := new(big.Rat).SetString(strings.ReplaceAll(number, ",", ""))
	if !slices.ContainsFunc([]*big.Rat{want, exact}, func(r *big.Rat) bool { return r.Cmp(got) == 0 }) {
		fault("it is %s apart", want.FloatString(decimals))
	}
}

func abs(v float64) float64 { return max(v, -v) }

// rounded is a number rounded half up on its decimal digits.
func rounded(v float64, decimals int) *big.Rat {
	exact, _ := new(big.Rat).SetString(fmt.Sprintf("%.9f", v))
	ten := new(big.Rat).SetInt64(1)
	for range decimals {
		ten.Mul(ten, big.NewRat(10, 1))
	}
	exact.Mul(exact, ten).Add(exact, big.NewRat(1, 2))
	whole := new(big.Int).Div(exact.Num(), exact.Denom())
	return new(big.Rat).Quo(new(big.Rat).SetInt(whole), ten)
}

func onGoodSide(f *kpi.Figure, v float64) bool {
	if f.Better == kpi.Lower {
		return v <= *f.Target
	}
	return v >= *f.Target
}

// printedAlike compares the value with the target as they are printed.
func printedAlike(f *kpi.Figure) int {
	return strings.Compare(content.Quantity(*f.Value, string(f.Unit), "ja"), content.Quantity(*f.Target,
		string(f.Unit), "ja"))
}
