package rule

import (
	"maps"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/record"
)

// lostIDs are ids that rows name and the table does not have, where the table has at least as many
// rows whose own id could not be read: they are most likely theirs. The one fault is then at the
// row without an id, not at each row that names it.
type lostIDs struct {
	ids map[string]bool
	row record.Record // the first row without an id
	id  record.Field[string]
}

// has reports whether the id is lost rather than unknown.
func (l lostIDs) has(id record.Field[string]) bool { return l.ids[id.Value] }

// key is the row without an id; the zero key when there are no lost ids.
func (l lostIDs) key() record.RowKey {
	if len(l.ids) == 0 {
		return record.RowKey{}
	}
	return l.row.At().Key()
}

// lost looks for lost ids among the references that lead to no row. An id that resembles one of the
// table, or is a name, is misspelt.
func lost[T any, P record.RecordOf[T]](t *record.Table[T], of, name func(*T) record.Field[string],
	references []record.Field[string]) lostIDs {
	l := lostIDs{ids: map[string]bool{}}
	rows := 0
	for _, r := range t.Every() {
		if id := of(r); !id.Known {
			if rows++; rows == 1 {
				l.row, l.id = P(r), id
			}
		}
	}
	if rows == 0 {
		return l
	}
	for _, f := range references {
		if l.ids[f.Value] {
			continue
		}
		if alike, _ := similar[T, P](t, f.Value, of); len(alike) > 0 || named[T, P](t, f.Value, name) != nil {
			continue
		}
		if l.ids[f.Value] = true; len(l.ids) > rows {
			return lostIDs{}
		}
	}
	return l
}

// lostParticipants, lostClients and lostContracts are the lost ids of the tables that others refer to.
func lostParticipants(all *record.Tables) lostIDs {
	var unknown []record.Field[string]
	add := func(id record.Field[string], p *record.Participant) {
		if id.Known && p == nil {
			unknown = append(unknown, id)
		}
	}
	for _, r := range all.Trainings.Every() {
		add(r.ParticipantID, r.Participant)
	}
	for _, r := range all.Tasks.Every() {
		add(r.ParticipantID, r.Participant)
	}
	for _, r := range all.Payments.Every() {
		add(r.ParticipantID, r.Participant)
	}
	for _, r := range all.Support.Every() {
		add(r.ParticipantID, r.Participant)
	}
	return lost[record.Participant](&all.Participants, record.ParticipantID, record.ParticipantName, unknown)
}

func lostClients(all *record.Tables) lostIDs {
	var unknown []record.Field[string]
	for _, r := range all.Contracts.Every() {
		if r.ClientID.Known && r.Client == nil {
			unknown = append(unknown, r.ClientID)
		}
	}
	return lost[record.Client](&all.Clients, record.ClientID, record.ClientName, unknown)
}

func lostContracts(all *record.Tables) lostIDs {
	var unknown []record.Field[string]
	for _, r := range all.Tasks.Every() {
		if r.ContractID.Known && r.Contract == nil {
			unknown = append(unknown, r.ContractID)
		}
	}
	return lost[record.Contract](&all.Contracts, record.ContractID, record.ContractTitle, unknown)
}

// followLost excludes the row r when the id that it names is lost.
func (k *consequences) followLost(l lostIDs, r record.Record, reference record.Field[string]) {
	if l.has(reference) {
		follow(k, l.row, l.id, r, reference)
	}
}

// lostWith is the message of the row without an id that others are thought to name.
func lostWith(ids map[string]bool, rows int) lang.Text {
	list := strings.Join(slices.Sorted(maps.Keys(ids)), "、")
	return lang.Sayf("この行の番号が読めないため、この番号とみられる「%[1]s」を使っている%[2]d行も外しています。",
		"The id of this row cannot be read. The %[2]d rows that use “%[1]s”, which is probably its id, are left out too.",
		lang.Quote(list), rows)
}
