package layout

import (
	"fmt"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// sheetPlace is a whole sheet.
func sheetPlace(g *grid.Grid) finding.Place { return finding.Place{File: g.File, Sheet: g.Sheet} }

// headingPlace is the heading rows of a candidate.
func headingPlace(g *grid.Grid, c *candidate) finding.Place {
	p := sheetPlace(g)
	p.Range = g.RangeRef(c.HeadingRange())
	return p
}

// HeadingRange is the range of the heading rows.
func (c *candidate) HeadingRange() grid.Range {
	return grid.Range{FromRow: c.first, FromCol: c.from, ToRow: c.last, ToCol: c.to}
}

func exampleSheet(g *grid.Grid) finding.Finding {
	return finding.Finding{
		Code: codeExample, Severity: finding.Info, Place: sheetPlace(g),
		Message: lang.Say("記入例のシートのため読みませんでした。", "The sheet is an example and was not read."),
		Fix:     lang.Say("このままで構いません。", "Nothing need be done."),
	}
}

// twoTables is the C322 of a sheet whose headings fit two tables alike.
func twoTables(g *grid.Grid, fits []*search) finding.Finding {
	var ja, en []string
	for _, s := range fits {
		ja, en = append(ja, "「"+s.schema.Sheet.JA+"」"), append(en, s.schema.Sheet.EN)
	}
	return finding.Finding{
		Code: codeTwoTables, Severity: finding.Error, Place: headingPlace(g, fits[0].best),
		Message: lang.Sayf("見出しが%[1]sのどちらにも当てはまるため、何の表か決められません。",
			"The headings fit %[2]s alike; which table it is cannot be told.",
			strings.Join(ja, "と"), strings.Join(en, " and ")),
		Fix: lang.Sayf("シート名を「%[1]s」などに変えるか、読み取りの設定でどの表かを決めてください。",
			"Rename the sheet (for example to %[2]s), or say in the settings of reading which table it is.",
			fits[0].schema.Sheet.JA, fits[0].schema.Sheet.EN),
	}
}

// TwoSheets is the C313 of a sheet that is a copy of another, in the same file or in a copy of it.
func TwoSheets(copied, original *Table) finding.Finding {
	a, b := Names(copied, original)
	return finding.Finding{
		Code: codeTwoSheets, Severity: finding.Error, Place: sheetPlace(copied.Grid),
		Message: lang.Sayf("「%[1]s」の表が2枚（「%[2]s」と「%[3]s」）あり、写しのように見えます。「%[2]s」は読みませんでした。",
			"There are two sheets of %[4]s (%[2]s and %[3]s), one of them apparently a copy. %[2]s was not read.",
			copied.Schema.Sheet.JA, a, b, copied.Schema.Sheet.EN),
		Fix: lang.Say("使わない方のシートやファイルを削除するか、読み取りの設定で「読まない」にしてください。",
			"Delete the sheet or file that is not used, or set it to be not read in the settings of reading."),
		Related: []finding.Place{sheetPlace(original.Grid)},
	}
}

// reportFailures turns the sheets that could not be read into findings. A sheet whose name only
// contains a table's name is no failure when another sheet is that table, or none need be.
func (p *planner) reportFailures() {
	for _, f := range p.failed {
		if (p.has(f.search.schema) || !f.search.schema.Required) && !f.sure && len(f.search.alike) == 0 {
			p.unused = append(p.unused, f.view)
			continue
		}
		p.reported[f.search.schema.Key] = true
		p.findings = append(p.findings, f.finding())
	}
}

// has reports whether the table was found in some sheet.
func (p *planner) has(t *schema.Table) bool {
	return slices.ContainsFunc(p.tables, func(f *Table) bool { return f.Schema == t })
}

// finding says why the sheet cannot be read as the table.
func (f failure) finding() finding.Finding {
	t, best := f.search.schema, f.search.best
	switch {
	case best == nil && f.view.layout.isSquared():
		return squares(f.view.grid)
	case best == nil:
		return noHeading(f.view.grid, t)
	case len(f.search.alike) > 0:
		return twoHeadings(f.view.grid, t, best, f.search.alike)
	case best.full():
		return twoColumns(f.view.grid, t, best.ambiguous(t))
	}
	missing := noColumn(f.view, t, best)
	for _, said := range f.above {
		missing.Message.JA += fmt.Sprintf("表の上の %s「%s」は、「参加者」シートの1人に決められないため使っていません。", said.ref, lang.Quote(said.text))
		missing.Message.EN += fmt.Sprintf(" What stands above the table in %s (%s) does not name exactly one participant.",
			said.ref, lang.Quote(said.text))
		missing.Related = append(missing.Related,
			finding.Place{File: f.view.grid.File, Sheet: f.view.grid.Sheet, Range: said.ref})
	}
	return missing
}

// lastSearched is the number of the last row in which headings were looked for.
func lastSearched(g *grid.Grid) int {
	if rows := HeadingRows(g); rows > 0 && rows < min(len(g.Rows), lastHeadingRow) {
		return min(g.Rows[rows-1].Number, lastHeadingRow)
	}
	return lastHeadingRow
}

func noHeading(g *grid.Grid, t *schema.Table) finding.Finding {
	var ja, en []string
	for _, key := range t.RequiredKeys() {
		c := t.Column(key)
		ja, en = append(ja, "「"+c.Heading.JA+"」"), append(en, c.Heading.EN)
	}
	return finding.Finding{
		Code: codeNoHeading, Severity: finding.Error, Place: sheetPlace(g),
		Message: lang.Sayf("「%[1]s」の見出しの行が見つかりません（先頭から%[3]d行まで探しました）。",
			"No heading row of %[2]s was found in the first %[3]d rows.", t.Sheet.JA, t.Sheet.EN, lastSearched(g)),
		Fix: lang.Sayf("%[1]sの見出しがある行を表の先頭に置くか、読み取りの設定で見出しの行と列を決めてください。",
			"Put a row with the headings %[2]s above the data, or give the row of headings and the columns in the settings of "+
				"reading.",
			strings.Join(ja, ""), strings.Join(en, ", ")),
	}
}

func twoHeadings(g *grid.Grid, t *schema.Table, best *candidate, alike []*candidate) finding.Finding {
	places := []finding.Place{headingPlace(g, best)}
	names := []string{places[0].Range}
	for _, c := range alike {
		place := headingPlace(g, c)
		places, names = append(places, place), append(names, place.Range)
	}
	return finding.Finding{
		Code: codeTwoHeadings, Severity: finding.Error, Place: places[0], Related: places[1:],
		Message: lang.Sayf("「%[1]s」の見出しに見える行が2つ以上あります（%[3]s）。どちらの表か決められません。",
			"Several rows look like the heading of %[2]s (%[3]s); which one it is cannot be told.", t.Sheet.JA, t.Sheet.EN,
			strings.Join(names, "、")),
		Fix: lang.Say("使わない方の表を別のシートに移すか、読み取りの設定で見出しの行を決めてください。",
			"Move the other table to a sheet of its own, or give the row of headings in the settings of reading."),
	}
}

// noColumn is the C312 of a heading row that lacks required columns; headings that resemble
// them are named.
func noColumn(v *sheetView, t *schema.Table, best *candidate) finding.Finding {
	var ja, en, like []string
	for _, key := range best.missing {
		c := t.Column(key)
		ja, en = append(ja, "「"+c.Heading.JA+"」"), append(en, c.Heading.EN)
		for _, h := range v.layout.resembling(c, t, best) {
			like = append(like, fmt.Sprintf("「%s」→「%s」?", h, c.Heading.JA))
		}
	}
	f := finding.Finding{
		Code: codeNoColumn, Severity: finding.Error, Place: headingPlace(v.grid, best),
		Message: lang.Sayf("「%[1]s」に必要な列%[3]sがありません。", "%[2]s lacks the column %[4]s.", t.Sheet.JA, t.Sheet.EN,
			strings.Join(ja, ""), strings.Join(en, ", ")),
		Fix: lang.Sayf("あたる列があれば見出しを「%[1]s」に書き直し、なければ列を足してください。書き直せないときは、読み取りの設定で、"+
			"どの列が「%[1]s」か、または全部の行に共通の「%[1]s」を決められます。",
			"Name the heading of the column %[2]s if there is one, or add it. If the sheet must stay as it is, say in the "+
				"settings of reading which column is %[2]s, or what %[2]s is for all rows.",
			t.Column(best.missing[0]).Heading.JA,
			t.Column(best.missing[0]).Heading.EN),
	}
	v.layout.sayOtherUnits(&f, t, best)
	if len(best.missing) == 1 && best.missing[0] == statedColumn && t.Key != schema.Participants {
		f.Fix.JA += "1人分の表なら、表の上に「氏名：山田花子」のように書くだけでも読めます。"
		f.Fix.EN += " For a table of one person it is enough to write 氏名：山田花子 above it."
	}
	if len(like) > 0 {
		hint := strings.Join(like[:min(len(like), 5)], " ")
		f.Message.JA += "似た見出しがあります：" + hint
		f.Message.EN += " Similar: " + hint
	}
	return f
}

func squares(g *grid.Grid) finding.Finding {
	return finding.Finding{
		Code: codeSquares, Severity: finding.Error, Place: sheetPlace(g),
		Message: lang.Say("細かいマス目を結合した様式（方眼紙）のため、表として読めません。",
			"The sheet is a form drawn with merged squares and cannot be read as a table."),
		Fix: lang.Say("1行に1件、1列に1項目の表に書き写してください。「pilot90 init」でひな形を作れます。",
			"Copy it into a table with one record a row; \"pilot90 init\" makes a template."),
	}
}

// isSquared reports a sheet of which most is merged: a form, not a table.
func (l *layout) isSquared() bool {
	cells := 0
	for _, r := range l.grid.Rows {
		cells += len(r.Cells)
	}
	wide := 0
	for _, m := range l.grid.Merges {
		if m.ToCol > m.FromCol {
			wide++
		}
	}
	return wide >= 10 && wide*2 >= cells
}

// reportMissing reports required sheets that no file has.
func (p *planner) reportMissing() {
	for _, t := range schema.Tables() {
		if !t.Required || p.has(t) || p.reported[t.Key] || p.takenFromLog(t.Key) {
			continue
		}
		p.findings = append(p.findings, finding.Finding{
			Code: codeNoSheet, Severity: finding.Error, Place: finding.Place{File: p.where},
			Message: lang.Sayf("「%[1]s」のシートがありません。", "There is no sheet %[2]s.", t.Sheet.JA, t.Sheet.EN),
			Fix: lang.Sayf("シート名を「%[1]s」にするか、読み取りの設定でどのシートが「%[1]s」かを決めてください。",
				"Name the sheet %[2]s, or say in the settings of reading which sheet it is.", t.Sheet.JA, t.Sheet.EN),
		})
	}
}
