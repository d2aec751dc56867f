package chart

import (
	"fmt"
	"testing"
)

// An engine that has drawn other charts draws each as a new one does: forwards and backwards.
func TestEngineIsUsedAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("starts an engine for each chart")
	}
	t.Parallel()
	charts := sampleCharts()
	var jobs []drawing
	for _, c := range charts {
		data, err := option(c, Look{}, true)
		if err != nil {
			t.Fatal(err)
		}
		jobs = append(jobs, drawing{string(data), 480, Height(c, 480, Look{})})
	}
	fresh := make([]string, len(jobs))
	used, err := newEngine()
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range jobs {
		e, err := newEngine()
		if err != nil {
			t.Fatal(err)
		}
		if fresh[i], err = e.render(d); err != nil {
			t.Fatal(err)
		}
		svg, err := used.render(d)
		if err != nil {
			t.Fatal(err)
		}
		if still.ReplaceAllString(svg, "") != still.ReplaceAllString(fresh[i], "") {
			t.Errorf("%s: drawn differently after %d others", charts[i].ID, i)
		}
	}
	for i := len(jobs) - 1; i >= 0; i-- {
		svg, err := used.render(jobs[i])
		if err != nil {
			t.Fatal(err)
		}
		if still.ReplaceAllString(svg, "") != still.ReplaceAllString(fresh[i], "") {
			t.Errorf("%s: drawn differently the second time", charts[i].ID)
		}
	}
}

// The memo draws once, holds no more than it says, and forgets a failure.
func TestMemo(t *testing.T) {
	m := memo{known: map[drawing]string{}}
	calls := 0
	draw := func(d drawing) (string, error) {
		calls++
		if d.option == "bad" {
			return "", fmt.Errorf("bad")
		}
		return "svg of " + d.option, nil
	}
	for range 2 {
		if got, err := m.get(drawing{option: "a"}, draw); got != "svg of a" || err != nil {
			t.Errorf("got %q, %v", got, err)
		}
	}
	if calls != 1 {
		t.Errorf("%d drawings of one chart, want 1", calls)
	}
	if got, _ := m.get(drawing{option: "a", width: 2}, draw); got != "svg of a" || calls != 2 {
		t.Errorf("another width is another drawing: %d calls", calls)
	}
	for range 2 {
		if _, err := m.get(drawing{option: "bad"}, draw); err == nil {
			t.Error("no error")
		}
	}
	if calls != 4 {
		t.Errorf("%d calls, want 4: a failure is not kept", calls)
	}
	for i := range 3 * remembered {
		if _, err := m.get(drawing{option: "a", height: float64(i)}, draw); err != nil {
			t.Fatal(err)
		}
	}
	if len(m.known) != remembered || len(m.order) != remembered {
		t.Errorf("%d drawings kept, want %d", len(m.known), remembered)
	}
}

// A chart beside a figure is low, whatever its kind, and loses no value by it.
func TestLowCharts(t *testing.T) {
	for _, c := range sampleCharts() {
		low := *c
		low.Low = true
		if got, natural := Height(&low, 330, Look{}), Height(c, 330, Look{}); got > lowest*printEm+1 || got > natural {
			t.Errorf("%s: height %v beside a figure, %v else", c.ID, got, natural)
		}
	}
}
