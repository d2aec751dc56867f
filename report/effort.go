package report

import (
	"fmt"

	"pilot90/cohort/cell"
	"pilot90/kpi"
	"pilot90/report/content"
)

// shownWeeks is how far back the hub looks: the 90 days of a cycle.
const shownWeeks = 13

// weekHours draws the hours that all participants logged in each of the last weeks.
func (e *edition) weekHours(PlanBlock) []content.Block {
	if !e.profile.Open() || !e.Cohort.Tasks.Has("hours") {
		return nil
	}
	if len(e.Cohort.Tasks.Rows) == 0 {
		return []content.Block{content.Paragraph{Tone: content.Note, Text: e.words(
			"作業の記録はまだありません。作業ログに書くと、週ごとの時間がここに出ます。",
			"No task is recorded yet. Once the work log has some, the hours of each week are shown here.")}}
	}
	c := &content.Chart{
		ID:     "week_hours",
		Kind:   content.Bands,
		Unit:   e.words("時間", "hours"),
		YTitle: e.words("作業の時間（本人の申告）", "hours worked, as declared"),
		XTitle: e.weekAxis(),
		Twin:   e.weekTable(),
	}
	s := content.Series{Name: e.words("時間", "hours")}
	total, unknown := 0.0, 0
	for _, w := range weekTotals(e.Window) {
		total += w.hours
		unknown += w.unknown
		c.Categories = append(c.Categories, monthDay(w.monday))
		s.Values = append(s.Values, new(w.hours))
		s.Labels = append(s.Labels, content.Round(w.hours, decimals(w.hours)))
		c.Twin.Rows = append(c.Twin.Rows, w.row())
	}
	c.Series = []content.Series{s}
	c.Title = e.weekTitle(total)
	if unknown > 0 {
		c.Twin.Notes = []string{e.words("時間が読めない作業は合計に入っていません。", "Tasks whose hours are unknown are not in the sums.")}
	}
	c.Alt = tableAlt(c.Title, c.Twin)
	return []content.Block{c}
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
	mondays, efforts := kpi.Efforts(w, shownWeeks)
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
func (t *weekTotal) add(w kpi.WeekOfWork) {
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
func (e *edition) weekTable() *content.Table {
	return &content.Table{
		Caption: e.words("週ごとの作業時間", "Hours by week"),
		Columns: []content.Column{
			{Head: e.words("週", "Week")},
			{Head: e.words("時間", "Hours"), Align: content.Right},
			{Head: e.words("作業した人", "People at work"), Align: content.Right},
			{Head: e.words("時間のない作業がある人", "People with tasks of unknown hours"), Align: content.Right},
		},
	}
}

// weekTitle says how many hours the shown weeks have, in all and on average.
func (e *edition) weekTitle(total float64) string {
	sum, mean := content.Round(total, 1), content.Round(total/shownWeeks, 1)
	return e.words(fmt.Sprintf("この %d 週間の作業は合わせて %s 時間、1週あたり %s 時間です", shownWeeks, sum, mean),
		fmt.Sprintf("%s hours in the last %d weeks, %s a week", sum, shownWeeks, mean))
}

func (e *edition) weekAxis() string {
	return e.words("週（月曜の日付。最後の週は基準日まで）", "week (its Monday; the last up to the as-of date)")
}

// workMap draws the hours of each participant in each of the last weeks as a calendar.
func (e *edition) workMap(PlanBlock) []content.Block {
	if !e.profile.Open() || !e.Cohort.Tasks.Has("hours") {
		return nil
	}
	mondays, efforts := kpi.Efforts(e.Window, shownWeeks)
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
	c.Title = e.words(fmt.Sprintf("最近4週間に作業の記録がない人は %d 人です（%d 人中）", resting, len(efforts)),
		fmt.Sprintf("%d of %d people logged nothing in the last 4 weeks", resting, len(efforts)))
	return e.parted(c)
}

// emptyMap is the calendar of the weeks before anybody stands in it.
func (e *edition) emptyMap(mondays []cell.Day) *content.Chart {
	c := &content.Chart{
		ID:     "work_map",
		Kind:   content.Heatmap,
		Unit:   e.words("時間", "hours"),
		XTitle: e.weekAxis(),
		Twin: &content.Table{
			Caption: e.words("参加者ごと・週ごとの作業時間", "Hours by participant and week"),
			Columns: []content.Column{{Head: e.words("参加者", "Participant")}},
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
func (e *edition) weeksOf(person kpi.Effort) content.Series {
	s := content.Series{Name: e.person(person.Participant)}
	for _, w := range person.Weeks {
		label := none
		if w.Hours != nil {
			label = content.Round(*w.Hours, decimals(*w.Hours))
		}
		s.Values, s.Labels = append(s.Values, w.Hours), append(s.Labels, label)
	}
	return s
}

// quiet reports that a participant who was there logged no task in the weeks.
func quiet(weeks []kpi.WeekOfWork) bool {
	there := false
	for _, w := range weeks {
		if w.Tasks > 0 {
			return false
		}
		there = there || w.Hours != nil
	}
	return there
}

func monthDay(d cell.Day) string {
	_, month, day := d.YMD()
	return fmt.Sprintf("%d/%d", month, day)
}
