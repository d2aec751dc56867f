package cohort

import (
	"time"

	"pilot90/cohort/cell"
)

// sumKey is what the tasks of a sum have in common: the person, and the month of the work, the
// month of the payment or its day.
type sumKey struct {
	person string
	of     byte // 'w' month of work, 'p' month of payment, 'd' day of payment
	day    cell.Day
}

// taskSum is some tasks taken together.
type taskSum struct {
	hours, pay float64
	tasks      int
	first      *Task
}

func (s *taskSum) add(t *Task) {
	if s.first == nil {
		s.first = t
	}
	s.hours += t.Hours.Value
	s.pay += t.Pay.Value
	s.tasks++
}

// sumsIn returns the sums of the tasks that stand in other sheets than the one.
func sumsIn(tasks []*Task, but *Source) map[sumKey]*taskSum {
	sums := map[sumKey]*taskSum{}
	add := func(k sumKey, t *Task) {
		if sums[k] == nil {
			sums[k] = &taskSum{}
		}
		sums[k].add(t)
	}
	for _, t := range tasks {
		if t.Source == but || !t.ParticipantID.Known || !t.Date.Known {
			continue
		}
		add(sumKey{t.ParticipantID.Value, 'w', monthOf(t.Date.Value, 0)}, t)
		if t.PaidDate.Known {
			add(sumKey{t.ParticipantID.Value, 'p', monthOf(t.PaidDate.Value, 0)}, t)
			add(sumKey{t.ParticipantID.Value, 'd', t.PaidDate.Value}, t)
		}
	}
	return sums
}

// monthOf is the first day of the month of the day, or of one before it.
func monthOf(d cell.Day, before int) cell.Day {
	y, m, _ := d.YMD()
	return cell.NewDay(y, m-time.Month(before), 1)
}

// summed returns the sum that the task repeats, or nil: a list of payments by month has the same
// pay, and the same hours where it has any, in one row.
func (t *Task) summed(sums map[sumKey]*taskSum) *taskSum {
	if !t.ParticipantID.Known || !t.Date.Known || t.Pay.Value == 0 {
		return nil
	}
	for _, k := range []sumKey{{of: 'd', day: t.Date.Value}, {of: 'p', day: monthOf(t.Date.Value, 0)}, {of: 'w', day: monthOf(t.Date.Value, 0)}, {of: 'w', day: monthOf(t.Date.Value, 1)}} {
		k.person = t.ParticipantID.Value
		if s := sums[k]; s != nil && equalSums(s.pay, t.Pay.Value) && (!t.Hours.Known || s.hours == 0 || equalSums(s.hours, t.Hours.Value)) {
			return s
		}
	}
	return nil
}

// Sheets that repeat others in sums are known by this many rows, so many of them of two tasks or
// more, and half of their rows.
const fewestSums, fewestRealSums = 3, 2

// eachRepeatedSum visits the tasks of sheets whose rows sum up tasks of other sheets.
func eachRepeatedSum(c *Cohort, visit func(t *Task, of *taskSum)) {
	tasks := everyRow[Task](&c.Tasks)
	if len(c.Tasks.Sources) < 2 {
		return
	}
	for _, source := range c.Tasks.Sources {
		sums := sumsIn(tasks, source)
		var repeated []*Task
		real, all := 0, 0
		for _, t := range tasks {
			if t.Source != source {
				continue
			}
			all++
			if s := t.summed(sums); s != nil {
				repeated = append(repeated, t)
				if s.tasks > 1 {
					real++
				}
			}
		}
		if len(repeated) < fewestSums || real < fewestRealSums || len(repeated)*2 < all {
			continue
		}
		for _, t := range repeated {
			visit(t, t.summed(sums))
		}
	}
}
