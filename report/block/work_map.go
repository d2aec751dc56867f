package block

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/kpi/state"
	"pilot90/report/content"
	"pilot90/report/plan"
)

var workMapKind = Kind{
	Name:  "work_map",
	About: "参加者ごとの作業の暦（profile = \"hub\" の版だけ）",
	Build: (*Env).workMap,
}

// workMap draws the hours of each participant in each of the last weeks as a calendar.
func (e *Env) workMap(plan.Block) []content.Block {
	if !e.Profile.Open() || !e.Cohort.Tasks.Has("hours") {
		return nil
	}
	mondays, efforts := state.Efforts(e.Window, shownWeeks)
	if len(efforts) == 0 {
		return nil
	}
	c := e.emptyMap(mondays)
	resting := 0
	for _, person := range efforts {
		s := e.weeksOf(person)
		c.Series = append(c.Series, s)
		c.Twin.Rows = append(c.Twin.Rows, append([]string{s.Name}, s.Labels...))
		if quiet(person.Weeks[shownWeeks-4:]) {
			resting++
		}
	}
	c.Title = e.Words(fmt.Sprintf("最近4週間に作業の記録がない人は%d人です（%d人中）", resting, len(efforts)),
		fmt.Sprintf("%d of %d people logged nothing in the last 4 weeks", resting, len(efforts)))
	return e.parted(c)
}

// emptyMap is the calendar of the weeks before anybody stands in it.
func (e *Env) emptyMap(mondays []cell.Day) *content.Chart {
	c := &content.Chart{
		ID:     "work_map",
		Kind:   content.Heatmap,
		Unit:   e.Words("時間", "hours"),
		XTitle: e.weekAxis(),
		Twin: &content.Table{
			Caption: e.Words("参加者ごと・週ごとの作業時間", "Hours by participant and week"),
			Columns: []content.Column{{Head: e.Words("参加者", "Participant")}},
		},
	}
	for _, monday := range mondays {
		day := monthDay(monday)
		c.Categories = append(c.Categories, day)
		c.Twin.Columns = append(c.Twin.Columns, content.Column{Head: day, Align: content.Right})
	}
	return c
}

// weeksOf is the line of one participant in the calendar; weeks of unknown hours have none.
func (e *Env) weeksOf(person state.Effort) content.Series {
	s := content.Series{Name: e.person(person.Participant)}
	for _, w := range person.Weeks {
		label := None
		if w.Hours != nil {
			label = content.Round(*w.Hours, decimals(*w.Hours))
		}
		s.Values, s.Labels = append(s.Values, w.Hours), append(s.Labels, label)
	}
	return s
}

// quiet reports that a participant who was there logged no task in the weeks.
func quiet(weeks []state.WeekOfWork) bool {
	there := false
	for _, w := range weeks {
		if w.Tasks > 0 {
			return false
		}
		there = there || w.Hours != nil
	}
	return there
}
