package report

import (
	"slices"

	"pilot90/report/content"
)

// part is one document of an edition: the report itself, or sections that are a file of their own.
type part struct {
	name   string // without what it ends in
	report *content.Report
}

// mainPart is the name of the report itself.
const mainPart = "report"

// parts are the documents of an edition but its slides: the report first, then the files that sections ask for, in
// their order. One that is a file of its own is headed by its title.
func parts(r *content.Report) []part {
	var out []part
	for _, s := range r.Sections {
		name := s.File
		if s.Paging == content.Slide {
			continue
		}
		if name == "" {
			name = mainPart
		}
		i := slices.IndexFunc(out, func(p part) bool { return p.name == name })
		if i < 0 {
			own := *r
			own.Sections = nil
			if name != mainPart {
				own.Title, own.Foot, own.Under = s.Title, "", nil
			}
			i, out = len(out), append(out, part{name, &own})
		}
		if name != mainPart {
			s.Paging = content.OnePage // the title of the file says it
		}
		out[i].report.Sections = append(out[i].report.Sections, s)
	}
	if !slices.ContainsFunc(out, func(p part) bool { return p.name == mainPart }) {
		own := *r
		own.Sections = nil
		out = slices.Insert(out, 0, part{mainPart, &own})
	}
	return out
}
