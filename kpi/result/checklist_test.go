package result

import (
	"testing"

	"pilot90/cohort/setting"
	"pilot90/kpi"
	"pilot90/kpi/catalog"
)

func TestVerdict(t *testing.T) {
	held := Condition{Value: new(1.0), Least: true, Limit: 1}
	failed := Condition{Value: new(0.5), Least: true, Limit: 1}
	none := Condition{Least: true, Limit: 1}
	grave := Condition{Value: new(1.0), Grave: true}
	tests := []struct {
		name       string
		conditions []Condition
		want       Verdict
	}{
		{"all hold", []Condition{held, held}, OK},
		{"one fails", []Condition{held, failed}, Warn},
		{"all fail", []Condition{failed, failed}, Fail},
		{"the only one fails", []Condition{failed}, Fail},
		{"one fails, one has no data", []Condition{failed, none}, Warn},
		{"one holds, one has no data", []Condition{held, none}, Unknown},
		{"no data", []Condition{none, none}, Unknown},
		{"a grave one fails alone", []Condition{held, grave, none}, Fail},
		{"a grave one holds", []Condition{held, {Value: new(0.0), Grave: true}}, OK},
	}
	for _, tt := range tests {
		if got := verdict(tt.conditions); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestChecklistComparesExactly(t *testing.T) {
	limits := setting.Thresholds{OJTTransition: 0.8, RecurringConnection: 0.5}
	tests := []struct {
		ojt, recurring float64
		want           Verdict
	}{
		{4.0 / 5, 0.5, OK},              // both exactly at their limits
		{0.7999999999999999, 0.5, Warn}, // shown as 80 %, but below
		{0.79, 0.49, Fail},
	}
	for _, tt := range tests {
		figures := []kpi.Figure{
			{ID: "ojt_transition_ratio", Value: &tt.ojt},
			{ID: "recurring_connection_ratio", Value: &tt.recurring},
		}
		checks := Checklist(catalog.All(), figures, limits)
		if checks[0].ID != "training_only" || checks[0].Status != tt.want {
			t.Errorf("%v, %v: got %s %s, want %s", tt.ojt, tt.recurring, checks[0].ID, checks[0].Status, tt.want)
		}
		for _, c := range checks[1:] {
			if c.Status != Unknown {
				t.Errorf("%s without figures: got %s, want unknown", c.ID, c.Status)
			}
		}
	}
}

func TestConditionReadsParts(t *testing.T) {
	f := kpi.Figure{ID: "payment_days", Value: new(20.0),
		Parts: kpi.Parts{{Key: "over", Value: 2.0}, {Key: "none", Value: nil}}}
	for _, tt := range []struct {
		part  string
		value float64
		ok    bool
	}{{"", 20, true}, {"over", 2, true}, {"none", 0, false}, {"absent", 0, false}} {
		if v, ok := f.Get(tt.part); v != tt.value || ok != tt.ok {
			t.Errorf("part %q: got %v, %v; want %v, %v", tt.part, v, ok, tt.value, tt.ok)
		}
	}
}

func TestHoursAreComparedWithAHair(t *testing.T) {
	for _, tt := range []struct {
		hours float64
		holds bool
	}{{40, true}, {40.00000000000001, true}, {40 + 1.0/60, false}} { // a sum of thirds; a minute over
		figures := []kpi.Figure{{ID: "heaviest_staff_week", Value: &tt.hours}}
		c := Checklist(catalog.All(), figures, setting.Thresholds{StaffWeekHours: 40})[1].Conditions[0]
		if c.Holds() != tt.holds {
			t.Errorf("%v hours: got %v", tt.hours, c.Holds())
		}
	}
}

// TestPayBelowReferenceFails: somebody below the reference, or a payment past its limit, is no warning.
func TestPayBelowReferenceFails(t *testing.T) {
	zero := func(id string) kpi.Figure { return kpi.Figure{ID: id, Value: new(0.0)} }
	paid := func(over float64) kpi.Figure {
		return kpi.Figure{ID: "payment_days", Value: new(20.0), Parts: kpi.Parts{{Key: "over", Value: over},
			{Key: "unpaid_over", Value: 0.0}}}
	}
	for name, tt := range map[string]struct {
		figures []kpi.Figure
		want    Verdict
	}{
		"nothing": {[]kpi.Figure{zero("unpaid_client_work"), zero("below_reference_workers"), paid(0)}, OK},
		"one below": {[]kpi.Figure{zero("unpaid_client_work"), {ID: "below_reference_workers", Value: new(1.0)},
			paid(0)}, Fail},
		"one payment late": {[]kpi.Figure{zero("unpaid_client_work"), zero("below_reference_workers"), paid(1)}, Fail},
		"one task without pay": {[]kpi.Figure{{ID: "unpaid_client_work", Value: new(1.0)}, zero("below_reference_workers"),
			paid(0)}, Warn},
	} {
		if c := Checklist(catalog.All(), tt.figures, setting.Thresholds{})[2]; c.ID != "volunteer" || c.Status != tt.want {
			t.Errorf("%s: %s %s, want %s", name, c.ID, c.Status, tt.want)
		}
	}
}
