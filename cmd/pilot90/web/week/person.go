package week

import (
	"cmp"
	"fmt"
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/record"
	"pilot90/kpi"
	"pilot90/kpi/facts"
	"pilot90/kpi/state"
	"pilot90/report/content"
)

// Person is one row of the table of people.
type Person struct {
	Level     Level
	Status    string
	Name, ID  string // ID is "" where the name stands for it
	At        finding.Place
	Phase     int // thirds of the way to recurring work that are behind: 0–3
	PhaseText string
	Last      string // day of the latest task; "" for none
	Idle      string // how long ago
	Pressing  bool   // of Idle: too long ago, or never
	Bars      []Bar
	Mean      string // hours a week; "" where none can be told
	Unpaid    string
	Next      string
	order     int
	since     cell.Day // of being late or to be watched
}

// Bar is the hours of one week in a drawing of Width × Height.
type Bar struct {
	X, Y, Height float64
	Open         bool // the week is not over
	Label        string
}

// The drawing of the weeks, in its own units.
const (
	Weeks    = 13
	BarWidth = 8
	BarStep  = 10
	BarsHigh = 24
)

// everybody fills in the rows, those to be called first.
func (b *board) everybody(out *Board) {
	mondays, efforts := state.Efforts(b.w, Weeks)
	most := 0.0
	for _, e := range efforts {
		for _, w := range e.Weeks {
			if w.Hours != nil {
				most = max(most, *w.Hours)
			}
		}
	}
	for i := range b.people {
		p := b.person(&b.people[i])
		for _, e := range efforts {
			if e.Participant == b.people[i].Participant {
				p.Bars, p.Mean = b.bars(e, int64(b.w.Clock.At()-mondays[Weeks-1]) < 6, most)
			}
		}
		out.People = append(out.People, p)
	}
	slices.SortStableFunc(out.People, func(x, y Person) int {
		return cmp.Or(cmp.Compare(x.order, y.order), cmp.Compare(y.since, x.since))
	})
	out.From = mondays[0]
	out.Scale = b.scale(out.From, most)
}

// scale says what the bars stand for; "" where there are none.
func (b *board) scale(from cell.Day, most float64) string {
	if most == 0 {
		return ""
	}
	return b.say(fmt.Sprintf("週の時間は%sの週から。縦は0〜%s時間。白い棒は途中の週", b.day(from), content.Round(most, 1)),
		fmt.Sprintf("Hours a week since %s, 0 to %s h; a white bar is a week that is not over", b.day(from),
			content.Round(most, 1)))
}

// bars draws the weeks of a person on the scale of all, and says their mean, as the hub's paper does.
func (b *board) bars(e state.Effort, open bool, most float64) (bars []Bar, mean string) {
	var hours []float64
	for i, w := range e.Weeks {
		last := open && i == len(e.Weeks)-1
		if w.Hours == nil {
			continue
		}
		hours = append(hours, *w.Hours)
		if *w.Hours > 0 && most > 0 {
			h := max(1, *w.Hours/most*BarsHigh)
			bars = append(bars, Bar{X: float64(i * BarStep), Y: BarsHigh - h, Height: h, Open: last,
				Label: content.Round(*w.Hours, 1)})
		}
	}
	if len(hours) > 0 {
		mean = content.Round(kpi.Sum(hours)/float64(len(e.Weeks)), 1)
	}
	return bars, mean
}

// person is a row without its weeks.
func (b *board) person(s *state.Standing) Person {
	p := Person{since: s.Since, Name: b.name(s.Participant), At: firstKnown(s.Participant.Row, s.Participant.ID.Col)}
	if s.Participant.Name.Known && !s.Participant.NamedByName() {
		p.ID = s.Participant.ID.Value
	}
	p.Phase, p.PhaseText = b.phase(s.Participant)
	b.lastWork(&p, &s.State)
	unpaid := func(x facts.Payment) bool { return x.Task.ParticipantID.Value == s.Participant.ID.Value }
	if b.agenda.HasPaid {
		p.Unpaid = b.amount(sumUnpaid(b.agenda.Unpaid, unpaid), kpi.Yen)
	}
	b.judge(&p, s)
	return p
}

// lastWork says when a person worked last.
func (b *board) lastWork(p *Person, s *state.State) {
	switch {
	case s.Last == nil:
		p.Idle, p.Pressing = b.say("記録なし", "none"), s.Followed()
	case s.Idle == 0:
		p.Last, p.Idle = b.short(s.Last.Date.Value), b.say("今日", "today")
	default:
		p.Last = b.short(s.Last.Date.Value)
		p.Pressing = s.Idle >= b.w.Pilot.Settings.ActiveWindowDays && s.Status != state.Exited
		p.Idle = b.say(fmt.Sprintf("%d日前", s.Idle), fmt.Sprintf("%d days ago", s.Idle))
	}
}

// phase is how many thirds of the way are behind: training, first work, recurring work.
func (b *board) phase(p *record.Participant) (int, string) {
	reached := func(st facts.Stage) bool {
		step := facts.StepOf(st)
		return step.Lack(b.w).Empty() && step.Reached(b.w, p)
	}
	for _, at := range []struct {
		stage  facts.Stage
		thirds int
		ja, en string
	}{
		{facts.RecurringWork, 3, "定期の仕事", "recurring work"},
		{facts.FirstIncome, 2, "収入を得た", "has earned"},
		{facts.FirstDelivery, 2, "納品した", "has delivered"},
		{facts.OJTStarted, 2, "作業を始めた", "has begun work"},
		{facts.TrainingCompleted, 1, "研修を終えた", "trained"},
	} {
		if reached(at.stage) {
			return at.thirds, b.say(at.ja, at.en)
		}
	}
	return 0, b.say("研修の途中", "in training")
}

// isOverdue reports whether a task is past its due date.
func isOverdue(w *kpi.Window) func(*record.Task) bool {
	return func(t *record.Task) bool { return t.DueDate.Value < w.Clock.AsOf }
}
