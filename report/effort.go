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
		return []content.Block{content.Paragraph{Text: e.words("作業の記録はまだありません。作業ログに書くと、週ごとの時間がここに出ます。",
			"No task is recorded yet. Once the work log has some, the hours of each week are shown here."), Tone: content.Note}}
	}
	mondays, efforts := kpi.Efforts(e.Window, shownWeeks)
	c := &content.Chart{ID: "week_hours", Kind: content.Bands, Unit: e.words("時間", "hours"),
		YTitle: e.words("作業の時間（本人の申告）", "hours worked, as declared"),
		XTitle: e.words("週（月曜の日付。最後の週は基準日まで）", "week (its Monday; the last up to the as-of date)"),
		Twin: &content.Table{Caption: e.words("週ごとの作業時間", "Hours by week"), Columns: []content.Column{
			{Head: e.words("週", "Week")}, {Head: e.words("時間", "Hours"), Align: content.Right},
			{Head: e.words("作業した人", "People at work"), Align: content.Right},
			{Head: e.words("時間のない作業がある人", "People with tasks of unknown hours"), Align: content.Right}}}}
	s := content.Series{Name: e.words("時間", "hours")}
	total, least := 0.0, 0
	for i, monday := range mondays {
		hours, people, unknown := 0.0, 0, 0
		for _, person := range efforts {
			w := person.Weeks[i]
			if w.Hours != nil {
				hours += *w.Hours
			}
			if w.Tasks > 0 {
				people++
				if w.Hours == nil {
					unknown++
				}
			}
		}
		total += hours
		least += unknown
		c.Categories = append(c.Categories, monthDay(monday))
		s.Values = append(s.Values, new(hours))
		s.Labels = append(s.Labels, content.Round(hours, decimals(hours)))
		c.Twin.Rows = append(c.Twin.Rows, []string{monday.String(), content.Round(hours, 1), fmt.Sprint(people),
			fmt.Sprint(unknown)})
	}
	c.Series = []content.Series{s}
	c.Title = e.words(fmt.Sprintf("この %d 週間の作業は合わせて %s 時間、1週あたり %s 時間です", shownWeeks, content.Round(total, 1),
		content.Round(total/shownWeeks, 1)),
		fmt.Sprintf("%s hours in the last %d weeks, %s a week", content.Round(total, 1), shownWeeks,
			content.Round(total/shownWeeks, 1)))
	if least > 0 {
		c.Twin.Notes = []string{e.words("時間が読めない作業は合計に入っていません。", "Tasks whose hours are unknown are not in the sums.")}
	}
	c.Alt = tableAlt(c.Title, c.Twin)
	return []content.Block{c}
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
	c := &content.Chart{ID: "work_map", Kind: content.Heatmap, Unit: e.words("時間", "hours"),
		XTitle: e.words("週（月曜の日付。最後の週は基準日まで）", "week (its Monday; the last up to the as-of date)"),
		Twin: &content.Table{Caption: e.words("参加者ごと・週ごとの作業時間", "Hours by participant and week"),
			Columns: []content.Column{{Head: e.words("参加者", "Participant")}}}}
	for _, monday := range mondays {
		c.Categories = append(c.Categories, monthDay(monday))
		c.Twin.Columns = append(c.Twin.Columns, content.Column{Head: monthDay(monday), Align: content.Right})
	}
	resting := 0
	for _, person := range efforts {
		s := content.Series{Name: e.person(person.Participant)}
		row := []string{s.Name}
		for _, w := range person.Weeks {
			text := none
			if w.Hours != nil {
				text = content.Round(*w.Hours, decimals(*w.Hours))
			}
			s.Values, s.Labels = append(s.Values, w.Hours), append(s.Labels, text)
			row = append(row, text)
		}
		if recent := person.Weeks[shownWeeks-4:]; quiet(recent) {
			resting++
		}
		c.Series = append(c.Series, s)
		c.Twin.Rows = append(c.Twin.Rows, row)
	}
	c.Title = e.words(fmt.Sprintf("最近4週間に作業の記録がない人は %d 人です（%d 人中）", resting, len(efforts)),
		fmt.Sprintf("%d of %d people logged nothing in the last 4 weeks", resting, len(efforts)))
	return e.parted(c)
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
