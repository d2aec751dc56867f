package record

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/schema"
)

// DeriveContracts makes the contracts of a ledger without a sheet of them from the work that the figures use, where
// the log names them. A contract begins with its first work, at the latest; its term, price and place are unknown.
func (all *Tables) DeriveContracts() {
	jobs := all.Jobs()
	if len(jobs) == 0 {
		return
	}
	contracts, clients := &all.Contracts, NewRegister(all)
	contracts.Present, contracts.Derived = true, true
	sources := all.contractSources()
	apart := map[*Task]bool{}
	for _, t := range all.Tasks.Excluded {
		apart[t] = true
	}
	for _, work := range jobs {
		used := slices.DeleteFunc(slices.Clone(work), func(t *Task) bool { return apart[t] })
		if len(used) == 0 {
			continue
		}
		k := contractOf(used, sources[used[0].Source])
		clients.client(&k.Client, &k.ClientID)
		contracts.Rows = append(contracts.Rows, k)
		for _, t := range work {
			t.Contract = k
		}
	}
	all.tellContractsApart()
	for _, t := range slices.Concat(jobs...) {
		if t.Contract != nil {
			t.ContractID.Value = t.Contract.ID.Value
		}
	}
	all.linkMoney()
}

// contractSources gives the contracts the logs that name them as sources, with the columns that these have: those of
// the table, and of rows that came from another ledger (Mix).
func (all *Tables) contractSources() map[*Source]*Source {
	columns := []string{"contract_id", "title"}
	for _, c := range []string{"client_id", "kind"} {
		if all.Tasks.Has(c) {
			columns = append(columns, c)
		}
	}
	sources := map[*Source]*Source{}
	add := func(s *Source) {
		if s.jobs && sources[s] == nil {
			sources[s] = derivedSource(schema.Contracts, s, columns...)
			all.Contracts.Sources = append(all.Contracts.Sources, sources[s])
		}
	}
	for _, s := range all.Tasks.Sources {
		add(s)
	}
	for _, t := range all.Tasks.Every() {
		add(t.Source)
	}
	return sources
}

// contractOf makes a contract of the work on it; it stands in the first row of that work.
func contractOf(work []*Task, from *Source) *Contract {
	k := &Contract{Row: work[0].Row, ID: keyField(work[0].Title, TitleKey(work[0].Title.Value)), Title: work[0].Title}
	k.Source = from
	for _, t := range work {
		if !k.ClientID.Known && t.ClientID.Known {
			k.ClientID = keyField(t.ClientID, ClientKey(t.ClientID.Value))
		}
		if !k.Kind.Known {
			k.Kind = t.Kind
		}
		if t.Date.Known && (!k.StartDate.Known || t.Date.Value < k.StartDate.Value) {
			k.StartDate = Field[cell.Day]{Value: t.Date.Value, Known: true, Col: t.Date.Col, Text: t.Date.Text}
		}
	}
	return k
}

// job is what tells the contracts that a log names apart, as keys.
type job struct{ client, title string }

// Jobs returns the work of each contract that a log names, in reading order; none in a ledger with a sheet of
// contracts. Work without a client is that of the only client of its title.
func (all *Tables) Jobs() [][]*Task {
	var jobs [][]*Task
	at, clients := map[job]int{}, map[string]string{}
	named := slices.DeleteFunc(slices.Clone(all.Tasks.Every()), func(t *Task) bool {
		return all.Contracts.Present || !t.Source.jobs || !t.Title.Known
	})
	for _, t := range named {
		title, client := TitleKey(t.Title.Value), ClientKey(t.ClientID.Value)
		if before, known := clients[title]; client != "" && known && before != client {
			clients[title] = ""
		} else if client != "" && !known {
			clients[title] = client
		}
	}
	for _, t := range named {
		key := job{ClientKey(t.ClientID.Value), TitleKey(t.Title.Value)}
		if key.client == "" {
			key.client = clients[key.title]
		}
		i, known := at[key]
		if !known {
			i, at[key] = len(jobs), len(jobs)
			jobs = append(jobs, nil)
		}
		jobs[i] = append(jobs[i], t)
	}
	return jobs
}
