package cohort

import (
	"slices"
	"strings"
	"sync"

	"pilot90/cohort/finding"
	"pilot90/cohort/sheet"
)

// Assemble turns the books of a ledger into a checked cohort: tables are found, records built,
// rules applied. findings are those that reading the files has made.
func Assemble(books []*sheet.Book, pilot *Pilot, opt LoadOptions, findings []finding.Finding) (*Cohort, Clock) {
	clock := newClock(opt, pilot.Period)
	c := &Cohort{Pilot: pilot, Findings: findings}
	if clock.From > clock.AsOf {
		c.Findings = append(c.Findings, periodAhead(pilot, clock))
	}
	books, copies := withoutAnnotated(books)
	c.Findings = append(c.Findings, copies...)
	p := plan(books, pilot, ledgerName(books), slices.ContainsFunc(findings, refusesFile))
	parts := p.dropDoubles(buildAll(p.tables))
	c.Findings = append(c.Findings, p.findings...)
	for _, part := range parts {
		part.add(c)
		c.Findings = append(c.Findings, part.findings...)
	}
	c.Findings = append(c.Findings, unevenTables(parts)...)
	c.Findings = append(c.Findings, columnsNowhere(parts)...)
	for _, b := range books {
		in := Input{File: b.File, SHA256: b.SHA256}
		for _, part := range parts {
			if s := part.sources[0]; s.File == b.File {
				in.Sheets = append(in.Sheets, InputSheet{Key: s.Table, Sheet: s.Sheet})
			}
		}
		c.Inputs = append(c.Inputs, in)
	}
	checkRules(c, clock)
	c.index()
	return c, clock
}

// refusesFile reports a finding of a file that was not read.
func refusesFile(f finding.Finding) bool {
	return f.Severity == finding.Error && strings.HasPrefix(f.Code, "C30")
}

// index prepares the lookups by id: the first of the rows that the figures use, or else of those
// that an error excludes.
func (c *Cohort) index() {
	c.participants = byID(&c.Participants, participantID)
	c.clients = byID(&c.Clients, clientID)
	c.contracts = byID(&c.Contracts, contractID)
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

// ledgerName is what findings about the whole ledger name: its only file, or nothing.
func ledgerName(books []*sheet.Book) string {
	if len(books) == 1 {
		return books[0].File
	}
	return ""
}

// buildAll builds the tables at the same time and returns them in the order they were found.
func buildAll(tables []*foundTable) []tableParts {
	parts := make([]tableParts, len(tables))
	var wg sync.WaitGroup
	for i, t := range tables {
		wg.Go(func() { parts[i] = t.build() })
	}
	wg.Wait()
	return parts
}

// Participant returns the participant with the id, or nil: of the rows that the figures use, or
// else of those that an error excludes.
func (c *Cohort) Participant(id string) *Participant { return c.participants[id] }

// Contract returns the contract with the id, or nil, as Participant does.
func (c *Cohort) Contract(id string) *Contract { return c.contracts[id] }

// Client returns the client with the id, or nil, as Participant does.
func (c *Cohort) Client(id string) *Client { return c.clients[id] }
