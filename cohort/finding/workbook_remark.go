package finding

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"pilot90/cohort/lang"
)

// remarks is what the copy does not show on the cells themselves; the front sheet says it.
type remarks struct {
	unnoted  []string // sheets that take no notes
	threaded []string // cells with a conversation, which have a colour only

	// How many of the errors and warnings are shown on their cells; how many lines of the list are written.
	marked, faults, listed, lines int
}

// original says which workbook is to be corrected.
var original = lang.Text{
	JA: "直すのは元のブックです。この写しを直しても、台帳は変わりません。",
	EN: "Correct the original workbook; correcting this copy does not change the ledger.",
}

// head are the lines above the list: the counts, which workbook to correct, and what is not
// shown on the cells.
func (r remarks) head(book *excelize.File, fs []Finding, l lang.Lang) []string {
	errors, warnings, _ := Counts(fs)
	if errors+warnings == 0 {
		return []string{Clean.In(l)}
	}
	lines := []string{Summary(fs).In(l), original.In(l)}
	lines = append(lines, r.cut(l)...)
	for _, remark := range []struct {
		text  lang.Text
		names []string
	}{
		{lang.Text{JA: "会話形式のコメントがあるセルには、色だけを付けました: ", EN: "Cells with a threaded comment have a colour only: "}, r.threaded},
		{lang.Text{JA: "コメントを付けられなかったシート（色は付けました）: ", EN: "Sheets that take no comments (cells are coloured): "}, r.unnoted},
		{lang.Text{JA: "条件付き書式があり、印の色が見えないことがあるシート: ", EN: "Sheets whose conditional formats may cover the colours: "},
			conditional(book, faultySheets(fs))},
	} {
		if len(remark.names) > 0 {
			lines = append(lines, remark.text.In(l)+strings.Join(remark.names, comma.In(l)))
		}
	}
	return lines
}

// cut says what there is too much of to be shown.
func (r remarks) cut(l lang.Lang) (lines []string) {
	if r.marked < r.faults {
		lines = append(lines, lang.Sayf("印とコメントは、%[2]d か所のうち誤りから順に %[1]d か所に付けました。直してからもう一度点検すると、残りに付きます。",
			"Of %[2]d places, %[1]d are coloured and commented, errors first; correct these and check again for the rest.",
			r.marked, r.faults).In(l))
	}
	if r.listed < r.lines {
		lines = append(lines, lang.Sayf("下の一覧は、%[2]d 行のうち、誤りから順に %[1]d 行までです。",
			"The list below has %[1]d of %[2]d lines, errors first.", r.listed, r.lines).In(l))
	}
	return lines
}

// conditional picks the sheets that have conditional formats.
func conditional(book *excelize.File, sheets []string) []string {
	return slices.DeleteFunc(slices.Clone(sheets), func(sheet string) bool {
		formats, err := book.GetConditionalFormats(sheet)
		return err != nil || len(formats) == 0
	})
}
