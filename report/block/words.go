package block

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/record"
	"pilot90/report/content"
)

// Say is a text in the edition's language.
func (e *Env) Say(t lang.Text) string { return t.In(e.Lang) }

// Words picks the text of the edition's language.
func (e *Env) Words(ja, en string) string { return lang.Text{JA: ja, EN: en}.In(e.Lang) }

// person names a participant as the plan allows: id and name, or the id alone. A name that stands for an id is
// shown where names are; elsewhere a running number stands for it.
func (e *Env) person(p *record.Participant) string {
	if p.NamedByName() {
		if e.Plan.Names {
			return p.ID.Value
		}
		n := 1 + slices.Index(e.Cohort.Participants.Every(), p)
		return e.Words(fmt.Sprintf("参加者%d", n), fmt.Sprintf("participant %d", n))
	}
	if e.Plan.Names && p.Name.Known {
		return p.ID.Value + " " + p.Name.Value
	}
	return p.ID.Value
}

func (e *Env) personByID(id string) string {
	if p := e.Window.Participant(id); p != nil {
		return e.person(p)
	}
	return id
}

// contract names a contract by its id, or by its title where it has no other.
func (e *Env) contract(id string) string {
	if c := e.Window.Contract(id); c != nil && c.Source.Named() {
		return c.Title.Value
	}
	return id
}

// Open counts the open findings.
func (e *Env) Open() string {
	errors, warnings, _ := finding.Counts(e.Cohort.Findings)
	if errors+warnings == 0 {
		return e.Words("直すところはありません", "nothing to mend")
	}
	var ja, en []string
	if errors > 0 {
		ja, en = append(ja, fmt.Sprintf("直すところ %d件", errors)), append(en, fmt.Sprintf("%d to mend", errors))
	}
	if warnings > 0 {
		ja, en = append(ja, fmt.Sprintf("確かめるところ %d件", warnings)), append(en, fmt.Sprintf("%d to look at", warnings))
	}
	return e.Words(strings.Join(ja, "、"), strings.Join(en, ", "))
}

// Day prints a day as prose has it: 令和8年3月31日, in English 2026-03-31.
func (e *Env) Day(d cell.Day) string {
	if e.Lang == lang.EN {
		return d.String()
	}
	return d.EraString(e.Lang)
}

// sIf is the form of a word beside one thing or beside several.
func sIf(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// was is the verb of so many things.
func was(n int) string {
	return sIf(n, "was", "were")
}

// plural is a number with its English noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return content.Round(float64(n), 0) + " " + many
}
