package xlsx

import "pilot90/cohort/lang"

// definitions writes 定義, one figure a row.
func (e *edition) definitions() error {
	d, err := e.startData(definitionsSheet, []column{
		{lang.Text{JA: "指標ID", EN: "figure_id"}, 30},
		{lang.Text{JA: "指標名", EN: "title"}, 36},
		{lang.Text{JA: "単位", EN: "unit"}, 14},
		{lang.Text{JA: "定義", EN: "definition"}, 90},
		{lang.Text{JA: "出典", EN: "source"}, 40},
	})
	if err != nil {
		return err
	}
	for _, def := range e.defs {
		if err := d.add(text(def.ID), text(def.Title.In(e.o.Lang)), text(def.Unit), text(def.Formula.In(e.o.Lang)),
			text(def.Origin.In(e.o.Lang))); err != nil {
			return err
		}
	}
	return d.end(0)
}
