package plan

import "slices"

// Front stands among the figures of a block for those that the model of the program shows in front.
const Front = "front"

// WithFront is the plan with the figures in the place of Front, each figure of a block once.
func (p *Plan) WithFront(figures []string) *Plan {
	out := *p
	out.Sections = slices.Clone(p.Sections)
	for i := range out.Sections {
		s := &out.Sections[i]
		s.Blocks = slices.Clone(s.Blocks)
		for k := range s.Blocks {
			s.Blocks[k].Figures = inFront(s.Blocks[k].Figures, figures)
		}
	}
	return &out
}

func inFront(ids, figures []string) []string {
	var out []string
	for _, id := range ids {
		of := []string{id}
		if id == Front {
			of = figures
		}
		for _, one := range of {
			if !slices.Contains(out, one) {
				out = append(out, one)
			}
		}
	}
	return out
}
