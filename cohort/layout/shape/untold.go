package shape

import (
	"slices"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// codeUntold is the code of numbers by person and day of which nothing says what they are.
const codeUntold = "C348"

// untold asks about a matrix of whole numbers by person and day, of which neither the names nor what stands above it
// say that they are hours of work or anything else.
func (t *turner) untold(g *grid.Grid) []finding.Finding {
	if wanted, table := t.pilot.ShapeOf(g.File, g.Sheet); wanted != "" || table != "" || t.pilot.Located(schema.Tasks) {
		return nil
	}
	m := t.findMatrix(g)
	if m == nil {
		return nil
	}
	hours, other := m.matter()
	known := slices.ContainsFunc(m.values, func(e entry) bool {
		_, is := t.known(g.At(e.line.who[0], e.line.who[1]).Text)
		return is
	})
	if hours || other || !known {
		return nil
	}
	at := grid.Range{FromRow: m.heading, FromCol: 1, ToRow: m.heading, ToCol: g.Used().ToCol}
	return []finding.Finding{{
		Code: codeUntold, Severity: finding.Warning,
		Place: finding.Place{File: g.File, Sheet: g.Sheet, Range: grid.RangeRef(at)},
		Message: lang.Sayf("人と日の一覧表に%[1]d件の数がありますが、時間なのか件数なのかがどこにも書かれていないため、読んでいません。",
			"The table of persons and days has %[1]d numbers, and nothing says whether they are hours; it is not read.",
			len(m.values)),
		Fix: lang.Say("作業時間であれば、表の上かシート名に「作業時間」と書くか、読み取りの設定でこのシートの形を「人と日の一覧表」と決めてください。作業時間でなければ、このままで構いません。",
			"If they are hours of work, write 作業時間 above the table or in the name of the sheet, or say in the settings of "+
				"reading that the sheet is a table of persons and days. Otherwise nothing need be done."),
	}}
}
