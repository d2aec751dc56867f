package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// answer is a figure, a stage or a part of the rule as kpi --json gives it.
type answer struct {
	want
	reason string
	marked bool // it carries a warning or a range of its own
}

// answers is what a ledger gave: each figure by name, and the findings.
type answers struct {
	figures map[string]answer
	remarks []remark
}

// answersOf runs check and kpi on a ledger. One that the program cannot read at all ends the test.
func answersOf(t *testing.T, folder string, args ...string) answers {
	t.Helper()
	got := answers{figures: map[string]answer{}}
	var found struct{ Findings []remark }
	program(t, &found, append([]string{"check", folder, "--format", "json"}, args...)...)
	got.remarks = found.Findings
	var result printed
	program(t, &result, append([]string{"kpi", folder, "--json"}, args...)...)
	result.into(got.figures)
	return got
}

// program runs pilot90 and reads the JSON it prints into v.
func program(t *testing.T, v any, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(context.Background(), args, strings.NewReader(""), &out, &errs)
	if code != exitOK && code != exitFindings {
		t.Fatalf("%v: exit code %d\n%s", args, code, errs.String())
	}
	if err := json.Unmarshal(out.Bytes(), v); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
}

// printed is what is looked at of kpi --json.
type printed struct {
	Figures []struct {
		ID, Reason                    string
		Value, Numerator, Denominator *float64
		Range                         *[2]float64
		Parts                         map[string]json.RawMessage
		Warnings                      []string
	}
	Funnel []struct {
		Stage, Reason string
		Count         *float64
		Notes         []string
	}
	FunnelReason string   `json:"funnel_reason"`
	FunnelNotes  []string `json:"funnel_notes"`
	Rule         map[string]struct{ Actual *float64 }
}

func (p printed) into(figures map[string]answer) {
	for _, f := range p.Figures {
		w := want{f.Value, f.Numerator, f.Denominator, map[string]*float64{}}
		a := answer{w, f.Reason, f.Range != nil || len(f.Warnings) > 0}
		for key, raw := range f.Parts {
			var v *float64
			if json.Unmarshal(raw, &v) == nil { // curves and lists are not compared
				a.Parts[key] = v
			}
		}
		figures[f.ID] = a
	}
	for _, s := range p.Funnel {
		noted := len(s.Notes)+len(p.FunnelNotes) > 0
		figures["funnel."+s.Stage] = answer{want{Value: s.Count}, cmp.Or(s.Reason, p.FunnelReason), noted}
	}
	for key, r := range p.Rule { // what is said of it stands at the figure rule_hours and so on
		f := figures["rule_"+key]
		figures["rule."+key] = answer{want{Value: r.Actual}, f.reason, f.marked}
	}
}
