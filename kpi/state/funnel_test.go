package state

import (
	"testing"

	"pilot90/cohort/setting"
)

func TestFlowFault(t *testing.T) {
	flow := func(entered, moved, left, now int) PhaseFlow {
		return PhaseFlow{Phase: setting.TrainingPhase, Entered: entered, MovedOn: moved, Left: left, Now: now}
	}
	tests := []struct {
		name     string
		flows    []PhaseFlow
		enrolled int
		refused  bool
	}{
		{"5 = 1 left + 4 here", []PhaseFlow{flow(5, 3, 1, 1), flow(3, 0, 0, 3)}, 5, false},
		{"nobody", []PhaseFlow{flow(0, 0, 0, 0)}, 0, false},
		{"one entered and is nowhere", []PhaseFlow{flow(5, 3, 0, 1), flow(3, 0, 0, 3)}, 5, true},
		{"one moved on and did not arrive", []PhaseFlow{flow(5, 3, 1, 1), flow(2, 0, 0, 2)}, 5, true},
		{"more enrolled than entered", []PhaseFlow{flow(5, 0, 1, 4)}, 6, true},
		{"the last phase lets people go on", []PhaseFlow{flow(5, 2, 1, 2)}, 5, true},
	}
	for _, tt := range tests {
		if got := flowFault(tt.flows, tt.enrolled); got.Empty() == tt.refused {
			t.Errorf("%s: got %q", tt.name, got.EN)
		}
	}
}
