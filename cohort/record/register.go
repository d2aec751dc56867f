package record

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
)

// Register finds clients and contracts by what people write for them: the id or the name.
type Register struct {
	clients   map[string]*Client
	contracts map[string]*Contract
	byName    map[string][]*Client   // by ClientKey
	byTitle   map[string][]*Contract // by TitleKey
}

// NewRegister indexes every row of the clients and contracts sheets; of rows with the same id the first counts.
func NewRegister(all *Tables) *Register {
	r := &Register{clients: firstWith(&all.Clients, ClientID), contracts: firstWith(&all.Contracts, ContractID),
		byName: map[string][]*Client{}, byTitle: map[string][]*Contract{}}
	for _, c := range all.Clients.Every() {
		if c.Name.Known && c.ID.Known {
			key := ClientKey(c.Name.Value)
			r.byName[key] = append(r.byName[key], c)
		}
	}
	for _, c := range all.Contracts.Every() {
		if c.Title.Known && c.ID.Known {
			key := TitleKey(c.Title.Value)
			r.byTitle[key] = append(r.byTitle[key], c)
		}
	}
	return r
}

// client points a record at the client that it names, and puts the client's id in place of the name.
func (r *Register) client(to **Client, id *Field[string]) {
	if *to != nil || !id.Known {
		return
	}
	if *to = r.clients[id.Value]; *to == nil {
		if named := r.byName[ClientKey(id.Value)]; len(named) == 1 {
			*to = named[0]
		}
	}
	switch {
	case *to != nil:
		id.Value = (*to).ID.Value
	case len(r.clients) == 0 && IsName(id.Value):
		id.Value = ClientKey(id.Value)
	}
}

// Titled returns the contracts that a title can mean: those of the client, where one is given, and of
// several terms the one that holds the day.
func (r *Register) Titled(title string, client Field[string], day Field[cell.Day]) []*Contract {
	found := r.byTitle[TitleKey(title)]
	if client.Known && len(found) > 0 {
		found = slices.DeleteFunc(slices.Clone(found), func(c *Contract) bool { return !r.sameClient(c, client.Value) })
	}
	if len(found) < 2 || !sameTerms(found) {
		return found
	}
	return found[termOf(found, day):][:1]
}

// termOf returns which of several terms a day belongs to: the one that holds it, else the last that began
// before it, else the first.
func termOf(terms []*Contract, day Field[cell.Day]) int {
	if i := slices.IndexFunc(terms, func(c *Contract) bool { return termAt(c, day) }); i >= 0 {
		return i
	}
	last := 0
	for i, c := range terms {
		if day.Known && c.StartDate.Known && c.StartDate.Value <= day.Value {
			last = i
		}
	}
	return last
}

// renewed returns the row that a contract names as the one it renews, by id or by title: of the rows of a title the
// last that begins before it. It is nil where there is none.
func (r *Register) renewed(k *Contract) *Contract {
	if !k.Renews.Known {
		return nil
	}
	if before := r.contracts[k.Renews.Value]; before != nil && (!before.Source.named || before != k) {
		return before
	}
	var found *Contract
	for _, before := range r.byTitle[TitleKey(k.Renews.Value)] {
		if before == k || k.ClientID.Known && !r.sameClient(before, k.ClientID.Value) ||
			k.StartDate.Known && before.StartDate.Value >= k.StartDate.Value {
			continue
		}
		if found == nil || before.StartDate.Value > found.StartDate.Value {
			found = before
		}
	}
	return found
}

// sameClient reports whether a text names the client of a contract.
func (r *Register) sameClient(c *Contract, text string) bool {
	if c.ClientID.Value == text || ClientKey(c.ClientID.Value) == ClientKey(text) {
		return true
	}
	return c.Client != nil && c.Client.Name.Known && ClientKey(c.Client.Name.Value) == ClientKey(text)
}

// sameTerms reports contracts that are all of one client: terms of one piece of business.
func sameTerms(found []*Contract) bool {
	return !slices.ContainsFunc(found, func(c *Contract) bool { return c.ClientID.Value != found[0].ClientID.Value })
}

// contract points a record at the contract that it names by id, or by title where only one has it, and puts
// the contract's id in place of the title.
func (r *Register) contract(to **Contract, id *Field[string], client Field[string], day Field[cell.Day]) {
	if *to != nil || !id.Known {
		return
	}
	if *to = r.contracts[id.Value]; *to != nil && !(*to).Source.named {
		return
	}
	if found := r.Titled(id.Value, client, day); len(found) == 1 {
		*to, id.Value = found[0], found[0].ID.Value
	}
}

// titlesContracts reports a heading of titles that may be those of contracts: 案件名, 業務名, but not 作業名; with or
// without the heading of its group, as in 作業 案件名.
func (s *Source) titlesContracts(col int) bool {
	return layout.TitlesContracts(s.Headings[col])
}

// titlesForIDs lets the titles of a log without a column of contract ids stand for them, where its heading is one
// of titles of contracts and at least half of them are, or no sheet holds contracts.
func (r *Register) titlesForIDs(t *Table[Task]) {
	titles, known := map[*Source]map[string]bool{}, map[*Source]int{}
	for _, task := range t.Every() {
		s := task.Source
		if !task.Title.Known || s.column("contract_id") != nil || !s.titlesContracts(task.Title.Col) {
			continue
		}
		key := TitleKey(task.Title.Value)
		if titles[s][key] {
			continue
		}
		if titles[s] == nil {
			titles[s] = map[string]bool{}
		}
		titles[s][key] = true
		if len(r.byTitle[key]) > 0 {
			known[s]++
		}
	}
	named := map[*Source]bool{}
	for s, all := range titles {
		if named[s] = s.jobs || known[s] > 0 && known[s]*2 >= len(all); named[s] {
			s.standIn("contract_id", "title")
		}
	}
	for _, task := range t.Every() {
		if named[task.Source] && !task.ContractID.Known {
			task.ContractID = keyField(task.Title, TitleKey(task.Title.Value))
		}
	}
}

// standIn lets one column of the sheet count as another that it has not.
func (s *Source) standIn(id, name string) {
	t := schema.ByKey(s.Table)
	s.columns[t.Index(id)] = s.columns[t.Index(name)]
}
