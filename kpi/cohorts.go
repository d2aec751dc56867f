package kpi

import (
	"cmp"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// Cohort is one of the cohorts of a ledger (第1期): the participants whose names of it are the same word after NFKC and
// without spaces.
type Cohort struct {
	Key  string // the form in which names are compared
	Name string // the shortest way in which it is written in the ledger
}

// CohortKey returns the form in which names of cohorts are compared; "" for a participant without one.
func CohortKey(p *record.Participant) string { return lang.Key(p.Cohort.Value) }

// Cohorts returns the cohorts of a ledger in the order of their first start dates, those without one at the end; of
// one day in that of their keys. Rows with an error name cohorts too.
func Cohorts(c *cohort.Ledger) []Cohort {
	type started struct {
		Cohort
		first int64
	}
	const never = 1 << 40
	var all []started
	places := map[string]int{}
	for _, p := range c.Participants.Every() {
		key := CohortKey(p)
		if key == "" {
			continue
		}
		i, seen := places[key]
		if !seen {
			i, places[key] = len(all), len(all)
			all = append(all, started{Cohort{key, p.Cohort.Value}, never})
		}
		if len(p.Cohort.Value) < len(all[i].Name) {
			all[i].Name = p.Cohort.Value
		}
		if p.StartDate.Known {
			all[i].first = min(all[i].first, int64(p.StartDate.Value))
		}
	}
	slices.SortStableFunc(all, func(a, b started) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.Key, b.Key))
	})
	named := make([]Cohort, len(all))
	for i, s := range all {
		named[i] = s.Cohort
	}
	return named
}

// CohortNames returns the name of each cohort of a ledger by its key.
func CohortNames(c *cohort.Ledger) map[string]string {
	names := map[string]string{}
	for _, one := range Cohorts(c) {
		names[one.Key] = one.Name
	}
	return names
}

// OfCohort returns the ledger with the people of one cohort (by its key) and what is theirs: participants, trainings,
// tasks, payments, support. What belongs to nobody, contracts and money among it, stays; see Divisible. A row with an
// error that may be of the cohort stays among the excluded. Targets and grants are those of the whole and are left out.
// The ledger itself is not changed.
func OfCohort(c *cohort.Ledger, key string) *cohort.Ledger {
	other := map[string]bool{}
	in := func(p *record.Participant) bool { return CohortKey(p) == key }
	for _, p := range c.Participants.Every() {
		other[p.ID.Value] = other[p.ID.Value] || !in(p)
	}
	for _, p := range c.Participants.Every() {
		if in(p) {
			delete(other, p.ID.Value) // of two rows with one id either may be meant
		}
	}
	theirs := func(id string) bool { return !other[id] }
	part, pilot := *c, *c.Pilot
	pilot.Targets, pilot.YearTargets, pilot.Grants = nil, nil, nil
	part.Pilot = &pilot
	narrow(&part.Participants, in)
	narrow(&part.Trainings, func(t *record.Training) bool { return theirs(t.ParticipantID.Value) })
	narrow(&part.Tasks, func(t *record.Task) bool { return theirs(t.ParticipantID.Value) })
	narrow(&part.Payments, func(p *record.Payment) bool { return theirs(p.ParticipantID.Value) })
	narrow(&part.Support, func(s *record.Support) bool { return theirs(s.ParticipantID.Value) })
	part.Index()
	return &part
}

func narrow[T any](t *record.Table[T], keep func(*T) bool) {
	t.Rows, t.Excluded = Where(t.Rows, keep), Where(t.Excluded, keep)
}

// OneCohort is the cohort to which a window is restricted, and the sizes of all that there are.
type OneCohort struct {
	Cohort
	Sizes   []int     // of the cohorts, as Cohorts lists them: who is on the cycle at E
	At      int       // place of this one among them
	Unnamed int       // on the cycle, in no cohort
	Named   bool      // the name is, or holds, that of somebody in the ledger
	Said    lang.Text // in place of Note; empty of a cohort
}

// OnCycleByCohort returns those on the cycle at E by the key of their cohort; "" for those without one.
func (w *Window) OnCycleByCohort() map[string][]*record.Participant {
	members := map[string][]*record.Participant{}
	for _, p := range w.OnCycle() {
		members[CohortKey(p)] = append(members[CohortKey(p)], p)
	}
	return members
}

// Sizes counts those on the cycle at E by cohort, in the order of cohorts, and those in none.
func (w *Window) Sizes(cohorts []Cohort) (sizes []int, unnamed int) {
	members := w.OnCycleByCohort()
	for _, c := range cohorts {
		sizes = append(sizes, len(members[c.Key]))
	}
	return sizes, len(members[""])
}

// OfCohort returns the window of the people of one cohort, the one at that place of Cohorts.
func (w *Window) OfCohort(at int) *Window {
	all := Cohorts(w.Cohort)
	part := NewWindow(OfCohort(w.Cohort, all[at].Key), w.Clock)
	part.names = w.Naming()
	part.Only = &OneCohort{Cohort: all[at], At: at, Named: part.names(all[at].Name)}
	part.Only.Sizes, part.Only.Unnamed = w.Sizes(all)
	return part
}

// Note says that a run looks at one cohort only, for the first line of what it prints.
func (p *OneCohort) Note() lang.Text {
	if !p.Said.Empty() {
		return p.Said
	}
	return lang.Text{
		JA: "「" + p.Name + "」の人だけの数字です。お金や案件など期ごとに分かれていないもの、全体の目標と交付金は載せていません",
		EN: "Figures of the people of " + p.Name +
			" alone; what is not kept by cohort (money, contracts), targets and grants are left out",
	}
}

// Notices are what stands in the first lines of everything that is printed of a run: that it looks at one cohort only,
// and that the period is over where nobody chose it.
func Notices(clock setting.Clock, only *OneCohort) []lang.Text {
	return notices(clock, only, clock.OverdueNote())
}

// NoticesOnPaper are Notices for a page, which has no settings and commands.
func NoticesOnPaper(clock setting.Clock, only *OneCohort) []lang.Text {
	return notices(clock, only, clock.OverdueOnPaper())
}

func notices(clock setting.Clock, only *OneCohort, overdue lang.Text) []lang.Text {
	var all []lang.Text
	if only != nil {
		all = append(all, only.Note())
	}
	if clock.Overdue() {
		all = append(all, overdue)
	}
	return all
}

// Divisible reports whether a figure can be said of one cohort: it is about people and what they do, not about
// contracts, clients, answers or money, which nobody keeps by cohort.
func (d *Definition) Divisible() bool {
	if slices.Contains(d.Needs, schema.Budget) {
		return false
	}
	switch d.About {
	case AboutPersons, AboutWork, AboutPay:
		return true
	case AboutContracts: // of contracts as far as the cohort worked on them
		return slices.Contains(d.Needs, schema.Tasks)
	}
	return false
}

var undivided = lang.Text{JA: "お金・案件・発注者・アンケートなどは期ごとに記録されていないため、1つの期については計算できません",
	EN: "cannot be said of one cohort: money, contracts, clients and answers are not kept by cohort"}
