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

// taskSums are the sums of the tasks, and those of each sheet by itself.
type taskSums struct {
	all map[sumKey]*taskSum
	own map[*Source]map[sumKey]*taskSum
}

func sumTasks(tasks []*Task) taskSums {
	s := taskSums{map[sumKey]*taskSum{}, map[*Source]map[sumKey]*taskSum{}}
	for _, t := range tasks {
		if !t.ParticipantID.Known || !t.Date.Known {
			continue
		}
		own := s.own[t.Source]
		if own == nil {
			own = map[sumKey]*taskSum{}
			s.own[t.Source] = own
		}
		for _, k := range keysOf(t) {
			for _, in := range []map[sumKey]*taskSum{s.all, own} {
				if in[k] == nil {
					in[k] = &taskSum{}
				}
				in[k].add(t)
			}
		}
	}
	return s
}

// keysOf are the sums that the task is in.
func keysOf(t *Task) []sumKey {
	keys := []sumKey{{t.ParticipantID.Value, 'w', monthOf(t.Date.Value, 0)}}
	if t.PaidDate.Known {
		keys = append(keys, sumKey{t.ParticipantID.Value, 'p', monthOf(t.PaidDate.Value, 0)},
			sumKey{t.ParticipantID.Value, 'd', t.PaidDate.Value})
	}
	return keys
}

// without returns the sum of the tasks that stand in other sheets than the one; no tasks if there
// are none.
func (s taskSums) without(k sumKey, but *Source) taskSum {
	all := s.all[k]
	if all == nil {
		return taskSum{}
	}
	rest := *all
	if own := s.own[but][k]; own != nil {
		rest.hours, rest.pay, rest.tasks = all.hours-own.hours, all.pay-own.pay, all.tasks-own.tasks
	}
	return rest
}

// monthOf is the first day of the month of the day, or of one before it.
func monthOf(d cell.Day, before int) cell.Day {
	y, m, _ := d.YMD()
	return cell.NewDay(y, m-time.Month(before), 1)
}

// repeats reports that the task is a sum of tasks in other sheets, and of how many: a list of
// payments by month has the same pay, and the same hours where it has any, in one row.
func (s taskSums) repeats(t *Task) (tasks int, key sumKey, ok bool) {
	if !t.ParticipantID.Known || !t.Date.Known || t.Pay.Value == 0 {
		return 0, sumKey{}, false
	}
	for _, k := range []sumKey{
		{of: 'd', day: t.Date.Value},
		{of: 'p', day: monthOf(t.Date.Value, 0)},
		{of: 'w', day: monthOf(t.Date.Value, 0)},
		{of: 'w', day: monthOf(t.Date.Value, 1)},
	} {
		k.person = t.ParticipantID.Value
		sum := s.without(k, t.Source)
		if sum.tasks > 0 && equalSums(sum.pay, t.Pay.Value) &&
			(!t.Hours.Known || equalSums(sum.hours, 0) || equalSums(sum.hours, t.Hours.Value)) {
			return sum.tasks, k, true
		}
	}
	return 0, sumKey{}, false
}

// Sheets that repeat others in sums are known by this many rows, so many of them of two tasks or
// more, and half of their rows.
const fewestSums, fewestRealSums = 3, 2

// eachRepeatedSum visits the tasks of sheets whose rows sum up tasks of other sheets, each with how
// many it sums up and the first of them.
func eachRepeatedSum(c *Cohort, visit func(t *Task, tasks int, first *Task)) {
	if len(c.Tasks.Sources) < 2 {
		return
	}
	tasks := everyRow[Task](&c.Tasks)
	sums := sumTasks(tasks)
	bySource := map[*Source][]*Task{}
	for _, t := range tasks {
		bySource[t.Source] = append(bySource[t.Source], t)
	}
	for _, source := range c.Tasks.Sources {
		var repeated []*Task
		real := 0
		for _, t := range bySource[source] {
			if n, _, ok := sums.repeats(t); ok {
				repeated = append(repeated, t)
				if n > 1 {
					real++
				}
			}
		}
		if len(repeated) < fewestSums || real < fewestRealSums || len(repeated)*2 < len(bySource[source]) {
			continue
		}
		for _, t := range repeated {
			n, key, _ := sums.repeats(t)
			visit(t, n, sums.firstOf(key, c.Tasks.Sources, source))
		}
	}
}

// firstOf returns the first task of a sum that stands in another sheet.
func (s taskSums) firstOf(key sumKey, sources []*Source, but *Source) *Task {
	for _, source := range sources {
		if own := s.own[source][key]; own != nil && source != but {
			return own.first
		}
	}
	return nil
}
