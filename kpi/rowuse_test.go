package kpi

import (
	"reflect"
	"testing"

	"pilot90/cohort/record"
)

// TestHoursByClockShowTheirCells: a figure that uses hours worked out from clock times names the cells of all of those;
// with hours of its own a row names theirs alone.
func TestHoursByClockShowTheirCells(t *testing.T) {
	w := (&Window{}).Listing()
	at := &record.TaskTimes{ByClock: record.Field[float64]{Value: 2.5, Known: true, Col: 4, Text: "9:00"}}
	at.Start.Col, at.Start.Text = 4, "9:00"
	at.End.Col, at.End.Text = 5, "12:00"
	at.Break.Col, at.Break.Text = 6, "0:30"
	task := &record.Task{TimesOfDay: at}
	task.Hours = at.ByClock
	if got, want := w.UseTask(task, CellOf(task.Hours)).Columns, []int{4, 5, 6}; !reflect.DeepEqual(got, want) {
		t.Errorf("columns %v, want %v", got, want)
	}
	task.Hours = record.Field[float64]{Value: 2.5, Known: true, Col: 7, Text: "2.5"}
	if got, want := w.UseTask(task, CellOf(task.Hours)).Columns, []int{7}; !reflect.DeepEqual(got, want) {
		t.Errorf("columns %v, want %v", got, want)
	}
}
