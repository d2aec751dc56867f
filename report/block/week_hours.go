package block

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var weekHoursKind = Kind{
	Name:  "week_hours",
	About: "週ごとの作業時間",
	Build: (*Env).weekHours,
}

// weekHours draws the hours that all participants logged in each of the last weeks.
func (e *Env) weekHours(plan.Block) []content.Block {
	if !e.Profile.Open() || !e.Cohort.Tasks.Has("hours") {
		return nil
	}
	if len(e.Cohort.Tasks.Rows) == 0 {
		return []content.Block{content.Paragraph{Tone: content.Note, Text: e.Words(
			"作業の記録はまだありません。作業ログに書くと、週ごとの時間がここに出ます。",
			"No task is recorded yet. Once the work log has some, the hours of each week are shown here.")}}
	}
	if c := e.weekColumns(); c != nil {
		return drawnUnder(c)
	}
	return nil
}

// weekTotal is what all participants together logged in one week.
type weekTotal struct {
	monday  cell.Day
	hours   float64
	people  int // those with a task
	unknown int // those of them with a task whose hours are unknown
}

// weekTotals adds up the last weeks, oldest first.
func weekTotals(w *kpi.Window) []weekTotal {
	mondays, efforts := state.Efforts(w, shownWeeks)
	var totals []weekTotal
	for i, monday := range mondays {
		t := weekTotal{monday: monday}
		for _, person := range efforts {
			t.add(person.Weeks[i])
		}
		totals = append(totals, t)
	}
	return totals
}

// add counts the week of one participant in.
func (t *weekTotal) add(w state.WeekOfWork) {
	if w.Hours != nil {
		t.hours += *w.Hours
	}
	if w.Tasks == 0 {
		return
	}
	t.people++
	if w.Hours == nil {
		t.unknown++
	}
}

func (t *weekTotal) row() []string {
	return []string{t.monday.String(), content.Round(t.hours, 1), fmt.Sprint(t.people), fmt.Sprint(t.unknown)}
}

// weekTable is the table beside the chart of weeks, without its rows.
func (e *Env) weekTable() *content.Table {
	return &content.Table{
		Caption: e.Words("週ごとの作業時間", "Hours by week"),
		Columns: []content.Column{
			{Head: e.Words("週", "Week")},
			{Head: e.Words("時間", "Hours"), Align: content.Right},
			{Head: e.Words("作業した人", "People at work"), Align: content.Right},
			{Head: e.Words("時間のない作業がある人", "People with tasks of unknown hours"), Align: content.Right},
		},
	}
}

// shownWeeks is how far back the hub looks: the 90 days of a cycle.
const shownWeeks = 13

func monthDay(d cell.Day) string {
	_, month, day := d.YMD()
	return fmt.Sprintf("%d/%d", month, day)
}
