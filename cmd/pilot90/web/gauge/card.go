package gauge

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/kpi/result"
	"pilot90/report/content"
)

// Card is one figure.
type Card struct {
	ID, Title     string
	Group         string
	Number, Unit  string // of the value as printed; Number is "―" where there is none
	Basis         string // what it rests on
	Open          bool   // rows to be mended may change it
	Known, Aimed  bool   // there is a value, there is a target
	Missed        bool   // of the target, or of a limit of the checklist
	Verdict, Aim  string // in words; "" for none
	Definition    string
	Arithmetic    string
	Range         string // what it may be once mended
	Reason        string // why there is no value
	Notes         []string
	Value, Target *float64 // as computed
	Scale         kpi.Unit
	names         []string // by which it is found
	off           float64  // how far from the target, for the order
}

// Cards are all figures of a result, in the order of the catalogue.
func Cards(r *result.Result, defs []kpi.Definition, l lang.Lang) []Card {
	var cards []Card
	limits := limitsOf(r)
	for i := range r.Figures {
		f := &r.Figures[i]
		c := Card{ID: f.ID, Title: f.Title.In(l), Group: GroupOf(f.ID), Number: "―", Reason: f.Reason.In(l),
			Open: f.Value != nil && !f.Open.Empty(), Known: f.Value != nil, Aimed: f.Target != nil, Value: f.Value,
			Target: f.Target, Scale: f.Unit, Arithmetic: f.Arithmetic.In(l),
			names: []string{f.ID, f.Title.JA, f.Title.EN}}
		if at := slices.IndexFunc(defs, func(d kpi.Definition) bool { return d.ID == f.ID }); at >= 0 {
			c.Definition = defs[at].Formula.In(l)
		}
		for _, n := range f.Notes() {
			c.Notes = append(c.Notes, n.In(l))
		}
		p := printer{f, l}
		if c.Known {
			c.Number, c.Unit = p.parts(*f.Value)
			c.Basis = p.basis()
		}
		if f.Range != nil {
			c.Range = p.value(f.Range[0]) + p.say("〜", " to ") + p.value(f.Range[1])
		}
		c.judge(&p, limits[f.ID])
		cards = append(cards, c)
	}
	return cards
}

// limitsOf are the limits of the checklist on the values of figures.
func limitsOf(r *result.Result) map[string]*result.Condition {
	limits := map[string]*result.Condition{}
	for i := range r.Checklist {
		for j := range r.Checklist[i].Conditions {
			if c := &r.Checklist[i].Conditions[j]; c.Part == "" && limits[c.Figure] == nil {
				limits[c.Figure] = c
			}
		}
	}
	return limits
}

// judge holds the value against the target or, without one, against the limit of the checklist.
func (c *Card) judge(p *printer, limit *result.Condition) {
	f := p.figure
	switch {
	case f.Target != nil:
		c.Aim = p.say("目標 ", "target ") + p.value(*f.Target)
		if f.Value != nil {
			c.Missed = !f.Better.Meets(*f.Value, *f.Target)
			c.Verdict = p.distance(*f.Value, *f.Target)
			c.off = relative(*f.Value, *f.Target)
		}
	case limit != nil:
		sign := p.say("以下", " or less")
		if limit.Least {
			sign = p.say("以上", " or more")
		}
		if limit.Limit == 0 && !limit.Least {
			sign = ""
		}
		c.Target, c.Aim = new(limit.Limit), p.say("目安 ", "guide ")+p.value(limit.Limit)+sign
		if limit.Value != nil {
			c.Missed, c.Verdict = !limit.Holds(), p.say("目安どおり", "within the guide")
			if c.Missed {
				c.Verdict = p.say("目安から外れている", "beyond the guide")
			}
		}
	default:
		c.Aim = p.say("目標なし", "no target")
	}
}

// relative is how far a value is from its target, as a share of the target where that is not 0.
func relative(v, target float64) float64 {
	if target == 0 {
		return max(v-target, target-v)
	}
	return max(v-target, target-v) / max(target, -target)
}

// printer words one figure.
type printer struct {
	figure *kpi.Figure
	lang   lang.Lang
}

func (p *printer) say(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(p.lang) }

// parts are the number and the unit of a value as they are printed.
func (p *printer) parts(v float64) (number, unit string) {
	text := content.Quantity(v, string(p.figure.Unit), string(p.lang))
	if p.figure.Unit == kpi.Date {
		return text, ""
	}
	if p.figure.Unit == kpi.Count {
		return text, p.counter()
	}
	unit = content.Suffix(string(p.figure.Unit), string(p.lang))
	return strings.TrimSuffix(text, unit), strings.TrimSpace(unit)
}

// counter is the counting word of a count.
func (p *printer) counter() string {
	switch p.figure.Counts {
	case kpi.Persons:
		return p.say("人", "people")
	case kpi.Number:
		return ""
	}
	return p.say("件", "")
}

// value is a value with its unit, together as a sentence has it.
func (p *printer) value(v float64) string {
	number, unit := p.parts(v)
	if p.lang == lang.EN && unit != "" && unit != "%" {
		return number + " " + unit
	}
	return number + unit
}

// basis is what a value rests on.
func (p *printer) basis() string {
	f := p.figure
	if f.Unit == kpi.Ratio && f.Numerator != nil && f.Denominator != nil {
		return p.large(*f.Numerator) + " / " + p.large(*f.Denominator)
	}
	if f.Hides("n") {
		return ""
	}
	return p.say(fmt.Sprintf("もとの記録 %s件", plain(float64(f.N))), "n = "+plain(float64(f.N)))
}

// large prints a sum, one of many digits in ten thousands.
func (p *printer) large(v float64) string {
	const many = 1e5
	if v < many || p.lang == lang.EN {
		return plain(v)
	}
	return content.Round(v/1e4, 0) + "万"
}

// plain prints a sum, whole where it is.
func plain(v float64) string {
	if v == float64(int64(v)) {
		return content.Round(v, 0)
	}
	return content.Round(v, 1)
}

// distance says how far a value is from its target, as the difference of the two as they are printed.
func (p *printer) distance(v, target float64) string {
	f := p.figure
	gap := strings.TrimPrefix(content.Difference(target, v, string(f.Unit)), "−") + p.gapUnit(v)
	low := f.Better == kpi.Lower
	switch {
	case v == target:
		return p.say("目標ちょうど", "right on target")
	case v < target && !low:
		return p.say(gap+"足りない", gap+" short")
	case v > target && !low:
		return p.say(gap+"上回る", gap+" above target")
	case v > target:
		return p.say("目標より"+gap+"多い", gap+" above target")
	}
	return p.say("目標より"+gap+"少ない", gap+" below target")
}

// gapUnit is the unit of a difference.
func (p *printer) gapUnit(v float64) string {
	switch p.figure.Unit {
	case kpi.Ratio:
		return p.say("ポイント", " points")
	case kpi.Date:
		return p.say("日", " days")
	}
	_, unit := p.parts(v)
	if p.lang == lang.EN && unit != "" {
		return " " + unit
	}
	return unit
}

// Print is a value of a figure with its unit, as a card has it.
func Print(f *kpi.Figure, v float64, l lang.Lang) string {
	p := printer{f, l}
	return p.value(v)
}

// Share is what a share is of: 18 / 33.
func Share(of, all float64) string { return plain(of) + " / " + plain(all) }
