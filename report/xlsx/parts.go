package xlsx

import (
	"fmt"

	"pilot90/cohort/lang"
	"pilot90/kpi"
)

var partsSheet = lang.Text{JA: "内訳", EN: "Parts"}

var partColumns = []column{
	{lang.Text{JA: "指標", EN: "figure"}, 32},
	{lang.Text{JA: "内訳", EN: "part"}, 44},
	{lang.Text{JA: "値", EN: "value"}, 16},
	{lang.Text{JA: "記号", EN: "flag"}, 8},
}

var partKeys = keyed{figureID, {JA: "内訳ID", EN: "part_id"}}

// parts writes 内訳: the side results of the figures, one value a row.
func (e *edition) parts() error {
	d, err := e.startData(partsSheet, partColumns, partKeys)
	if err != nil {
		return err
	}
	for i := range e.result.Figures {
		f := &e.result.Figures[i]
		for _, l := range f.Parts.Leaves() {
			value, flag := e.leaf(l)
			if err := d.add(text(f.Title.In(e.o.Lang)), text(l.Title.In(e.o.Lang)), value, text(flag), text(f.ID),
				text(l.Key)); err != nil {
				return err
			}
		}
	}
	return d.endUnprinted()
}

// leaf is the cell of a side result and the mark beside it.
func (e *edition) leaf(l kpi.Leaf) (value any, flag string) {
	switch v := l.Value.(type) {
	case nil:
		return nil, noneMark
	case float64:
		if l.Unit == kpi.Date {
			v += serialOf1970
		}
		return shown{v, e.format(l.Unit, kpi.Number)}, ""
	case bool:
		if v {
			return 1, ""
		}
		return 0, ""
	case string:
		return text(v), ""
	}
	hidden, _ := kpi.SymbolOf(l.Value)
	return nil, hidden.In(e.o.Lang)
}

// partsAt links a figure to its first row of 内訳. Rows are counted in the order of parts.
func (e *edition) partsAt(sheet string, f *kpi.Figure, row int) any {
	n := len(f.Parts.Leaves())
	if n == 0 {
		return nil
	}
	first := fmt.Sprintf("A%d", e.nextPart)
	e.nextPart += n
	e.innerLink(sheet, fmt.Sprintf("%s%d", partsAtColumn, row), e.name(partsSheet), first)
	return linkText(e.name(partsSheet) + "!" + first)
}
