package record

import "pilot90/cohort/lang"

// Link points every record at the records it names by id or name, where the reader has not done so.
// Of rows with the same id the first counts.
func (all *Tables) Link() {
	clients := NewRegister(all)
	for _, r := range all.Contracts.Every() {
		clients.client(&r.Client, &r.ClientID)
	}
	all.tellApart()
	people, contracts := NewRoster(all), NewRegister(all)
	for _, r := range all.Contracts.Every() {
		r.Renewed = contracts.renewed(r)
	}
	contracts.titlesForIDs(&all.Tasks)
	for _, r := range all.Trainings.Every() {
		attachPerson(&r.Participant, people, &r.ParticipantID, r.Cohort)
	}
	for _, r := range all.Support.Every() {
		attachPerson(&r.Participant, people, &r.ParticipantID, r.Cohort)
	}
	for _, r := range all.Tasks.Every() {
		attachPerson(&r.Participant, people, &r.ParticipantID, r.Cohort)
		contracts.contract(&r.Contract, &r.ContractID, r.ClientID, r.Date)
	}
	for _, r := range all.Payments.Every() {
		attachPerson(&r.Participant, people, &r.ParticipantID, r.Cohort)
	}
	all.linkMoney()
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

// attachPerson points a record at the participant that it names by id or by name: the id is put in
// the place of the name, and what was typed stays the field's text (see C241). Of two people of one name it is the
// one of the cohort that the record names.
func attachPerson(to **Participant, people *roster, id *Field[string], cohort Field[string]) {
	if *to != nil || !id.Known {
		return
	}
	if *to = people.byID[id.Value]; *to != nil {
		return
	}
	p := people.person(id.Value)
	if p == nil && cohort.Known {
		p = people.byCohort[twin{NameKey(id.Value), lang.Compact(cohort.Value)}]
	}
	if p != nil {
		*to, id.Value = p, p.ID.Value
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
