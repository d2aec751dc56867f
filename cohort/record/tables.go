package record

import "slices"

// Tables is every record of a ledger, table by table.
type Tables struct {
	Participants Table[Participant]
	Trainings    Table[Training]
	Clients      Table[Client]
	Contracts    Table[Contract]
	Tasks        Table[Task]
	Payments     Table[Payment]
	Invoices     Table[Invoice]
	Support      Table[Support]
	Surveys      Table[Survey]
	Budget       Table[Budget]
	Metrics      Table[Metric]
	Publications Table[Publication]

	participants map[string]*Participant
	clients      map[string]*Client
	contracts    map[string]*Contract
}

// Table is all records of one table of the schema.
type Table[T any] struct {
	Present  bool      // the ledger has the sheet; false makes its figures "no data"
	Sources  []*Source // one for each sheet that was read, in reading order
	Rows     []*T      // rows the figures use, in reading order
	Excluded []*T      // rows with an error finding, parsed as far as they could be
	Derived  bool      // no sheet holds it: its records were made from those of another table
}

// Has reports whether any source of the table has the column (schema key, e.g. "paid_date").
func (t *Table[T]) Has(column string) bool {
	return slices.ContainsFunc(t.Sources, func(s *Source) bool { return s.column(column) != nil })
}

// Lacking returns the sources with records but without the column (schema key) that another
// source of the table has: their records count as blank in it. When no source has the column it
// returns none; see Has.
func (t *Table[T]) Lacking(column string) []*Source { return lacking(t.Sources, column) }

// Every returns all rows of the table, used or excluded, in reading order.
func (t *Table[T]) Every() []*T {
	if len(t.Excluded) == 0 {
		return t.Rows
	}
	return t.inOrder(slices.Concat(t.Rows, t.Excluded))
}

// inOrder sorts rows by source, in the order the sources were read, and by row.
func (t *Table[T]) inOrder(rows []*T) []*T {
	rank := make(map[*Source]int, len(t.Sources))
	for i, s := range t.Sources {
		rank[s] = i
	}
	slices.SortStableFunc(rows, func(a, b *T) int {
		p, q := any(a).(Record).At(), any(b).(Record).At()
		if p.Source != q.Source {
			return rank[p.Source] - rank[q.Source]
		}
		return p.Number - q.Number
	})
	return rows
}

// part moves the rows with a key among those given from Rows to Excluded.
func (t *Table[T]) part(rows map[RowKey]bool) {
	var kept []*T
	for _, r := range t.Rows {
		if rows[any(r).(Record).At().Key()] {
			t.Excluded = append(t.Excluded, r)
			continue
		}
		kept = append(kept, r)
	}
	t.Rows = kept
	t.Excluded = t.inOrder(t.Excluded)
}

// Index prepares the lookups by id: the first of the rows that the figures use, or else of those
// that an error excludes.
func (all *Tables) Index() {
	all.participants = byID(&all.Participants, ParticipantID)
	all.clients = byID(&all.Clients, ClientID)
	all.contracts = byID(&all.Contracts, ContractID)
}

func byID[T any](t *Table[T], of func(*T) Field[string]) map[string]*T {
	found := make(map[string]*T, len(t.Rows))
	for _, rows := range [][]*T{t.Rows, t.Excluded} {
		for _, r := range rows {
			if f := of(r); f.Known && found[f.Value] == nil {
				found[f.Value] = r
			}
		}
	}
	return found
}

// Participant returns the participant with the id, or nil: of the rows that the figures use, or
// else of those that an error excludes.
func (all *Tables) Participant(id string) *Participant { return all.participants[id] }

// Contract returns the contract with the id, or nil, as Participant does.
func (all *Tables) Contract(id string) *Contract { return all.contracts[id] }

// Client returns the client with the id, or nil, as Participant does.
func (all *Tables) Client(id string) *Client { return all.clients[id] }
