package step_test

import (
	"context"
	"fmt"
	"testing"

	"pilot90/report/step"
)

// TestSteps: 1 of 4 is 25 %, 2 of 4 are 50 %; 4 more make 3 of 8, which is less and not told, and 5 of 8 are 62 %. A
// step that nobody announced is one of as many as there are.
func TestSteps(t *testing.T) {
	var told []int
	ctx := step.Watch(context.Background(), func(percent int) { told = append(told, percent) })
	step.Expect(ctx, 4)
	step.Done(ctx)
	step.Done(ctx)
	step.Expect(ctx, 4)
	for range 7 {
		step.Done(ctx)
	}
	if got := fmt.Sprint(told); got != "[25 50 62 75 87 100]" {
		t.Errorf("told %s", got)
	}
	step.Expect(context.Background(), 1) // nobody watches
	step.Done(context.Background())
}
