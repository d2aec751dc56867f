package record

import (
	"pilot90/cohort/schema"
)

// DerivePeople makes the participants of a ledger without a sheet of them from the work and the payments that the
// figures use: each name, or id, is one person. Nothing else is known of them: no start, no residence, no exit.
func (all *Tables) DerivePeople() {
	people := &all.Participants
	if people.Present || !all.Tasks.Present {
		return
	}
	people.Present, people.Derived = true, true
	d := derivedPeople{table: people, sources: map[*Source]*Source{}, byKey: map[string]*Participant{}}
	for _, t := range all.Tasks.Rows {
		t.Participant = d.person(t.Row, &t.ParticipantID)
	}
	for _, p := range all.Payments.Rows {
		p.Participant = d.person(p.Row, &p.ParticipantID)
	}
	for _, t := range all.Trainings.Rows {
		joinPerson(&t.Participant, &t.ParticipantID, d.byKey)
	}
	for _, s := range all.Support.Rows {
		joinPerson(&s.Participant, &s.ParticipantID, d.byKey)
	}
}

// derivedPeople are the people that were met so far.
type derivedPeople struct {
	table   *Table[Participant]
	sources map[*Source]*Source // of the sheet that names people -> the one that their records have
	byKey   map[string]*Participant
}

// person returns the participant whom a row names; nil for a row that names nobody. The record of a person stands in
// the first row that does.
func (d *derivedPeople) person(row Row, id *Field[string]) *Participant {
	if !id.Known {
		return nil
	}
	key := personKey(id.Value)
	if d.byKey[key] == nil {
		p := &Participant{Row: row, ID: keyField(*id, key)}
		p.Source = d.source(row.Source, id.Value)
		if IsName(id.Value) {
			p.Name = *id
		}
		p.fillIn()
		d.byKey[key] = p
		d.table.Rows = append(d.table.Rows, p)
	}
	id.Value = key
	return d.byKey[key]
}

// source is that of the people whom a sheet names first.
func (d *derivedPeople) source(of *Source, name string) *Source {
	if d.sources[of] == nil {
		d.sources[of] = derivedSource(schema.Participants, of, "participant_id")
		d.sources[of].named = IsName(name)
		d.table.Sources = append(d.table.Sources, d.sources[of])
	}
	return d.sources[of]
}

// personKey is the form in which names of persons, or ids, are one.
func personKey(text string) string {
	if IsName(text) {
		return NameKey(text)
	}
	return text
}

func joinPerson(to **Participant, id *Field[string], people map[string]*Participant) {
	if p := people[personKey(id.Value)]; *to == nil && id.Known && p != nil {
		*to, id.Value = p, p.ID.Value
	}
}
