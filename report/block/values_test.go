package block

import (
	"testing"

	"pilot90/cohort/lang"
	"pilot90/kpi"
	"pilot90/report/content"
)

// TestFirstWarningIsTheCaveat: a figure's warnings stand in the order of their weight.
func TestFirstWarningIsTheCaveat(t *testing.T) {
	f := &kpi.Figure{Warnings: []lang.Text{{JA: "重い注意"}, {JA: "次の注意"}, {JA: "軽い注意"}}}
	if got := speaking(lang.JA).Caveat(f); got != "重い注意" {
		t.Errorf("caveat %q, want the first warning", got)
	}
	if got := speaking(lang.JA).Caveat(&kpi.Figure{}); got != "" {
		t.Errorf("caveat %q of a figure without warnings", got)
	}
}

// TestCountingWords: 3 people, 3 records, 3 of what only the ledger knows; English has no such words.
func TestCountingWords(t *testing.T) {
	for things, want := range map[kpi.Things]string{kpi.Persons: "3人", kpi.Records: "3件", kpi.Number: "3"} {
		f := &kpi.Figure{ID: "any", Unit: kpi.Count, Value: new(3.0), Counts: things}
		if got := speaking(lang.JA).Value(f); got != want {
			t.Errorf("things %d: %q, want %q", things, got, want)
		}
		if got := speaking(lang.EN).Value(f); got != "3" {
			t.Errorf("things %d in English: %q", things, got)
		}
	}
}

// TestToneOnTheTarget: a value that is the target has reached it, whether more or less is better.
func TestToneOnTheTarget(t *testing.T) {
	for _, tt := range []struct {
		better        kpi.Better
		value, target float64
		want          content.Tone
	}{
		{kpi.Lower, 30, 30, content.Good}, {kpi.Lower, 31, 30, content.Watch}, {kpi.Lower, 29, 30, content.Good},
		{kpi.Higher, 30, 30, content.Good}, {kpi.Higher, 29, 30, content.Watch}, {kpi.Higher, 31, 30, content.Good},
	} {
		f := &kpi.Figure{ID: "any", Unit: kpi.Days, Value: &tt.value, Target: &tt.target, Better: tt.better}
		if got := speaking(lang.JA).card(f).Tone; got != tt.want {
			t.Errorf("%v with the target %v, better %d: tone %v, want %v", tt.value, tt.target, tt.better, got, tt.want)
		}
	}
}
