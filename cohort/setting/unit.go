package setting

import (
	"slices"

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

// UnitsFor lists, as a message does, the units that a column can be given; empty for a column without units.
func UnitsFor(table schema.Key, c *schema.Column) lang.Text {
	switch {
	case c.Kind == schema.HoursKind:
		return lang.Say("時間、分、秒、60進、時:分、HMM、分:秒、1コマ=90分、1人日=8時間",
			"時間 (hours), 分 (minutes), 秒 (seconds), 60進 (1.30 is an hour and a half), 時:分, HMM, 分:秒, 1コマ=90分, 1人日=8時間")
	case c.Kind == schema.AmountKind:
		return lang.Say("円、千円、万円、百万円", "円 (yen), 千円 (1,000 yen), 万円 (10,000 yen), 百万円 (a million yen)")
	case table == schema.Surveys && c.Kind == schema.NumberKind:
		return lang.Say("5段階", "5段階 (1 to 5)")
	}
	return lang.Text{}
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
