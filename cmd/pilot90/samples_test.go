package main

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// figuresOf runs pilot90 kpi --json on a sample and returns what was computed, without the list
// of input files.
func figuresOf(t *testing.T, sample string) map[string]any {
	t.Helper()
	var out, errs bytes.Buffer
	args := []string{"kpi", "../../samples/" + sample, "--as-of", "2026-03-31", "--json"}
	if code := run(context.Background(), args, strings.NewReader(""), &out, &errs); code != exitOK {
		t.Fatalf("%v: exit code %d\n%s", args, code, errs.String())
	}
	var result map[string]any
	if err := json.Unmarshal(out.Bytes(), &result); err != nil {
		t.Fatal(err)
	}
	delete(result, "inputs")
	return result
}

// TestUntidyTwin: the same facts, kept as an office keeps them, give identical figures. Only
// the count of remarks on how the untidy ledger was read may differ, and how many cells are blank where it has 無.
func TestUntidyTwin(t *testing.T) {
	tidy, untidy := figuresOf(t, "midorino"), figuresOf(t, "midorino-untidy")
	for _, r := range []map[string]any{tidy, untidy} {
		findings := r["findings"].(map[string]any)
		delete(findings, "infos")
		for _, f := range r["figures"].([]any) {
			figure := f.(map[string]any)
			figure["warnings"] = slices.DeleteFunc(figure["warnings"].([]any), func(w any) bool {
				return strings.Contains(w.(string), "が空欄の")
			})
		}
	}
	if got := tidy["figures"].([]any); len(got) < 20 {
		t.Fatalf("%d figures only", len(got))
	}
	for key := range tidy {
		if !reflect.DeepEqual(tidy[key], untidy[key]) {
			t.Errorf("%s differs:\n tidy   %v\n untidy %v", key, tidy[key], untidy[key])
		}
	}
}

// officeLacks are the figures that the office's ledger cannot carry, with the reason.
var officeLacks = map[string]string{
	"payment_days":       "the list of payments does not say when a piece of work was paid",
	"unpaid_client_work": "nor which piece was",
	"satellite_clients":  "the contract list has no column for satellite offices",
}

// TestOfficeTwin: the same facts, kept as a hub of ten people keeps them (names, a sheet a month, clock times, a list
// of payments), give the same figures, but for those on the list.
func TestOfficeTwin(t *testing.T) {
	tidy, office := figuresByID(figuresOf(t, "midorino")), figuresByID(figuresOf(t, "midorino-office"))
	if len(tidy) != len(office) {
		t.Errorf("%d figures, want %d", len(office), len(tidy))
	}
	for id, want := range tidy {
		same := reflect.DeepEqual(office[id], want)
		why, lacks := officeLacks[id]
		switch {
		case same && lacks:
			t.Errorf("%s is the same; take it off the list (%s)", id, why)
		case !same && !lacks:
			t.Errorf("%s differs:\n tidy   %v\n office %v", id, want, office[id])
		}
	}
}

// figuresByID are the values of the figures by their ids: value, numerator, denominator and parts.
func figuresByID(result map[string]any) map[string]any {
	out := map[string]any{}
	for _, f := range result["figures"].([]any) {
		f := f.(map[string]any)
		out[f["id"].(string)] = []any{f["value"], f["numerator"], f["denominator"], f["parts"]}
	}
	return out
}

// TestModels: what the comments of samples/make/kitahama.go and manabigawa.go add up by hand. Sales of the shop
// 6,230,000 yen after 4,120,000, reactions 10,900 after 9,800; 12 of 14 students worked; of 7 who took a job 4 took one
// in the town (2 of 14 went on to school, of 5 nothing is known).
func TestModels(t *testing.T) {
	for sample, want := range map[string]map[string][3]float64{
		"kitahama":   {"metric.EC売上": {6_230_000, 0, 0}, "metric.SNS反響": {10_900, 0, 0}},
		"manabigawa": {"student_participation_ratio": {12. / 14, 12, 14}, "local_retention_ratio": {4. / 7, 4, 7}},
	} {
		figures := figuresByID(figuresOf(t, sample))
		for id, w := range want {
			f := figures[id].([]any)
			if f[0] != w[0] || w[2] > 0 && (f[1] != w[1] || f[2] != w[2]) {
				t.Errorf("%s %s: %v, want %v", sample, id, f, w)
			}
		}
		for id, before := range map[string]float64{"metric.EC売上": 4_120_000, "metric.SNS反響": 9_800} {
			if f, there := figures[id].([]any); there && f[3].(map[string]any)["year_before"] != before {
				t.Errorf("%s %s a year before: %v, want %v", sample, id, f[3], before)
			}
		}
	}
}
