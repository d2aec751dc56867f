package settings

import (
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/tomledit"
)

// changeGrants are the changes of grants and indicators.
func (f *Page) changeGrants() []Change {
	var out, gone []Change
	for i := range f.Grants {
		g := &f.Grants[i]
		if g.Remove.Value != "" {
			gone = append(gone, removal(g.Remove, g.Path))
			continue
		}
		for _, x := range []*Field{g.Name, g.Kind, g.Amount} {
			if x.Changed() {
				out = append(out, f.plain(x)...)
			}
		}
		for j := range g.KPIs {
			if k := &g.KPIs[j]; k.Remove.Value != "" {
				gone = append(gone, removal(k.Remove, k.Path))
			} else {
				out = append(out, f.changeKPI(k)...)
			}
		}
		out = append(out, f.addKPIs(g.Blank, below(g.Path, "kpi"), len(g.KPIs), g.Years)...)
	}
	slices.Reverse(gone) // a later one first, so that the numbers of those before it hold
	return slices.Concat(out, f.addGrant(), gone)
}

func removal(x *Field, path []string) Change {
	return Change{Label: x.Label, New: lang.Say("外す", "removed"), last: true,
		Edits: []tomledit.Edit{{Path: path}}}
}

// changeKPI are the changes of an indicator. Another figure takes the title and the unit of the old one away, and has
// its numbers written anew where they are of another kind.
func (f *Page) changeKPI(k *KPI) []Change {
	var out []Change
	numbers := append([]*Field{k.Baseline}, k.Increments...)
	other := false
	if k.Figure.Changed() {
		was, _ := f.figure(k.Figure.Was)
		now, _ := f.figure(k.Figure.Value)
		other = numberKind(was.Unit) != numberKind(now.Unit)
		for _, x := range numbers {
			x.Kind, x.Unit = numberKind(now.Unit), UnitWord(now)
		}
		changed := f.plain(k.Figure)
		for _, key := range []string{"title", "unit"} {
			if path := below(k.Path, key); len(changed) > 0 && f.doc.at(path...) != nil {
				changed[0].Edits = append(changed[0].Edits, tomledit.Edit{Path: path})
			}
		}
		out = append(out, changed...)
	}
	for _, x := range numbers {
		if x.Changed() || other && x.old != nil {
			out = append(out, f.plain(x)...)
		}
	}
	if k.Month.Changed() {
		edits, fault := f.monthEdits(k.Path, k.Month.Value)
		if k.Month.Fault = fault; fault.Empty() {
			out = append(out, f.change(k.Month, edits...))
		}
	}
	return out
}

// monthEdits write the month of a target, 2028-03, as its two keys.
func (f *Page) monthEdits(path []string, typed string) ([]tomledit.Edit, lang.Text) {
	year, month := tomledit.Edit{Path: below(path, "target_year")}, tomledit.Edit{Path: below(path, "target_month")}
	if typed == "" {
		return slices.DeleteFunc([]tomledit.Edit{year, month}, func(e tomledit.Edit) bool {
			return f.doc.at(e.Path...) == nil
		}), lang.Text{}
	}
	y, m, _ := strings.Cut(typed, "-")
	yn, errY := strconv.Atoi(y)
	mn, errM := strconv.Atoi(m)
	if errY != nil || errM != nil || mn < 1 || mn > 12 {
		return nil, lang.Say("年月を 2028-03 のように書いてください。", "Write the month like 2028-03.")
	}
	year.Value, month.Value = tomledit.Literal(strconv.Itoa(yn)), tomledit.Literal(strconv.Itoa(mn))
	return []tomledit.Edit{year, month}, lang.Text{}
}

// addKPIs are the indicators that were typed into the empty rows; have is how many there are.
func (f *Page) addKPIs(blank []KPI, path []string, have int, years []int) []Change {
	var out []Change
	for i := range blank {
		k := &blank[i]
		typed := slices.ContainsFunc(append([]*Field{k.Figure, k.Baseline, k.Month}, k.Increments...),
			func(x *Field) bool { return x.Value != "" })
		if !typed {
			continue
		}
		figure, known := f.figure(k.Figure.Value)
		if !known {
			k.Figure.Fault = lang.Say("指標を選んでください。", "Choose the figure.")
			continue
		}
		at := below(path, strconv.Itoa(have))
		have++
		edits := []tomledit.Edit{{Path: at, Value: tomledit.Table{}}, {Path: below(at, "figure"), Value: figure.ID}}
		number := func(x *Field, path []string) {
			x.Kind, x.Unit = numberKind(figure.Unit), UnitWord(figure)
			value, fault := x.written()
			if x.Fault = fault; value != nil {
				edits = append(edits, tomledit.Edit{Path: path, Value: value})
			}
		}
		number(k.Baseline, below(at, "baseline"))
		for n, y := range years {
			number(k.Increments[n], below(at, "increments", strconv.Itoa(y)))
		}
		if k.Month.Value != "" {
			month, fault := f.monthEdits(at, k.Month.Value)
			k.Month.Fault = fault
			edits = append(edits, month...)
		}
		out = append(out, Change{Label: lang.Say("足す指標", "new indicator"), Old: lang.Say("なし", "none"),
			New: figure.Title, Edits: edits})
	}
	return out
}

// addGrant is the grant that was typed into the empty form.
func (f *Page) addGrant() []Change {
	g := f.NewGrant
	path := []string{"grant", strconv.Itoa(len(f.Grants))}
	indicators := f.addKPIs(g.Blank, below(path, "kpi"), 0, g.Years)
	if g.Name.Value == "" && g.Kind.Value == "" && len(indicators) == 0 {
		return nil
	}
	if g.Name.Value == "" {
		g.Name.Fault = lang.Say("交付対象事業の名称を書いてください。", "Write the name of the project.")
		return nil
	}
	edits := []tomledit.Edit{{Path: path, Value: tomledit.Table{}}, {Path: below(path, "name"), Value: g.Name.Value}}
	if g.Kind.Value != "" {
		edits = append(edits, tomledit.Edit{Path: below(path, "kind"), Value: g.Kind.Value})
	}
	first := Change{Label: lang.Say("足す交付金", "new grant"), Old: lang.Say("なし", "none"),
		New: lang.Say(g.Name.Value, g.Name.Value), Edits: edits}
	return append([]Change{first}, indicators...)
}
