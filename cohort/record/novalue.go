package record

import (
	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
)

// noValueNote is the same for all marks of a column, so that they become one finding.
func noValueNote(v cell.Value) *cell.Note {
	return &cell.Note{
		Text: lang.Sayf("「%s」は、空欄と同じに読みました", "“%s” was read as a blank", lang.Quote(v.Text)),
		Why:  lang.Say("値がないことを示す書き方", "it says that there is no value"),
	}
}
