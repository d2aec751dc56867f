package cohort

// link points every record at the records it names by id, where the reader has not done so.
// Of rows with the same id the first counts.
func (all *Records) link() {
	people := newRoster(all)
	clients := firstWith(&all.Clients, clientID)
	contracts := firstWith(&all.Contracts, contractID)
	for _, r := range all.Trainings.Every() {
		attachPerson(&r.Participant, people, &r.ParticipantID)
	}
	for _, r := range all.Support.Every() {
		attachPerson(&r.Participant, people, &r.ParticipantID)
	}
	for _, r := range all.Contracts.Every() {
		attach(&r.Client, clients, r.ClientID)
	}
	for _, r := range all.Tasks.Every() {
		attachPerson(&r.Participant, people, &r.ParticipantID)
		attach(&r.Contract, contracts, r.ContractID)
	}
}

// firstWith maps ids to the first row that has them.
func firstWith[T any](t *Table[T], id func(*T) Field[string]) map[string]*T {
	byID := map[string]*T{}
	for _, r := range t.Every() {
		if f := id(r); f.Known && byID[f.Value] == nil {
			byID[f.Value] = r
		}
	}
	return byID
}

func attach[T any](to **T, byID map[string]*T, id Field[string]) {
	if *to == nil && id.Known {
		*to = byID[id.Value]
	}
}

// attachPerson is attach for participants, whom people also call by their name: the id is put in
// its place, and what was typed stays the field's text (see C241).
func attachPerson(to **Participant, people *roster, id *Field[string]) {
	if *to != nil || !id.Known {
		return
	}
	if *to = people.byID[id.Value]; *to == nil {
		if p := people.person(id.Value); p != nil {
			*to, id.Value = p, p.ID.Value
		}
	}
}

// participantID, clientID and contractID name the id column of the tables that others refer to.
func participantID(p *Participant) Field[string] { return p.ID }
func clientID(p *Client) Field[string]           { return p.ID }
func contractID(p *Contract) Field[string]       { return p.ID }

// participantName, clientName and contractTitle name the column by which people call them.
func participantName(p *Participant) Field[string] { return p.Name }
func clientName(c *Client) Field[string]           { return c.Name }
func contractTitle(c *Contract) Field[string]      { return c.Title }
