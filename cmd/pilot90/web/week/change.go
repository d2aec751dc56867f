package week

import (
	"pilot90/kpi"
	"pilot90/kpi/catalog"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
)

// Change is one measure a week ago and now.
type Change struct {
	Level   Level
	Name    string
	Was, Is string
}

// measure is one thing that is looked at every week; nil: the ledger has nothing to tell it by.
type measure struct {
	ja, en, word string
	unit         kpi.Unit
	better       kpi.Better
	of           func(w *kpi.Window, a *state.Agenda) *float64
}

// recommended is by which day after delivery a payment should be made.
const recommended = 30

var measures = []measure{
	{"納期を過ぎた作業", "tasks past their due date", "件", kpi.Count, kpi.Lower,
		func(w *kpi.Window, a *state.Agenda) *float64 {
			return counted(a.HasDue, len(kpi.Where(a.Due, isOverdue(w))))
		}},
	{"声をかける人", "people to call", "人", kpi.Count, kpi.Lower, func(w *kpi.Window, _ *state.Agenda) *float64 {
		return counted(true, len(state.Calls(state.Of(w))))
	}},
	{"30日を過ぎた未払い", "unpaid for over 30 days", "件", kpi.Count, kpi.Lower,
		func(_ *kpi.Window, a *state.Agenda) *float64 {
			n := 0
			for _, p := range a.Unpaid {
				if p.Days > recommended {
					n++
				}
			}
			return counted(a.HasPaid, n)
		}},
	{"未払いの合計", "unpaid in all", "", kpi.Yen, kpi.Lower, func(_ *kpi.Window, a *state.Agenda) *float64 {
		if !a.HasPaid {
			return nil
		}
		return new(sumUnpaid(a.Unpaid, func(facts.Payment) bool { return true }))
	}},
	{"1週間の作業時間", "hours in 7 days", "", kpi.Hours, kpi.Higher, func(w *kpi.Window, _ *state.Agenda) *float64 {
		return lastHours(w)
	}},
	{"仕事の売上（累計）", "revenue so far", "", kpi.Yen, kpi.Higher, func(w *kpi.Window, _ *state.Agenda) *float64 {
		d := kpi.DefinitionOf(catalog.All(), kpi.TopicRevenue)
		if d == nil {
			return nil
		}
		return kpi.Run([]kpi.Definition{*d}, w)[0].Value
	}},
}

// changes are the measures that can be told of both windows.
func (b *board) changes(before *kpi.Window) []Change {
	then := state.ThisWeek(before)
	var list []Change
	for _, m := range measures {
		was, is := m.of(before, &then), m.of(b.w, &b.agenda)
		if was == nil || is == nil {
			continue
		}
		list = append(list, Change{Level: m.level(*was, *is), Name: b.say(m.ja, m.en), Was: b.print(&m, *was),
			Is: b.print(&m, *is)})
	}
	return list
}

func (b *board) print(m *measure, v float64) string {
	if m.unit == kpi.Count {
		return b.count(int(v), m.word)
	}
	return b.amount(v, m.unit)
}

// level says whether a change is for the better: of what should be none, none is well, and as many as before is not.
func (m *measure) level(was, is float64) Level {
	switch {
	case m.better == kpi.Lower && is > was:
		return Act
	case m.better == kpi.Lower && is == was && is > 0, m.better == kpi.Higher && is < was:
		return Watch
	}
	return Fine
}

func counted(told bool, n int) *float64 {
	if !told {
		return nil
	}
	return new(float64(n))
}

func sumUnpaid(all []facts.Payment, of func(facts.Payment) bool) float64 {
	var pay []float64
	for _, p := range all {
		if of(p) {
			pay = append(pay, p.Task.Pay.Value)
		}
	}
	return kpi.Sum(pay)
}

// lastHours are those of the 7 days up to the evaluation date; nil where no hours are logged.
func lastHours(w *kpi.Window) *float64 {
	if !w.Cohort.Tasks.Has("hours") {
		return nil
	}
	var hours []float64
	for _, t := range w.Tasks {
		if t.Date.Value > w.Clock.At()-7 && t.Hours.Known {
			hours = append(hours, t.Hours.Value)
		}
	}
	return new(kpi.Sum(hours))
}
