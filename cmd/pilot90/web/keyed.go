package web

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort"
	"pilot90/cohort/finding"
)

// keyed is a finding with the word by which addresses name it. The word stays the same when rows
// are put in above, so that a page about a finding survives a save.
type keyed struct {
	Key string
	finding.Finding
}

// keyedOf names findings, in their order: errors first, then warnings, then infos.
func keyedOf(fs []finding.Finding) []keyed {
	var findings []keyed
	taken := map[string]int{}
	for _, severity := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
		for _, f := range fs {
			if f.Severity != severity {
				continue
			}
			sum := sha256.Sum256([]byte(strings.Join(
				[]string{f.Code, f.File, f.Sheet, f.Column, f.Record, f.Date, f.Value, f.Message.JA}, "\x00")))
			key := hex.EncodeToString(sum[:6])
			taken[key]++
			if n := taken[key]; n > 1 {
				key += "-" + strconv.Itoa(n)
			}
			findings = append(findings, keyed{key, f})
		}
	}
	return findings
}

// bySheet groups findings by where they are, in the order in which the sheets first come.
func bySheet(findings []keyed) []findingGroup {
	var groups []findingGroup
	at := map[[2]string]int{}
	for _, i := range findings {
		where := [2]string{i.File, i.Sheet}
		n, ok := at[where]
		if !ok {
			n = len(groups)
			at[where] = n
			groups = append(groups, findingGroup{Name: strings.TrimSpace(i.File + "　" + i.Sheet)})
		}
		groups[n].Findings = append(groups[n].Findings, i)
	}
	return groups
}

// toCorrect are the findings that call for something to be done.
func toCorrect(findings []keyed) []keyed {
	for n, i := range findings {
		if i.Severity == finding.Info {
			return findings[:n]
		}
	}
	return findings
}

// find returns the position of the issue of a name, -1 for none.
func find(findings []keyed, key string) int {
	for n, i := range findings {
		if i.Key == key {
			return n
		}
	}
	return -1
}

// ownersOf tells whose a row is: the id of the participant.
func ownersOf(c *cohort.Ledger) cohort.Owners {
	o := cohort.Owners{}
	for _, p := range c.Participants.Every() {
		o.Add(p.Row, p.ID.Value)
	}
	for _, t := range c.Trainings.Every() {
		o.Add(t.Row, t.ParticipantID.Value)
	}
	for _, t := range c.Tasks.Every() {
		o.Add(t.Row, t.ParticipantID.Value)
	}
	for _, t := range c.Support.Every() {
		o.Add(t.Row, t.ParticipantID.Value)
	}
	return o
}

// findingGroup are findings under one heading.
type findingGroup struct {
	Name     string
	Findings []keyed
}

// byPerson groups findings by the participant whose rows they are in, in the order of the register; those of nobody's
// own come last, under the name given.
func byPerson(c *cohort.Ledger, findings []keyed, nobody string) []findingGroup {
	o, names, order := ownersOf(c), map[string]string{}, []string{}
	for _, p := range c.Participants.Every() {
		if _, known := names[p.ID.Value]; !known {
			order = append(order, p.ID.Value)
		}
		names[p.ID.Value] = strings.TrimSpace(p.ID.Value + " " + p.Name.Value)
		if p.NamedByName() {
			names[p.ID.Value] = p.ID.Value
		}
	}
	dealt := map[string][]keyed{}
	for _, i := range findings {
		owner := o.Of(i.Finding)
		if _, known := names[owner]; !known && owner != "" {
			names[owner] = owner
			order = append(order, owner)
		}
		dealt[owner] = append(dealt[owner], i)
	}
	var groups []findingGroup
	for _, id := range append(slices.Clone(order), "") {
		if len(dealt[id]) > 0 {
			name := names[id]
			if id == "" {
				name = nobody
			}
			groups = append(groups, findingGroup{name, dealt[id]})
		}
	}
	return groups
}
