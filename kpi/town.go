package kpi

import (
	"maps"
	"slices"

	"pilot90/cohort"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/cohort/schema"
)

// Town is one municipality of a hub that several work through, or those who live in none of them. A person counts
// where they live, a contract where it was contracted; of both a blank is the municipality of pilot.toml.
type Town struct {
	Name    string
	Outside bool // those who live 町外: no contract is theirs

	hub, people, contracts, sight *Window
}

// OutsideName is what those who live in none of the towns are called.
var OutsideName = lang.Text{JA: "町外", EN: "outside"}

// Towns returns the municipalities that a ledger names, in the order of their names, and at the end those outside
// where somebody lives there. A ledger that names none has none.
func Towns(c *cohort.Ledger) []Town {
	names, outside, named := map[string]string{}, false, false
	add := func(name string) {
		if key := lang.Key(name); key != "" && (names[key] == "" || len(name) < len(names[key])) {
			names[key] = name
		}
	}
	for _, p := range c.Participants.Every() {
		if outside = outside || !Resident(p); Resident(p) {
			add(townOf(c, p.Municipality))
		}
		named = named || p.Municipality.Known
	}
	for _, k := range c.Contracts.Every() {
		add(townOf(c, k.Municipality))
		named = named || k.Municipality.Known
	}
	if !named {
		return nil
	}
	var all []Town
	for _, key := range slices.Sorted(maps.Keys(names)) {
		all = append(all, Town{Name: names[key]})
	}
	if outside {
		all = append(all, Town{Name: OutsideName.JA, Outside: true})
	}
	return all
}

func townOf(c *cohort.Ledger, f record.Field[string]) string {
	if f.Known {
		return f.Value
	}
	return c.Pilot.Program.Municipality
}

// Of returns the town with the windows of its people, among all contracts, and of its contracts, among all people. w
// is that of the whole hub and is not changed.
func (t Town) Of(w *Window) Town {
	key, theirs := lang.Key(t.Name), t.lives(w.Cohort)
	own := func(k *record.Contract) bool {
		return !t.Outside && lang.Key(townOf(w.Cohort, k.Municipality)) == key
	}
	t.people = NewWindow(ofPeople(w.Cohort, theirs), w.Clock)
	t.contracts = NewWindow(ofContracts(w.Cohort, own), w.Clock)
	t.people.names = w.Naming()
	t.contracts.names = t.people.names
	t.hub, t.sight = w, t.inSight(own)
	t.sight.Only = t.only(w)
	return t
}

// inSight is the window of what lists and charts of the town show: its people, who may work on contracts of others, its
// own contracts, and nothing that is kept for all towns together.
func (t Town) inSight(own func(*record.Contract) bool) *Window {
	s, c := *t.people, *t.people.Cohort
	pilot := *c.Pilot
	pilot.Program.Name, pilot.Program.Municipality = pilot.Program.Name+"（"+t.Name+"）", t.Name
	narrow(&c.Contracts, own)
	c.Budget, c.Surveys, c.Metrics, c.Publications = record.Table[record.Budget]{}, record.Table[record.Survey]{},
		record.Table[record.Metric]{}, record.Table[record.Publication]{}
	c.Pilot, s.Pilot, s.Cohort = &pilot, &pilot, &c
	s.Contracts = Where(s.Contracts, own)
	s.Budget, s.Surveys, s.Metrics, s.Publications = nil, nil, nil, nil
	return &s
}

// only says which part of the hub the town is, for what may be shown outside: what all the others have together follows
// from the hub's own paper, as with a cohort.
func (t Town) only(w *Window) *OneCohort {
	o := &OneCohort{Cohort: Cohort{Key: lang.Key(t.Name), Name: t.Name}, Said: t.Note()}
	for i, other := range Towns(w.Cohort) {
		if other.Name == t.Name {
			o.At = i
		}
		o.Sizes = append(o.Sizes, len(Where(w.OnCycle(), other.lives(w.Cohort))))
	}
	return o
}

// Hub is the window of the whole hub.
func (t Town) Hub() *Window { return t.hub }

// Sight is the window of what lists and charts of the town show.
func (t Town) Sight() *Window { return t.sight }

