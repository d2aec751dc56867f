package record

import (
	"fmt"
	"strings"
	"unicode"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// TitleKey is the form in which titles of contracts are one: NFKC without spaces.
func TitleKey(s string) string { return lang.Compact(s) }

// ClientKey is the form in which names of clients are one: ㈱, （株） and 株式会社 are the same.
func ClientKey(s string) string { return cell.ClientKey(s) }

// IsName reports a text that is a name rather than an id.
func IsName(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return r >= '\u2e80' && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
	})
}

// byName lets the names of a sheet stand for the ids that it has no column of.
func (s *Source) byName() {
	t := schema.ByKey(s.Table)
	for i, c := range t.Columns {
		if c.ByName == "" || s.columns[i].present {
			continue
		}
		if names := s.columns[t.Index(c.ByName)]; names.col > 0 {
			s.columns[i], s.named = names, true
		}
	}
}

// nameKeys gives a record of a sheet without ids its name as id.
func nameKeys(r Record) {
	if !r.At().Source.named {
		return
	}
	switch r := r.(type) {
	case *Participant:
		r.ID = keyField(r.Name, lang.Compact(r.Name.Value))
	case *Client:
		r.ID = keyField(r.Name, ClientKey(r.Name.Value))
	case *Contract:
		r.ID = keyField(r.Title, TitleKey(r.Title.Value))
	}
}

// keyField is a name as a key; what was typed stays its text.
func keyField(name Field[string], key string) Field[string] {
	return Field[string]{Value: key, Known: name.Known && key != "", Col: name.Col, Text: name.Text}
}

// tellApart gives the records that have names for ids, and share them, ids of their own: people by their
// cohort, contracts by client and then by start. Two contracts that agree in all three stay alike (C201).
func (all *Tables) tellApart() {
	apart(all.Participants.Every(), ParticipantID, func(p *Participant, n int) string {
		if p.Cohort.Known {
			return fmt.Sprintf("%s(%s)", lang.Compact(p.Name.Value), lang.Compact(p.Cohort.Value))
		}
		return fmt.Sprintf("%s(%d)", lang.Compact(p.Name.Value), n)
	}, func(p *Participant) *Field[string] { return &p.ID })
	apart(all.Participants.Every(), ParticipantID, func(p *Participant, n int) string {
		return fmt.Sprintf("%s-%d", p.ID.Value, n)
	}, func(p *Participant) *Field[string] { return &p.ID })
	all.tellContractsApart()
}

func (all *Tables) tellContractsApart() {
	id := func(c *Contract) *Field[string] { return &c.ID }
	apart(all.Contracts.Every(), ContractID, func(c *Contract, _ int) string {
		return strings.TrimSpace(c.ClientID.Value + " " + TitleKey(c.Title.Value))
	}, id)
	apart(all.Contracts.Every(), ContractID, func(c *Contract, _ int) string {
		return strings.TrimSpace(c.ID.Value + " " + DateText(c.StartDate))
	}, id)
}

// apart renames the records that have a name for an id and share it; n counts them from 1.
func apart[T any](rows []*T, of func(*T) Field[string], name func(r *T, n int) string, at func(*T) *Field[string]) {
	same := map[string][]*T{}
	for _, r := range rows {
		if id := of(r); id.Known && any(r).(Record).At().Source.named {
			same[id.Value] = append(same[id.Value], r)
		}
	}
	for _, r := range rows {
		twins := same[of(r).Value]
		if len(twins) < 2 {
			continue
		}
		delete(same, of(r).Value)
		for i, twin := range twins {
			at(twin).Value = name(twin, i+1)
		}
	}
}

// NamedByName reports a record whose id is its name: it is shown to nobody outside the hub.
func (p *Participant) NamedByName() bool {
	return p.Source.named || p.Name.Known && NameKey(p.ID.Value) == NameKey(p.Name.Value)
}

// termAt reports whether a day lies in the term of a contract.
func termAt(c *Contract, d Field[cell.Day]) bool {
	return d.Known && (!c.StartDate.Known || c.StartDate.Value <= d.Value) &&
		(!c.EndDate.Known || d.Value <= c.EndDate.Value)
}
