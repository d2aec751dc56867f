package block

import (
	"fmt"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/record"
)

// called is how somebody is spoken of in a sentence: 山本さん, or the id where the plan shows no names.
func (e *Env) called(id string) string {
	p := e.Window.Participant(id)
	switch {
	case p == nil:
		return id
	case !e.Plan.Names || !p.Name.Known:
		return e.person(p)
	}
	name := p.Name.Value
	family, _, parted := strings.Cut(strings.ReplaceAll(name, "　", " "), " ")
	if parted && family != "" && e.Lang != "en" {
		name = family
	}
	return name + e.Words("さん", "")
}

// fullName is the name alone where the plan shows names, else the id.
func (e *Env) fullName(p *record.Participant) string {
	if e.Plan.Names && p.Name.Known {
		return p.Name.Value
	}
	return e.person(p)
}

// shortDay is a day in a list of this year: 3/27, 27 Mar; with the year where it lies further back than that is
// told by a month alone.
func (e *Env) shortDay(d cell.Day) string {
	y, m, day := d.YMD()
	const far = 330
	if e.Window.Clock.AsOf-d > far {
		return e.Words(fmt.Sprintf("%d/%d/%d", y, m, day), fmt.Sprintf("%d %s %d", day, m.String()[:3], y))
	}
	return e.Words(fmt.Sprintf("%d/%d", m, day), fmt.Sprintf("%d %s", day, m.String()[:3]))
}
