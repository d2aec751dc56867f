package layout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// Codes of findings of files and tables.
const (
	codeNoHeading     = "C310" // no heading row
	codeTwoHeadings   = "C311" // two heading rows fit alike
	codeNoColumn      = "C312" // a required column is missing
	codeTwoSheets     = "C313" // two sheets for one key
	codeNoSheet       = "C314" // a required sheet is missing
	codeSkippedRows   = "C315" // info: rows that are no records
	codeHidden        = "C316" // info: hidden sheet, rows or columns were read
	CodeUnusedSheet   = "C317" // info: a sheet or a part of it is not used
	codeExample       = "C318" // info: an example was ignored
	codeSquares       = "C319" // 方眼紙
	codeTwoColumns    = "C320" // two headings for one column
	codeUnreadHeading = "C321" // info: a heading that resembles one of the schema is not read
	codeTwoTables     = "C322" // one sheet fits two tables
)

// skippedKinds are the rows listed as info, with what they are called.
var skippedKinds = []struct {
	kind rowKind
	code string
	name lang.Text
}{
	{totalRow, codeSkippedRows, lang.Say("合計・小計の行", "rows of totals")},
	{noteRow, codeSkippedRows, lang.Say("注記の行", "rows of remarks")},
	{headingRow, codeSkippedRows, lang.Say("くり返しの見出し行", "repeated heading rows")},
	{preparedRow, codeSkippedRows, lang.Say("番号や日付だけが入った行", "rows with a prepared number or date only")},
	{exampleRow, codeExample, lang.Say("記入例の行", "example rows")},
}

// Remarks are the findings about headings below the first, merged cells, and rows that were not read, or
// read though hidden.
func (s *Scan) Remarks() []finding.Finding {
	out := append(slices.Clone(s.findings), s.notes.Findings(s.Grid)...)
	out = append(out, s.skippedRows()...)
	if len(s.hidden) > 0 {
		f := s.info(codeHidden, s.hidden[0],
			lang.Sayf("非表示の行（%[1]s）も読みました。", "Hidden rows (%[2]s) were read too.", rowList(s.hidden, "行目"),
				rowList(s.hidden, "")))
		f.Fix = hiddenFix
		out = append(out, f)
	}
	out = append(out, s.hiddenColumns()...)
	for _, b := range s.beside {
		out = append(out, s.partUnused(s.first, grid.Range{FromRow: s.first, FromCol: b.from, ToRow: s.last, ToCol: b.to}))
	}
	for _, o := range s.others {
		if o.moved != nil {
			out = append(out, twoHeadings(s.Grid, s.Schema, s.Table.candidate, []*candidate{o.moved}))
			continue
		}
		row, cells := o.heading.Number, o.heading.Cells
		out = append(out, s.partUnused(row, grid.Range{FromRow: row, FromCol: cells[0].Col, ToRow: row,
			ToCol: cells[len(cells)-1].Col}))
	}
	return out
}

// hiddenFix says how not to have hidden rows and columns read.
var hiddenFix = lang.Say("読んでよければ、このままで構いません。読ませたくない行や列は、隠さずに削除するか、別のシートに移してください。",
	"Nothing need be done if they belong to the records. What should not be read has to be deleted or moved to another "+
		"sheet; hiding is not enough.")

// skippedRows are the findings about rows that are no records.
func (s *Scan) skippedRows() []finding.Finding {
	var out []finding.Finding
	for _, k := range skippedKinds {
		rows := s.skipped[k.kind]
		if len(rows) == 0 {
			continue
		}
		out = append(out, s.info(k.code, rows[0],
			lang.Sayf("%[1]s（%[3]s）は記録ではないため読み飛ばしました。", "Skipped, as they are no records: %[2]s (%[4]s).", k.name.JA, k.name.EN,
				rowList(rows, "行目"), rowList(rows, ""))))
	}
	return out
}

// info is an info finding at the table's width of one row.
func (s *Scan) info(code string, row int, message lang.Text) finding.Finding {
	r := grid.Range{FromRow: row, FromCol: s.from, ToRow: row, ToCol: s.to}
	return finding.Finding{
		Code: code, Severity: finding.Info, Message: message,
		Place: finding.Place{File: s.Grid.File, Sheet: s.Grid.Sheet, Range: s.Grid.RangeRef(r)},
		Fix: lang.Say("このままで構いません。記録であれば、ほかの行と同じように番号や日付を書き、「合計」「小計」「例」「※」などの語を行の最初から外してください。",
			"Nothing need be done. If it is a record, fill in id and date as in other rows and take words such as 合計, 小計, 例 "+
				"or ※ from its beginning."),
	}
}

// hiddenColumns reports hidden columns that were read.
func (s *Scan) hiddenColumns() []finding.Finding {
	var names []string
	first := 0
	for _, c := range s.Columns {
		if c.From > 0 && s.Grid.HiddenCols[c.From] {
			names = append(names, grid.ColumnName(c.From)+"「"+c.Heading+"」")
			if first == 0 {
				first = c.From
			}
		}
	}
	if len(names) == 0 {
		return nil
	}
	f := s.info(codeHidden, s.first, lang.Sayf("非表示の列（%[1]s）も読みました。", "Hidden columns (%[2]s) were read too.",
		strings.Join(names, "、"), strings.Join(names, ", ")))
	f.Range, f.Fix = s.Grid.Ref(s.first, first), hiddenFix
	return []finding.Finding{f}
}

// partUnused names another table in the sheet.
func (s *Scan) partUnused(row int, r grid.Range) finding.Finding {
	f := s.info(CodeUnusedSheet, row, lang.Sayf("同じシートの別の表（%[1]s から）は、「%[2]s」の一部ではないため使いませんでした。",
		"Another table in the sheet (from %[1]s) is no part of %[3]s and was not used.",
		s.Grid.Ref(r.FromRow, r.FromCol), s.Schema.Sheet.JA, s.Schema.Sheet.EN))
	f.Range = s.Grid.RangeRef(r)
	f.Fix = lang.Say("使いたい表は、別のシートに分けてください。", "Put a table that should be used on a sheet of its own.")
	return f
}

// maxRowsListed is how many runs of rows a message lists.
const maxRowsListed = 10

// rowList writes row numbers as 12、15–18 with the counter word.
func rowList(rows []int, counter string) string {
	var runs []string
	for i := 0; i < len(rows); {
		j := i
		for j+1 < len(rows) && rows[j+1] == rows[j]+1 {
			j++
		}
		run := strconv.Itoa(rows[i])
		if j > i {
			run += "–" + strconv.Itoa(rows[j])
		}
		runs = append(runs, run+counter)
		i = j + 1
	}
	if len(runs) > maxRowsListed {
		runs = append(runs[:maxRowsListed], fmt.Sprintf("…（%d）", len(rows)))
	}
	if counter == "" {
		return strings.Join(runs, ", ")
	}
	return strings.Join(runs, "、")
}
