package record

import "pilot90/cohort/schema"

// derivedSource is the source of a table that no sheet holds, with the columns (schema keys) that its records have.
func derivedSource(key schema.Key, from *Source, columns ...string) *Source {
	t := schema.ByKey(key)
	s := &Source{Table: key, File: from.File, Sheet: from.Sheet, Headings: from.Headings,
		heading: from.heading, columns: make([]sourceColumn, len(t.Columns)), named: true}
	for _, c := range columns {
		s.columns[t.Index(c)].present = true
	}
	return s
}

// DeriveClients makes the clients of a ledger without a clients sheet from the contracts that the figures use,
// where their sheet says where the clients are or of what sort. Their cells are those of the contracts: of one
// client's the first that are filled in.
func (all *Tables) DeriveClients() {
	if all.Clients.Present || len(all.Contracts.Rows) == 0 || !all.Contracts.Has("region") &&
		!all.Contracts.Has("sector") {
		return
	}
	clients := &all.Clients
	clients.Present, clients.Derived = true, true
	columns := []string{"client_id", "name"}
	for _, c := range []string{"region", "sector"} {
		if all.Contracts.Has(c) {
			columns = append(columns, c)
		}
	}
	clients.Sources = []*Source{derivedSource(schema.Clients, all.Contracts.Sources[0], columns...)}
	byID := map[string]*Client{}
	for _, c := range all.Contracts.Rows {
		if !c.ClientID.Known {
			continue
		}
		client := byID[c.ClientID.Value]
		if client == nil {
			client = &Client{Row: c.Row, ID: c.ClientID, Name: c.ClientID}
			byID[c.ClientID.Value] = client
			clients.Rows = append(clients.Rows, client)
		}
		client.fillFrom(c)
		c.Client = client
	}
}

// fillFrom takes from a contract what is not yet known of its client, with the row that its cells stand in.
func (c *Client) fillFrom(k *Contract) {
	if !c.Region.Known && k.Region.Known {
		c.Row, c.ID, c.Region = k.Row, k.ClientID, k.Region
	}
	if !c.Sector.Known && k.Sector.Known && (c.Row.Key() == k.Row.Key() || !c.Region.Known) {
		c.Row, c.ID, c.Sector = k.Row, k.ClientID, k.Sector
	} else if !c.Sector.Known {
		c.Sector = Field[string]{Value: k.Sector.Value, Known: k.Sector.Known, Text: k.Sector.Text}
	}
}
