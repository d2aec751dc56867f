package layout

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// freeColumn is a column of the sheet that was not read as a column of words, as it holds free
// text.
type freeColumn struct {
	found  foundColumn
	column *schema.Column
}

// leaveFreeText gives up the columns of words or days that were found by a heading which often means
// something else (支援内容 for the kind of support, 支払済 for the day), when most of what stands there
// is none of them: people describe there what they did, or tick it off.
func (t *Table) leaveFreeText() {
	for i := range t.Columns {
		c := &t.Schema.Columns[i]
		if t.Columns[i].From == 0 || t.Columns[i].rank != lastRank || c.Kind != schema.ChoiceKind &&
			c.Kind != schema.DateKind ||
			c.Required || !t.isFreeText(i) {
			continue
		}
		t.freeText = append(t.freeText, freeColumn{t.Columns[i], c})
		t.Columns[i] = foundColumn{}
	}
}

// isFreeText reports whether most cells of column i of the schema are none of its words or days.
func (t *Table) isFreeText(i int) bool {
	c := &t.Schema.Columns[i]
	words, others := 0, 0
	for j := range t.Grid.Rows {
		row := &t.Grid.Rows[j]
		if row.Number <= t.last {
			continue
		}
		v := row.At(t.Columns[i].From)
		if v.IsBlank() || v.Kind != cell.Text && c.Kind == schema.ChoiceKind || c.NoValue(v) {
			continue
		}
		var fault *cell.Fault
		if c.Kind == schema.DateKind {
			_, _, fault = cell.ReadDate(v)
		} else {
			_, _, fault = cell.ReadChoice(v, c.Accepts)
		}
		if fault == nil {
			words++
		} else {
			others++
		}
	}
	return others > words
}

// finding says that the column was not read.
func (f freeColumn) finding(t *Table) finding.Finding {
	place := sheetPlace(t.Grid)
	place.Range = t.Grid.Ref(t.last, f.found.From)
	if f.column.Kind == schema.DateKind {
		return finding.Finding{
			Code: codeUnreadHeading, Severity: finding.Info, Place: place, Column: f.found.Heading,
			Message: lang.Sayf("「%[1]s」の列は日付ではないため、「%[2]s」としては読みませんでした。",
				"The column “%[1]s” holds no dates and was not read as %[3]s.", lang.Quote(f.found.Heading), f.column.Heading.JA,
				f.column.Heading.EN),
			Fix: lang.Sayf("このままで構いません。「%[1]s」も集計したいときは、列を足して日付を書いてください。",
				"Nothing need be done. To have %[2]s counted, add a column with the dates.", f.column.Heading.JA,
				f.column.Heading.EN),
		}
	}
	return finding.Finding{
		Code: codeUnreadHeading, Severity: finding.Info, Place: place, Column: f.found.Heading,
		Message: lang.Sayf("「%[1]s」の列は自由に書いた文のため、「%[2]s」としては読みませんでした。",
			"The column “%[1]s” holds free text and was not read as %[3]s.", lang.Quote(f.found.Heading), f.column.Heading.JA,
			f.column.Heading.EN),
		Fix: lang.Sayf("このままで構いません。「%[1]s」も集計したいときは、列を足して %[3]s のどれかを書いてください。",
			"Nothing need be done. To have %[2]s counted, add a column with one of %[4]s.",
			f.column.Heading.JA, f.column.Heading.EN,
			wordList(f.column, func(c schema.Choice) string { return c.Heading.JA }, "、"),
			wordList(f.column, func(c schema.Choice) string { return c.Heading.EN }, ", ")),
	}
}

// wordList lists the words of a column.
func wordList(c *schema.Column, of func(schema.Choice) string, separator string) string {
	list := ""
	for i, choice := range c.Choices {
		if i > 0 {
			list += separator
		}
		list += of(choice)
	}
	return list
}
