package rule

import (
	"maps"
	"strconv"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// hoursOfADay is what one person cannot exceed.
const hoursOfADay = 24

var ruleC210 = Rule{
	Code: "C210", Severity: finding.Error,
	Title: lang.Say("1人の1日の作業が24時間を超える", "More than 24 hours a day for one person"),
	Long: lang.Say(
		"同じ参加者の同じ作業日の時間を合わせると24時間を超えます。1行だけで超えるときはその行、合わせて超えるときはその日の行すべてを、直るまで集計から外します。"+
			"分を時間として書いている（90 は 90分）、1週間分をまとめて1日に書いている、といった原因がよくあります。",
		"One participant's hours on one day exceed 24. A row that exceeds them alone is left out; otherwise all rows "+
			"of the day are, since any may be wrong. "+
			"Usual causes: minutes written as hours, or a week's work on one date.",
	),
	Check: func(all *record.Tables, _ Run, report reporter) {
		sums := map[personDay]float64{}
		for _, r := range all.Tasks.Every() {
			switch {
			case !r.Hours.Known:
			case r.Hours.Value > hoursOfADay:
				report(record.About(r, r.Hours,
					lang.Sayf("1日の作業が %s 時間になっています。", "%s hours on one day.", plainHours(r.Hours.Value)),
					lang.Say("24時間以内の値に直してください。90分なら 1.5 か「90分」、何日か分なら日ごとに分けて書きます。",
						"Write at most 24. For 90 minutes write 1.5; split the work of several days by day.")), r.Row)
			case r.Date.Known && r.ParticipantID.Known:
				sums[personDay{r.ParticipantID.Value, r.Date.Value}] += r.Hours.Value
			}
		}
		for _, tasks := range tooLong(all, sums) {
			reportDay(tasks, report)
		}
	},
}

// personDay is a day of one person.
type personDay struct {
	id   string
	date cell.Day
}

// tooLong are the tasks of each day whose hours add up to more than 24, the days in the order of their first rows.
func tooLong(all *record.Tables, sums map[personDay]float64) [][]*record.Task {
	maps.DeleteFunc(sums, func(_ personDay, hours float64) bool { return hours <= hoursOfADay })
	var days [][]*record.Task
	at := map[personDay]int{}
	for _, r := range all.Tasks.Every() {
		if len(sums) == 0 {
			break
		}
		k := personDay{r.ParticipantID.Value, r.Date.Value}
		if _, over := sums[k]; !over || !r.Date.Known || !r.ParticipantID.Known || !r.Hours.Known ||
			r.Hours.Value > hoursOfADay {
			continue
		}
		i, begun := at[k]
		if !begun {
			i = len(days)
			at[k], days = i, append(days, nil)
		}
		days[i] = append(days[i], r)
	}
	return days
}

// reportDay reports a day whose hours add up to more than 24, at the row with the most hours.
func reportDay(tasks []*record.Task, report reporter) {
	sum, most := 0.0, tasks[0]
	for _, r := range tasks {
		sum += r.Hours.Value
		if r.Hours.Value > most.Hours.Value {
			most = r
		}
	}
	var rows []record.Row
	var related []finding.Place
	for _, r := range tasks {
		rows = append(rows, r.Row)
		if r != most {
			related = append(related, record.PlaceOf(r, r.Hours))
		}
	}
	report(record.About(most, most.Hours,
		lang.Sayf("この日の作業 %d行を合わせると %s 時間になります。", "The %d rows of this day add up to %s hours.", len(tasks), plainHours(sum)),
		lang.Say("時間か作業日の書き間違いを直してください。同じ作業を2回書いていないかも確かめます。",
			"Correct the hours or the dates; check that no work is written twice."),
		related...), rows...)
}

// plainHours is a number of hours with at most two decimals.
func plainHours(h float64) string {
	s := strconv.FormatFloat(h, 'f', 2, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	return s
}
