package layout

import (
	"maps"
	"slices"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
	"pilot90/cohort/sheet/grid"
)

// Codes of findings of what reading.toml says.
const (
	CodeLearnedSheet  = "C340" // warning: no sheet is the one that is meant
	CodeLearnedColumn = "C341" // warning: the sheet has not the heading that is meant
	CodeLearned       = "C342" // info: a sheet was read as reading.toml says
)

// learnedFix is the way to mend an entry.
var learnedFix = lang.Say("読み取りの設定（reading.toml）で、この指定をやり直すか取り消してください。名前を変えただけなら、元の名前に戻しても直ります。",
	"Give it anew or take it back in the settings of reading (reading.toml). If a name was changed, the old name does "+
		"too.")

// learnedOf is what reading.toml says about a sheet of a book. Of one of several tables that stand in a sheet it is
// what is said of that table; what is said of another table of the sheet is none of its own.
func learnedOf(pilot *setting.Pilot, b *grid.Book, g *grid.Grid) *setting.Pin {
	pin := pilot.LearnedFor(g.File, g.Sheet)
	if pin == nil || pin.Ignore || g.Holds == "" {
		return pin
	}
	if own := pilot.LearnedOf(g.File, g.Sheet, schema.Key(g.Holds)); own != nil {
		return own
	}
	if slices.ContainsFunc(b.Sheets, func(o *grid.Grid) bool {
		return o.Sheet == g.Sheet && o.Holds != "" && pilot.LearnedOf(o.File, o.Sheet, schema.Key(o.Holds)) != nil
	}) {
		return nil
	}
	return pin
}

// ignore leaves a sheet out that a pin says is not read.
func (p *planner) ignore(v *sheetView, pin *setting.Pin) {
	p.findings = append(p.findings, finding.Finding{
		Code: CodeLearned, Severity: finding.Info, Place: sheetPlace(v.grid),
		Message: lang.Say("読まないと決めてあるため、このシートは使いませんでした。", "The sheet was not used, as it is set not to be read."),
		Fix:     lang.Say("読みたいときは、読み取りの設定を取り消してください。", "To have it read, take the setting back."),
	})
}

// reportLearned says what reading.toml changed, and which of its entries have nothing to hold for any more.
func (p *planner) reportLearned(books []*grid.Book) {
	for i := range p.pilot.Learned {
		pin := &p.pilot.Learned[i]
		if !meansASheet(books, pin) {
			f := pin.Placed(finding.Finding{Code: CodeLearnedSheet, Severity: finding.Warning, Value: pin.Sheet,
				Message: lang.Sayf("読み方を決めたシート「%[1]s」がありません。", "There is no sheet “%[1]s”, whose reading was set.", pinName(pin)),
				Fix:     learnedFix})
			p.findings = append(p.findings, f)
			continue
		}
		if pin.Ignore {
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(pin.Columns)) {
			if !p.foundFor(pin, key) {
				p.findings = append(p.findings, columnGone(pin, key))
			}
		}
	}
	for _, t := range p.tables {
		if pin := p.pilot.LearnedOf(t.Grid.File, t.Grid.Sheet, t.Schema.Key); pin != nil {
			p.findings = append(p.findings, asSet(t, pin))
		}
	}
}

// pinName is what a pin calls its sheet.
func pinName(pin *setting.Pin) string {
	if pin.Sheet == "" {
		return lang.Quote(strings.Join(pin.Files, "、"))
	}
	return lang.Quote(pin.Sheet)
}

// meansASheet reports whether the ledger has a sheet that the pin means.
func meansASheet(books []*grid.Book, pin *setting.Pin) bool {
	return slices.ContainsFunc(books, func(b *grid.Book) bool {
		return slices.ContainsFunc(b.Sheets, func(g *grid.Grid) bool { return pin.Holds(g.File, g.Sheet) })
	})
}

// foundFor reports whether some sheet that the pin means has the column where the pin says it is, or another pin
// that goes before says something else of it.
func (p *planner) foundFor(pin *setting.Pin, key string) bool {
	return slices.ContainsFunc(p.tables, func(t *Table) bool {
		i := t.Schema.Index(key)
		return t.Schema.Key == pin.Table && pin.Holds(t.Grid.File, t.Grid.Sheet) && i >= 0 && t.Columns[i].From > 0 &&
			(t.Columns[i].rank == pinnedRank || t.pin.Columns[key] != pin.Columns[key])
	})
}

// columnGone is the C341 of a column.
func columnGone(pin *setting.Pin, key string) finding.Finding {
	table := schema.ByKey(pin.Table)
	c := table.Column(key)
	return pin.Placed(finding.Finding{
		Code: CodeLearnedColumn, Severity: finding.Warning, Value: pin.Columns[key],
		Message: lang.Sayf("「%[1]s」のシートに、「%[2]s」として読むと決めた列「%[3]s」がありません。",
			"The sheet “%[1]s” has no column “%[3]s”, which was set to be read as %[4]s.", pinName(pin), c.Heading.JA,
			lang.Quote(pin.Columns[key]), c.Heading.EN),
		Fix: learnedFix,
	})
}

// asSet is the C342 of a sheet: what was set for it.
func asSet(t *Table, pin *setting.Pin) finding.Finding {
	var ja, en []string
	for i, c := range t.Schema.Columns {
		where, unit := pin.Columns[c.Key], pin.Units[c.Key]
		if t.Columns[i].From == 0 || where == "" && unit == "" || t.pin.Columns[c.Key] != where {
			continue
		}
		what, in := lang.Quote(t.Columns[i].Heading), ""
		if unit != "" && t.pin.Units[c.Key] == unit {
			in = "・" + lang.Quote(unit)
		}
		ja = append(ja, c.Heading.JA+"＝「"+what+"」"+in)
		en = append(en, c.Heading.EN+" = “"+what+"”"+in)
	}
	for _, where := range pin.Ignored {
		ja, en = append(ja, "「"+lang.Quote(where)+"」は読まない"), append(en, "“"+lang.Quote(where)+"” not read")
	}
	table := t.Schema.Sheet
	message := lang.Sayf("決めてあるとおり「%[1]s」として読みました。", "Read as %[2]s, as it is set.", table.JA, table.EN)
	if len(ja) > 0 {
		message = lang.Sayf("決めてあるとおり「%[1]s」として読みました（%[3]s）。", "Read as %[2]s, as it is set (%[4]s).", table.JA, table.EN,
			strings.Join(ja, "、"), strings.Join(en, "; "))
	}
	return finding.Finding{
		Code: CodeLearned, Severity: finding.Info, Place: headingPlace(t.Grid, t.candidate), Message: message,
		Fix: lang.Say("正しければ、このままで構いません。ちがうときは、読み取りの設定を直してください。",
			"Nothing need be done if that is right; otherwise change the settings of reading."),
	}
}
