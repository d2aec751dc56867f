package main

import (
	"cmp"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
)

// expected is what a ledger with known answers must give, in the form of the expected.json files of
// ../shared/data/office.
type expected struct {
	Figures map[string]want
	Funnel  []wantStage
	Rule    map[string]want
	Absent  map[string]string // why a figure has no value, or one with a word of its own
	None    []string          // figures that may have no value at all
	Notes   struct {
		Must    []note
		MustNot []note `json:"must_not"`
	}
}

// want is one figure as it must be. A nil value means that there may be none; numerator, denominator
// and parts are compared where they are given.
type want struct {
	Value       *float64
	Numerator   *float64
	Denominator *float64
	Parts       map[string]*float64
}

// UnmarshalJSON reads a figure, or a bare number, as stages and the rule have it.
func (w *want) UnmarshalJSON(data []byte) error {
	if json.Unmarshal(data, &w.Value) == nil {
		return nil
	}
	type plain want
	return json.Unmarshal(data, (*plain)(w))
}

// wantStage is a stage of the funnel and its count: ["enrolled", 12].
type wantStage struct {
	stage string
	count want
}

func (s *wantStage) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, &[2]any{&s.stage, &s.count})
}

// all is every figure that is wanted by name: stages as funnel.enrolled, the rule as rule.hours.
func (e *expected) all() map[string]want {
	all := maps.Clone(e.Figures)
	if all == nil {
		all = map[string]want{}
	}
	for _, s := range e.Funnel {
		all["funnel."+s.stage] = s.count
	}
	for key, w := range e.Rule {
		all["rule."+key] = w
	}
	return all
}

// note is a finding that must or must not be there; what is not given matches all.
type note struct {
	What     string
	Severity []string
	File     string
	Sheet    string
	Code     string
	Text     string // a pattern in message, value or fix
	MoreThan int    `json:"more_than"` // of a note that must not be: so many are allowed
	OrReason bool   `json:"or_reason"` // a figure's reason will do
}

// remark is a finding as check --format json prints it.
type remark struct{ Code, Severity, File, Sheet, Value, Message, Fix string }

func (n note) matches(r remark) bool {
	text := func() bool {
		p := regexp.MustCompile(n.Text)
		return p.MatchString(r.Message) || p.MatchString(r.Value) || p.MatchString(r.Fix)
	}
	return (n.Severity == nil || slices.Contains(n.Severity, r.Severity)) && cmp.Or(n.File, r.File) == r.File &&
		cmp.Or(n.Sheet, r.Sheet) == r.Sheet && cmp.Or(n.Code, r.Code) == r.Code && text()
}

var (
	errorOnly = []string{"error"}
	asking    = []string{"error", "warning"}
)

func number(v float64) want { return want{Value: &v} }

func ratio(n, d float64) want { return want{Value: new(n / d), Numerator: &n, Denominator: &d} }

func hours(h float64) map[string]want { return map[string]want{"rule.hours": number(h)} }

// counts are the parts of a duration: contracts that have ended and that run.
func counts(events, censored float64) map[string]*float64 {
	return map[string]*float64{"events": &events, "censored": &censored}
}

// joined is every figure of the maps; the later one counts.
func joined(all ...map[string]want) map[string]want {
	out := map[string]want{}
	for _, m := range all {
		maps.Copy(out, m)
	}
	return out
}

func without(all map[string]want, names ...string) map[string]want {
	out := maps.Clone(all)
	for _, name := range names {
		delete(out, name)
	}
	return out
}

func figures(all map[string]want) expected { return expected{Figures: all} }

// clean is figures of a ledger in which nothing is wrong: no error.
func clean(all map[string]want) expected {
	return figures(all).mustNot(note{What: "no error", Severity: errorOnly})
}

// leftOut is the usual figures beside a copy that is named once.
func leftOut(file string) expected {
	return clean(usual).must(note{What: "the copy is named", File: file}).
		mustNot(note{What: "the copy is named once", File: file, MoreThan: 1})
}

func (e expected) must(n note) expected {
	e.Notes.Must = append(e.Notes.Must, n)
	return e
}

func (e expected) mustNot(n note) expected {
	e.Notes.MustNot = append(e.Notes.MustNot, n)
	return e
}

func (e expected) none(names ...string) expected {
	e.None = append(e.None, names...)
	return e
}
