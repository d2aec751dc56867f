package rule

import (
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
)

// sumKey is what the tasks of a sum have in common: the person, and the month of the work, the
// month of the payment or its day.
type sumKey struct {
	person int32 // number in the order of the tasks
	of     byte  // 'w' month of work, 'p' month of payment, 'd' day of payment
	day    cell.Day
}

// taskSum is some tasks taken together.
type taskSum struct {
	hours, pay float64
	tasks      int
	first      *record.Task
}

func (s *taskSum) add(t *record.Task) {
	if s.first == nil {
		s.first = t
	}
	s.hours += t.Hours.Value
	s.pay += t.Pay.Value
	s.tasks++
}

// taskSums are the sums of the tasks, and those of each sheet by itself.
type taskSums struct {
	people map[string]int32 // numbers of the ids
	all    map[sumKey]*taskSum
	own    map[*record.Source]map[sumKey]*taskSum
}

func sumTasks(tasks []*record.Task) taskSums {
	s := taskSums{map[string]int32{}, map[sumKey]*taskSum{}, map[*record.Source]map[sumKey]*taskSum{}}
	for _, t := range tasks {
		if !t.ParticipantID.Known || !t.Date.Known {
			continue
		}
		person, known := s.people[t.ParticipantID.Value]
		if !known {
			person = int32(len(s.people))
			s.people[t.ParticipantID.Value] = person
		}
		own := s.own[t.Source]
		if own == nil {
			own = map[sumKey]*taskSum{}
			s.own[t.Source] = own
		}
		keys, n := keysOf(t, person)
		for _, k := range keys[:n] {
			for _, in := range [...]map[sumKey]*taskSum{s.all, own} {
				sum := in[k]
				if sum == nil {
					sum = &taskSum{}
					in[k] = sum
				}
				sum.add(t)
			}
		}
	}
	return s
}

// keysOf are the sums that a task of the person is in: the first n.
func keysOf(t *record.Task, person int32) (keys [3]sumKey, n int) {
	keys[0] = sumKey{person, 'w', monthOf(t.Date.Value, 0)}
	if !t.PaidDate.Known {
		return keys, 1
	}
	keys[1] = sumKey{person, 'p', monthOf(t.PaidDate.Value, 0)}
	keys[2] = sumKey{person, 'd', t.PaidDate.Value}
	return keys, 3
}

// without returns the sum of the tasks that stand in other sheets than the one; no tasks if there
// are none.
func (s taskSums) without(k sumKey, but *record.Source) taskSum {
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
func (s taskSums) repeats(t *record.Task) (tasks int, key sumKey, ok bool) {
	if !t.ParticipantID.Known || !t.Date.Known || t.Pay.Value == 0 {
		return 0, sumKey{}, false
	}
	person, month := s.people[t.ParticipantID.Value], monthOf(t.Date.Value, 0)
	for _, k := range [...]sumKey{
		{person, 'd', t.Date.Value}, {person, 'p', month}, {person, 'w', month}, {person, 'w', monthOf(t.Date.Value, 1)},
	} {
		sum := s.without(k, t.Source)
		if sum.tasks > 0 && record.EqualSums(sum.pay, t.Pay.Value) &&
			(!t.Hours.Known || record.EqualSums(sum.hours, 0) || record.EqualSums(sum.hours, t.Hours.Value)) {
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
func eachRepeatedSum(all *record.Tables, visit func(t *record.Task, tasks int, first *record.Task)) {
	if len(all.Tasks.Sources) < 2 {
		return
	}
	tasks := all.Tasks.Every()
	sums := sumTasks(tasks)
	bySource := map[*record.Source][]*record.Task{}
	for _, t := range tasks {
		bySource[t.Source] = append(bySource[t.Source], t)
	}
	for _, source := range all.Tasks.Sources {
		var repeated []*record.Task
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
			visit(t, n, sums.firstOf(key, all.Tasks.Sources, source))
		}
	}
}

// firstOf returns the first task of a sum that stands in another sheet.
func (s taskSums) firstOf(key sumKey, sources []*record.Source, but *record.Source) *record.Task {
	for _, source := range sources {
		if own := s.own[source][key]; own != nil && source != but {
			return own.first
		}
	}
	return nil
}