// lives reports who counts in the town: those who live there, or outside all.
func (t Town) lives(c *cohort.Ledger) func(*record.Participant) bool {
	key := lang.Key(t.Name)
	return func(p *record.Participant) bool {
		if t.Outside || !Resident(p) {
			return t.Outside && !Resident(p)
		}
		return lang.Key(townOf(c, p.Municipality)) == key
	}
}

// undividedPilot is the ledger with settings that are those of the whole left out: targets, grants, inhabitants.
func undividedPilot(c *cohort.Ledger) *cohort.Ledger {
	part, pilot := *c, *c.Pilot
	pilot.Targets, pilot.YearTargets, pilot.Grants, pilot.Program.Population = nil, nil, nil, 0
	part.Pilot = &pilot
	return &part
}

func ofPeople(c *cohort.Ledger, in func(*record.Participant) bool) *cohort.Ledger {
	part := undividedPilot(c)
	ids := map[string]bool{}
	for _, p := range c.Participants.Every() {
		ids[p.ID.Value] = ids[p.ID.Value] || in(p)
	}
	theirs := func(id string) bool { return ids[id] }
	narrow(&part.Participants, in)
	narrow(&part.Trainings, func(t *record.Training) bool { return theirs(t.ParticipantID.Value) })
	narrow(&part.Tasks, func(t *record.Task) bool { return theirs(t.ParticipantID.Value) })
	narrow(&part.Payments, func(p *record.Payment) bool { return theirs(p.ParticipantID.Value) })
	narrow(&part.Support, func(s *record.Support) bool { return theirs(s.ParticipantID.Value) })
	part.Index()
	return part
}

func ofContracts(c *cohort.Ledger, own func(*record.Contract) bool) *cohort.Ledger {
	part := undividedPilot(c)
	narrow(&part.Contracts, own)
	part.Index()
	return part
}

// WindowOf is the window over which a figure of the town is computed: of persons, their work and pay that of its
// people; of contracts, orders and revenue that of its contracts. nil: the hub keeps it for all towns together.
func (t Town) WindowOf(d *Definition) *Window {
	if slices.Contains(d.Needs, schema.Budget) || d.PerInhabitant {
		return nil
	}
	return t.windowOf(d.About, d.Needs)
}

func (t Town) windowOf(about About, needs []schema.Key) *Window {
	switch about {
	case AboutPersons, AboutWork, AboutPay:
		return t.people
	case AboutContracts, AboutRevenue:
		return t.contracts
	case AboutClients: // as far as orders make them
		if slices.Contains(needs, schema.Tasks) {
			return t.contracts
		}
	}
	return nil
}

// Run computes the figures of the town. One that the hub keeps for all towns together has a reason.
func (t Town) Run(defs []Definition, w *Window) []Figure {
	var all []Figure
	for _, d := range Expanded(defs, w) {
		at := t.WindowOf(&d)
		if at == nil {
			all = append(all, Figure{ID: d.ID, Title: d.Title, Unit: d.Unit, Better: d.Better, Class: d.Class,
				About: d.About, Counts: d.Counts, Reason: together, Lacking: true})
			continue
		}
		f := Run([]Definition{d}, at)[0]
		if other := t.windowOf(f.About, d.Needs); other != nil && other != at { // the settings say what it counts
			f = Run([]Definition{d}, other)[0]
		}
		all = append(all, f)
	}
	return all
}

var together = lang.Text{JA: "予算・満足度・伴走などは自治体ごとに分けて記録されていないため、1つの自治体については計算できません",
	EN: "cannot be said of one municipality: budget, answers and support are not kept by municipality"}

// Note says what a town's figures are of.
func (t Town) Note() lang.Text {
	return lang.Text{
		JA: "「" + t.Name + "」の数字です。人・作業・報酬は住んでいる自治体、案件・売上は契約した自治体で数えています。" +
			"予算など分けて記録されていないもの、全体の目標と交付金は載せていません",
		EN: "Figures of " + t.Name + ": people, work and pay by where they live, contracts and revenue by where they were " +
			"contracted; what is not kept by municipality (budget), targets and grants are left out",
	}
}

// People is the window of the people of the town.
func (t Town) People() *Window { return t.people }
