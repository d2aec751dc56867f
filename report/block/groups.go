package block

import (
	"pilot90/kpi"
	"pilot90/report/content"
)

// groupTable prints the groups of a breakdown figure: one row a group, one column a part.
func (e *Env) groupTable(f *kpi.Figure) *content.Table {
	if f == nil {
		return nil
	}
	for _, p := range f.Parts {
		groups, ok := p.Value.([]kpi.Group)
		if !ok || len(groups) == 0 {
			continue
		}
		t := &content.Table{ID: f.ID, Caption: e.Say(f.Title),
			Columns: []content.Column{{Head: e.Words("区分", "Class"), Width: 30}}}
		for _, part := range groups[0].Parts {
			t.Columns = append(t.Columns, content.Column{Head: e.Say(part.Title), Align: content.Right})
		}
		for _, g := range groups {
			row := []string{e.Say(g.Title)}
			for _, part := range g.Parts {
				row = append(row, e.partValue(part))
			}
			t.Rows = append(t.Rows, row)
		}
		for _, n := range f.Notes() {
			t.Notes = append(t.Notes, e.Say(n))
		}
		return t
	}
	return nil
}

func (e *Env) partValue(p kpi.Part) string {
	if v, ok := p.Value.(float64); ok {
		return e.Quantity(v, p.Unit)
	}
	if mark, is := kpi.SymbolOf(p.Value); is {
		return e.Say(mark)
	}
	return None
}

// groupsOf returns the groups of a figure's part.
func groupsOf(f *kpi.Figure, key string) []kpi.Group {
	if f == nil {
		return nil
	}
	for _, p := range f.Parts {
		if groups, ok := p.Value.([]kpi.Group); ok && p.Key == key {
			return groups
		}
	}
	return nil
}

func number(g *kpi.Group, key string) (v float64, known bool) {
	for _, p := range g.Parts {
		if p.Key == key {
			v, known = p.Value.(float64)
		}
	}
	return v, known
}

// part prints a part of a group.
func (e *Env) part(g *kpi.Group, key string) string {
	for _, p := range g.Parts {
		if p.Key == key {
			return e.partValue(p)
		}
	}
	return None
}
