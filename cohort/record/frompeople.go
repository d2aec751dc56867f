package record

import (
	"pilot90/cohort/schema"
)

// DerivePeople makes the participants of a ledger without a sheet of them from the work that the figures use: each
// name, or id, is one person. Nothing else is known of them: no start, no residence, no exit.
func (all *Tables) DerivePeople() {
	people := &all.Participants
	if people.Present || !all.Tasks.Present {
		return
	}
	people.Present, people.Derived = true, true
	sources, byKey := map[*Source]*Source{}, map[string]*Participant{}
	for _, t := range all.Tasks.Rows {
		if !t.ParticipantID.Known {
			continue
		}
		key := personKey(t.ParticipantID.Value)
		if byKey[key] == nil {
			if sources[t.Source] == nil {
				sources[t.Source] = derivedSource(schema.Participants, t.Source, "participant_id")
				sources[t.Source].named = IsName(t.ParticipantID.Value)
				people.Sources = append(people.Sources, sources[t.Source])
			}
			byKey[key] = personOf(t, sources[t.Source])
			people.Rows = append(people.Rows, byKey[key])
		}
		t.Participant, t.ParticipantID.Value = byKey[key], key
	}
	for _, t := range all.Trainings.Rows {
		joinPerson(&t.Participant, &t.ParticipantID, byKey)
	}
	for _, s := range all.Support.Rows {
		joinPerson(&s.Participant, &s.ParticipantID, byKey)
	}
}

// personOf makes a participant of the first work of a person; it stands in that row.
func personOf(t *Task, from *Source) *Participant {
	p := &Participant{Row: t.Row, ID: keyField(t.ParticipantID, personKey(t.ParticipantID.Value))}
	p.Source = from
	if IsName(t.ParticipantID.Value) {
		p.Name = t.ParticipantID
	}
	p.fillIn()
	return p
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
