package record

// Link points every record at the records it names by id, where the reader has not done so.
// Of rows with the same id the first counts.
func (all *Tables) Link() {
	people := NewRoster(all)
	clients := firstWith(&all.Clients, ClientID)
	contracts := firstWith(&all.Contracts, ContractID)
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

// ParticipantID, ClientID and ContractID name the id column of the tables that others refer to.
func ParticipantID(p *Participant) Field[string] { return p.ID }
func ClientID(p *Client) Field[string]           { return p.ID }
func ContractID(p *Contract) Field[string]       { return p.ID }

// ParticipantName, ClientName and ContractTitle name the column by which people call them.
func ParticipantName(p *Participant) Field[string] { return p.Name }
func ClientName(c *Client) Field[string]           { return c.Name }
func ContractTitle(c *Contract) Field[string]      { return c.Title }
