package layout

import (
	"path"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// dropSecond reports the sheets of one workbook that are by their names one and the same table,
// such as 案件 and 案件一覧: with both, every contract would be counted twice, and which of them
// counts is for the hub to say. Sheets for a month, a term or a worker are parts of one table.
func (p *planner) dropSecond() {
	first := map[string]*Table{} // file and table -> the sheet that is read
	for _, t := range p.tables {
		if !p.plainlyNamed(t) {
			continue
		}
		key := t.Grid.File + "\x00" + string(t.Schema.Key)
		if f := first[key]; f == nil || f.Grid.Sheet != f.Schema.Sheet.JA && t.Grid.Sheet == t.Schema.Sheet.JA {
			first[key] = t
		}
	}
	p.tables = slices.DeleteFunc(p.tables, func(t *Table) bool {
		f := first[t.Grid.File+"\x00"+string(t.Schema.Key)]
		if f == nil || f == t || f.Grid == t.Grid || !p.plainlyNamed(t) {
			return false
		}
		p.findings = append(p.findings, sameRole(t, f))
		return true
	})
}

// plainlyNamed reports a sheet of a workbook whose name says which table it is and nothing more,
// and that no pin names.
func (p *planner) plainlyNamed(t *Table) bool {
	ext := strings.ToLower(path.Ext(t.Grid.File))
	name := lang.Lower(t.Grid.Sheet)
	return ext != ".csv" && ext != ".tsv" && !p.pilot.Located(t.Schema.Key) && !periodInName.MatchString(name) &&
		TableNamed(t.Grid.Sheet) == nameMatch{t.Schema.Key, true}
}

// sameRole is the C313 of a sheet beside another of the same table.
func sameRole(second, first *Table) finding.Finding {
	return finding.Finding{
		Code: codeTwoSheets, Severity: finding.Error, Place: sheetPlace(second.Grid),
		Message: lang.Sayf("「%[1]s」のシートが2枚（「%[2]s」と「%[3]s」）あります。「%[3]s」は読みませんでした。",
			"There are two sheets of %[4]s (%[2]s and %[3]s). %[3]s was not read.",
			second.Schema.Sheet.JA, first.Grid.Sheet, second.Grid.Sheet, second.Schema.Sheet.EN),
		Fix: lang.Say("使わない方のシートを削除してください。両方を使うときは、シート名に「4月」「第1期」のような区切りを入れるか、pilot.toml の [[table]] で sheet を1枚ずつ指定してください。",
			"Delete the one that is not used. To use both, put a month or a term into their names, or name each in a "+
				"[[table]] of pilot.toml."),
		Related: []finding.Place{sheetPlace(first.Grid)},
	}
}
