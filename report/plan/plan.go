// Package plan turns a TOML text into the plan of an edition: sections in order, blocks by name.
//
// The one idea: a plan is checked whole when it is read, against a vocabulary of blocks and figures
// that is passed in, and every fault has its line and column. The package makes no content and
// computes nothing.
package plan

import (
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/kpi/disclose"
	"pilot90/report/content"
	"pilot90/templates"
)

// Plan is an edition as a municipality can write it: sections in order, blocks by name.
type Plan struct {
	Edition  string    `toml:"edition"`
	Profile  string    `toml:"profile"` // of disclosure: hub, grant, council or public; anything else is public
	Title    Words     `toml:"title"`
	Label    Words     `toml:"label"`
	Marking  Words     `toml:"marking"`
	Names    bool      `toml:"names"` // participants by id and name; otherwise by id alone
	Sections []Section `toml:"section"`
}

// Section is one heading of a plan.
type Section struct {
	ID      string `toml:"id"`
	Title   Words  `toml:"title"`
	NewPage bool   `toml:"new_page"`
	// on paper: "" = flowing, "one_page", "slide" (landscape); "finding" = flowing, titled by its chart
	Paging string  `toml:"form"`
	File   string  `toml:"file"` // name of a file of its own; "" = the report
	Blocks []Block `toml:"block"`
}

// Block names a block builder and, for those that show chosen figures, the figure ids.
type Block struct {
	Kind    string   `toml:"kind"`
	Figures []string `toml:"figures"`
	Text    Words    `toml:"text"`
	Beside  bool     `toml:"beside"` // at the right of the block before it
}

// forms are the values of a section's form.
var forms = map[string]content.Paging{"": content.Flowing, "finding": content.Flowing, "one_page": content.OnePage,
	"slide": content.Slide}

// OnPaper is how the section stands on paper.
func (s *Section) OnPaper() content.Paging { return forms[s.Paging] }

type Words struct {
	JA string `toml:"ja"`
	EN string `toml:"en"`
}

// usualCycle is the length of the cycle in days where no ledger says another.
const usualCycle = 90

// Text is the words as they stand without a ledger.
func (w Words) Text() lang.Text { return w.For(usualCycle, lang.Text{JA: "年度", EN: "the year"}) }

// For is the words in an edition over cycles of so many days, which stand for {cycle}, and of a fiscal year
// (令和7年度, fiscal 2025), which stands for {year}.
func (w Words) For(days int, year lang.Text) lang.Text {
	cycle := strconv.Itoa(days)
	return lang.Text{JA: strings.NewReplacer("{cycle}", cycle, "{year}", year.JA).Replace(w.JA),
		EN: strings.NewReplacer("{cycle}", cycle, "{year}", year.EN).Replace(w.EN)}
}

// Handover is the plan of the successor's folder (pilot90 handover), which is no edition by itself.
const Handover = "handover"

// Editions returns the names of the editions that come with the program, in alphabetical order.
func Editions() []string {
	return slices.DeleteFunc(templates.Plans(), func(name string) bool { return name == Handover })
}

// profiles are the profiles of disclosure from the openest to the strictest; grant and council
// are equally strict.
var profiles = []string{"hub", "grant", "council", "public"}

// shows reports whether profile a shows more than profile b.
func shows(a, b string) bool {
	rank := func(p string) int {
		if p == "council" {
			p = "grant"
		}
		return slices.Index(profiles, p)
	}
	return rank(a) < rank(b)
}

// internal are the words of a marking that keeps a paper inside.
var internal = Words{JA: "内部限り", EN: "internal"}

// Marked is what the edition is marked with. An edition that may name persons is never without
// a marking that keeps it inside, whatever its plan says.
func (p *Plan) Marked(profile disclose.Profile, lang lang.Lang) string {
	mark := p.Marking.Text().In(lang)
	own := internal.Text().In(lang)
	switch {
	case !profile.Open(), strings.Contains(mark, own), strings.Contains(mark, "限り"):
		return mark
	case mark == "":
		return own
	}
	return own + " " + mark
}

// Usual are the formats that are made of the plan's edition when none is asked for: of a public one
// HTML first and the plain data beside it; of one with the grant form the workbook too, of one with slides the
// presentation.
func (p *Plan) Usual() []string {
	switch {
	case p.Profile == "public":
		return []string{"html", "json", "csv"}
	case p.Has("grant_sheet"):
		return []string{"pdf", "html", "xlsx", "json"}
	}
	if p.Slides() {
		return []string{"pdf", "pptx", "html", "json"}
	}
	return []string{"pdf", "html", "json"}
}

// Slides reports whether the plan has a slide.
func (p *Plan) Slides() bool {
	return slices.ContainsFunc(p.Sections, func(s Section) bool { return s.OnPaper() == content.Slide })
}

// Has reports whether the plan has a block of the kind.
func (p *Plan) Has(kind string) bool {
	for _, s := range p.Sections {
		if slices.ContainsFunc(s.Blocks, func(b Block) bool { return b.Kind == kind }) {
			return true
		}
	}
	return false
}

// Figures lists the ids that the plan names, each once.
func (p *Plan) Figures() []string {
	var ids []string
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			for _, id := range b.Figures {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	return ids
}
