package layout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// codePinNothing is the code of a pin that matches nothing.
const codePinNothing = "P104"

// reportUnused names the sheets that are no table of the ledger.
func (p *planner) reportUnused() {
	var files []string
	unused := map[string][]*sheetView{}
	for _, v := range p.unused {
		if len(v.grid.Rows) == 0 || v.grid.Hidden {
			continue
		}
		file := v.grid.File
		if unused[file] == nil {
			files = append(files, file)
		}
		unused[file] = append(unused[file], v)
	}
	for _, file := range files {
		p.findings = append(p.findings, unusedSheets(unused[file])...)
	}
	for _, t := range p.tables {
		if t.Grid.Hidden {
			p.findings = append(p.findings, finding.Finding{
				Code: codeHidden, Severity: finding.Info, Place: sheetPlace(t.Grid),
				Message: lang.Say("非表示のシートも読みました。", "The hidden sheet was read too."),
				Fix:     lang.Say("使わないシートであれば削除してください。", "Delete the sheet if it is not meant to be used."),
			})
		}
	}
}

// reportPins reports pins that matched nothing: no sheet, no heading row, no column.
func (p *planner) reportPins() {
	for i, pin := range p.pilot.Pins {
		if pin.Ignore && p.pinsUsed[i] {
			continue
		}
		if pin.Locates() && !p.pinsUsed[i] || !pin.Locates() && !p.has(schema.ByKey(pin.Table)) && !p.failedAs(pin.Table) {
			p.findings = append(p.findings, p.pilot.At(pin.Line, pin.Col, finding.Finding{
				Code: codePinNothing, Severity: finding.Error, Value: pin.Sheet,
				Message: lang.Sayf("[[table]] key = \"%[1]s\" の指定に合うシートがありません。", "No sheet matches [[table]] key = \"%[1]s\".",
					string(pin.Table)),
				Fix: lang.Say("files と sheet を、実際のファイル名とシート名に合わせてください。",
					"Make files and sheet equal to the names of the file and the sheet."),
			}))
			continue
		}
		p.reportPinnedColumns(i, pin)
		p.reportPinnedHeading(i, pin)
	}
}

// reportPinnedHeading reports a pinned heading row in which no heading of the table stands.
func (p *planner) reportPinnedHeading(i int, pin setting.Pin) {
	if pin.HeadingRow == 0 || len(pin.Columns) > 0 || p.has(schema.ByKey(pin.Table)) {
		return
	}
	for _, f := range p.failed {
		if best := f.search.best; f.search.schema.Key == pin.Table && best != nil && best.score == 0 {
			mistake := p.pilot.Wrong(codePinNothing, fmt.Sprintf("table.%d.heading_row", i),
				lang.Sayf("heading_row に指定された%[2]d行目には、「%[1]s」の見出しがありません。",
					"There is no heading of %[3]s in row %[2]d, which heading_row names.", f.search.schema.Sheet.JA, pin.HeadingRow,
					f.search.schema.Sheet.EN),
				lang.Say("見出しのある行の番号（Excelの左端に見える数字）を書いてください。", "Give the number of the row with the headings, as Excel shows it."))
			mistake.Value = strconv.Itoa(pin.HeadingRow)
			p.findings = append(p.findings, mistake)
			return
		}
	}
}

// failedAs reports whether a sheet was meant to be the table and could not be read.
func (p *planner) failedAs(key schema.Key) bool {
	return slices.ContainsFunc(p.failed, func(f failure) bool { return f.search.schema.Key == key })
}

// reportPinnedColumns reports columns of a pin that none of the pinned tables has.
func (p *planner) reportPinnedColumns(i int, pin setting.Pin) {
	schema := schema.ByKey(pin.Table)
	for _, c := range schema.Columns {
		where := pin.Columns[c.Key]
		if where == "" || p.pinFound(pin, c.Key) {
			continue
		}
		f := p.pilot.Wrong(codePinNothing, fmt.Sprintf("table.%d.columns.%s", i, c.Key),
			lang.Sayf("「%[1]s」の %[2]s に指定された「%[3]s」という見出しや列がありません。", "There is no heading or column “%[3]s” for %[2]s of %[1]s.",
				schema.Sheet.JA, c.Key, where),
			lang.Say("見出しの文字を表のとおりに書くか、列の記号（A、B …）で指定してください。",
				"Write the heading as the table has it, or give the column letter."))
		f.Value = where
		p.findings = append(p.findings, f)
	}
}

// pinFound reports whether a table has the column where the pin says it is.
func (p *planner) pinFound(pin setting.Pin, key string) bool {
	hit := func(table *schema.Table, c *candidate) bool {
		i := slices.IndexFunc(table.Columns, func(c schema.Column) bool { return c.Key == key })
		return c != nil && len(c.Columns) > 0 && c.Columns[i].From > 0 && c.Columns[i].rank == pinnedRank
	}
	for _, t := range p.tables {
		if t.Schema.Key == pin.Table && (!pin.Locates() || pin.Holds(t.Grid.File, t.Grid.Sheet)) &&
			hit(t.Schema, t.candidate) {
			return true
		}
	}
	for _, f := range p.failed {
		if f.search.schema.Key == pin.Table && hit(f.search.schema, f.search.best) {
			return true
		}
	}
	return false
}

// manyUnused is the number of unused sheets of one file from which they are told in one finding.
const manyUnused = 6

// unusedSheets are the C317 of the sheets of one file.
func unusedSheets(views []*sheetView) []finding.Finding {
	f := finding.Finding{
		Code: CodeUnusedSheet, Severity: finding.Info,
		Message: lang.Say("台帳の表ではないため使いませんでした。", "The sheet is no table of the ledger and was not used."),
		Fix: lang.Say("使いたいときは、シート名を台帳の名前（参加者、案件、作業ログなど）にするか、読み取りの設定でどの表かを決めてください。",
			"To use it, name the sheet like a table of the ledger, or say in the settings of reading which table it is."),
	}
	if len(views) < manyUnused {
		var out []finding.Finding
		for _, v := range views {
			f.Place = sheetPlace(v.grid)
			out = append(out, f)
		}
		return out
	}
	var names []string
	for _, v := range views[:manyUnused-1] {
		names = append(names, "「"+lang.Quote(v.grid.Sheet)+"」")
	}
	f.Place = finding.Place{File: views[0].grid.File}
	f.Message = lang.Sayf("シート%[1]sなど%[2]d枚は、台帳の表ではないため使いませんでした。",
		"%[2]d sheets (%[1]s …) are no tables of the ledger and were not used.", strings.Join(names, ""), len(views))
	return []finding.Finding{f}
}
