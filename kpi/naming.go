package kpi

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/record"
)

// Naming returns what tells whether a text that somebody typed names a person, a client or an id of the ledger, or
// anybody at all: a firm by its form (株式会社), a person by the title (田中さん). The name of the municipality itself is
// no secret. A text may name nobody and be taken to: then an edition says less. A window of a part of the ledger knows
// the names of all.
func (w *Window) Naming() func(text string) bool {
	if w.names != nil {
		return w.names
	}
	var words []string
	own := firmName(w.Pilot.Program.Municipality)
	add := func(word string) {
		if utf8.RuneCountInString(word) > 1 && word != own {
			words = append(words, word)
		}
	}
	for _, p := range w.Cohort.Participants.Every() {
		add(idWord(p.ID))
		if p.NamedByName() {
			add(folded(p.ID.Value))
		}
		add(folded(p.Name.Value))
		for _, part := range strings.Fields(lang.Lower(p.Name.Value)) {
			add(part)
		}
	}
	for _, c := range w.Cohort.Clients.Every() {
		add(idWord(c.ID))
		if name := firmName(c.Name.Value); name != own {
			add(name)
			add(lastOf(name))
		}
	}
	for _, c := range w.Cohort.Contracts.Every() {
		add(firmName(c.ClientID.Value)) // a ledger without ids has the name there
	}
	for _, s := range w.Cohort.Support.Every() {
		add(folded(s.Staff.Value))
	}
	slices.Sort(words)
	words = slices.Compact(words)
	return func(text string) bool {
		key := folded(text)
		return someFirm.MatchString(cell.ClientKey(text)) || somePerson.MatchString(key) ||
			slices.ContainsFunc(words, func(word string) bool { return strings.Contains(key, word) })
	}
}

// leastTold is how many characters at the end of a longer name tell whose it is: みどり野観光協会 is 観光協会 to those there.
const leastTold = 4

func lastOf(name string) string {
	if runes := []rune(name); len(runes) > leastTold {
		return string(runes[len(runes)-leastTold:])
	}
	return ""
}

// idWord is an id that a text can be searched for; one of two characters stands in many words.
func idWord(id record.Field[string]) string {
	if word := folded(id.Value); utf8.RuneCountInString(word) > 2 {
		return word
	}
	return ""
}

func folded(s string) string { return strings.ToLower(cell.NameKey(s)) }

// firmName is a firm's name without its form.
func firmName(s string) string {
	return strings.ToLower(someFirm.ReplaceAllString(cell.ClientKey(s), ""))
}

var (
	someFirm   = pattern.New(`\((?:株|有|同|資|名|特非|一社|公社|一財|公財|福|医|学|農|独|地独|大)\)`)
	somePerson = pattern.New(`\p{Han}さん`)
)
