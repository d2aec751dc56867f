package block

import (
	"slices"

	"pilot90/cohort/record"
)

// unbegun reports a ledger in which nothing tells that anybody has begun: no start of anybody's and no work. Its people
// are on a roster, and may be those who are to come.
func (e *Env) unbegun() bool {
	people := &e.Cohort.Participants
	begun := func(p *record.Participant) bool { return p.StartDate.Known }
	return len(people.Rows) > 0 && !slices.ContainsFunc(people.Rows, begun) &&
		!slices.ContainsFunc(people.Excluded, begun) && len(e.Cohort.Tasks.Rows)+len(e.Cohort.Tasks.Excluded) == 0
}

// rosterWords says of so many people that no more than their names is known, politely where the paper is.
func (e *Env) rosterWords(people int, polite bool) string {
	ja := "名簿に" + e.persons(people) + "がいる。始めた日と作業の記録は、まだない。"
	if polite {
		ja = "名簿に" + e.persons(people) + "がいます。始めた日と作業の記録は、まだありません。"
	}
	return e.Words(ja, plural(people, "person is", "people are")+" on the roster. No start and no work are recorded yet.")
}
