package shape

import (
	"slices"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// codeStamp is the code of a log whose days are those on which a form was sent.
const codeStamp = "C347"

// stampHeadings head the time at which a form on the web was sent.
var stampHeadings = lang.Words(`タイムスタンプ timestamp 送信日時 送信時刻 回答日時 完了時刻 completiontime`)

// stampedDays takes the day on which a form was sent for that of the work, where the form asks for the person and the
// hours but for no day; nil where there is no such form.
func stampedDays(g *grid.Grid) (*grid.Grid, finding.Finding) {
	for i := range g.Rows {
		if i >= lastHeadingRow {
			break
		}
		stamp, ok := stampOf(&g.Rows[i])
		if !ok {
			continue
		}
		name := schema.ByKey(schema.Tasks).Column("date").Heading.JA
		row, typed := g.Rows[i].Number, lang.Quote(stamp.Text)
		heading := grid.Cell{Col: stamp.Col, Value: cell.Value{Kind: cell.Text, Text: name}}
		return changed(g, []change{{row: row, cell: heading}}), finding.Finding{
			Code: codeStamp, Severity: finding.Warning, Column: stamp.Text,
			Place: finding.Place{File: g.File, Sheet: g.Sheet, Range: grid.Ref(row, stamp.Col)},
			Message: lang.Sayf("作業日の列がないため、「%[1]s」の日（日本時間）に作業したとみなしました。",
				"There is no day of the work: that of “%[1]s” (in Japan) was taken for it.", typed),
			Fix: lang.Say("後の日にまとめて送った分があると、月や年度がずれます。フォームに「作業日」の質問を足してください。",
				"Where work was reported on a later day, it falls into another month or year. Add a question for the day of "+
					"the work."),
		}
	}
	return nil, finding.Finding{}
}

// isStamp reports the heading of a stamp.
func isStamp(c grid.Cell) bool {
	return c.Kind == cell.Text && len(c.Text) <= mostHeading && slices.Contains(stampHeadings, lang.CompactLower(c.Text))
}

// stampOf is the heading of the stamp in a row of headings of work without a day; the last of two is when it was sent.
func stampOf(row *grid.Row) (grid.Cell, bool) {
	var stamp grid.Cell
	if !slices.ContainsFunc(row.Cells, isStamp) {
		return stamp, false
	}
	keys := map[string]bool{}
	for _, c := range row.Cells {
		if isStamp(c) {
			stamp = c
			continue
		}
		keys[layout.ColumnNamed(schema.Tasks, c.Text)] = true
	}
	return stamp, stamp.Col > 0 && !keys["date"] && keys["participant_id"] && (keys["hours"] || keys["span"])
}
