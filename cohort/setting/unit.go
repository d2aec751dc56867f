package setting

import (
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// UnitOf returns the unit that a word gives to the plain numbers of a column: 分, 60進 or 1コマ=90分 to hours, 千円 to
// an amount, 5段階 to a score. It is false for a word that is no unit of the column's, or in which it cannot be read.
func UnitOf(table schema.Key, c *schema.Column, word string) (cell.Unit, bool) {
	switch {
	case c.Kind == schema.HoursKind:
		u := cell.UnitOf(cell.TimeMeasure, word)
		return u, u.Readable() && u.Kind >= cell.UnitHours && u.Kind <= cell.UnitDays
	case c.Kind == schema.AmountKind:
		u := cell.UnitOf(cell.MoneyMeasure, word)
		return u, u.Readable() && u.Kind == cell.UnitYen
	case table == schema.Surveys && c.Kind == schema.NumberKind:
		u := cell.UnitOf(cell.ScoreMeasure, word)
		return u, u.Readable() && u.Kind == cell.UnitScale
	}
	return cell.Unit{}, false
}

// UnitWords are the units that a column can be given, the usual one first; none for a column without units.
func UnitWords(table schema.Key, c *schema.Column) []lang.Text {
	switch {
	case c.Kind == schema.HoursKind:
		return []lang.Text{
			{JA: "時間", EN: "時間 (hours)"}, {JA: "分", EN: "分 (minutes)"}, {JA: "秒", EN: "秒 (seconds)"},
			{JA: "60進", EN: "60進 (1.30 is an hour and a half)"}, {JA: "時:分", EN: "時:分"}, {JA: "HMM", EN: "HMM"},
			{JA: "分:秒", EN: "分:秒"}, {JA: "1コマ=90分", EN: "1コマ=90分"}, {JA: "1人日=8時間", EN: "1人日=8時間"}}
	case c.Kind == schema.AmountKind:
		return []lang.Text{{JA: "円", EN: "円 (yen)"}, {JA: "千円", EN: "千円 (1,000 yen)"},
			{JA: "万円", EN: "万円 (10,000 yen)"}, {JA: "百万円", EN: "百万円 (a million yen)"}}
	case table == schema.Surveys && c.Kind == schema.NumberKind:
		return []lang.Text{{JA: "5段階", EN: "5段階 (1 to 5)"}}
	}
	return nil
}

// UnitsFor lists, as a message does, the units that a column can be given; empty for a column without units.
func UnitsFor(table schema.Key, c *schema.Column) lang.Text {
	var ja, en []string
	for _, w := range UnitWords(table, c) {
		ja, en = append(ja, w.JA), append(en, w.EN)
	}
	return lang.Say(strings.Join(ja, "、"), strings.Join(en, ", "))
}

// units reads the units by column, those that are their columns'.
func (s *section) units(table *schema.Table) map[string]string {
	units := s.columnTexts("units", table)
	for _, c := range table.Columns {
		word, given := units[c.Key]
		if !given {
			continue
		}
		if _, ok := UnitOf(table.Key, &c, word); ok {
			continue
		}
		delete(units, c.Key)
		at, list := join(join(s.path, "units"), c.Key), UnitsFor(table.Key, &c)
		if list.Empty() {
			s.report(codeWrongValue, at, word, lang.Sayf("「%[1]s」には単位がありません。", "%[2]s has no unit.", c.Heading.JA, c.Heading.EN),
				lang.Say("この行を削除してください。", "Delete the line."))
			continue
		}
		s.report(codeWrongValue, at, word,
			lang.Sayf("「%[1]s」は「%[2]s」の単位として使えません。", "“%[1]s” is no unit of %[3]s that can be read.", lang.Quote(word),
				c.Heading.JA,
				c.Heading.EN),
			lang.Sayf("%[1]s のどれかを書いてください。", "Write one of %[2]s.", list.JA, list.EN))
	}
	if len(units) == 0 {
		return nil
	}
	return units
}

// ignored reads what a pin says is not read: true for the sheet, or a list of headings and column letters.
func (s *section) ignored(p *Pin) {
	if all, isBool := s.values["ignore"].(bool); isBool {
		s.known = append(s.known, "ignore")
		p.Ignore = all
		return
	}
	p.Ignored = slices.DeleteFunc(s.texts("ignore"), func(t string) bool { return t == "" })
}
