package xlsx

import "pilot90/cohort/lang"

// definitions writes 定義, one figure a row.
func (e *edition) definitions() error {
	d, err := e.startData(definitionsSheet, []column{
		{lang.Text{JA: "指標", EN: "figure"}, 32},
		{lang.Text{JA: "単位", EN: "unit"}, 8},
		{lang.Text{JA: "定義", EN: "definition"}, 100},
		{lang.Text{JA: "出典", EN: "source"}, 48},
	}, keyed{figureID})
	if err != nil {
		return err
	}
	for _, def := range e.defs {
		if err := d.add(text(def.Title.In(e.o.Lang)), text(e.unitWord(def.Unit, def.Counts)), text(def.Formula.In(e.o.Lang)),
			text(def.Origin.In(e.o.Lang)), text(def.ID)); err != nil {
			return err
		}
	}
	return d.end(4)
}
