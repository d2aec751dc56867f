package layout

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/sheet/grid"
)

// yenScales are the units in which offices keep money, in yen.
var yenScales = map[string]float64{"円": 1, "千円": 1e3, "万円": 1e4, "百万円": 1e6, "億円": 1e8}

// hourScales are the units in which offices keep working time, in hours.
var hourScales = map[string]float64{"時間": 1, "h": 1, "hour": 1, "hours": 1, "hr": 1, "hrs": 1,
	"分": 1.0 / 60, "min": 1.0 / 60, "minute": 1.0 / 60, "minutes": 1.0 / 60}

// unitScale returns the factor that a unit written in a heading or a unit row puts on the plain
// numbers of a column of the kind, and false when the text is no unit of that kind.
func unitScale(kind schema.Kind, unit string) (float64, bool) {
	unit = strings.TrimPrefix(unit, "単位")
	var scales map[string]float64
	switch kind {
	case schema.AmountKind:
		scales = yenScales
	case schema.HoursKind:
		scales = hourScales
	}
	f, ok := scales[unit]
	return f, ok
}

// unitWords are the other words of a unit row, which stands between the headings and the data.
var unitWords = map[string]bool{"年": true, "月": true, "日": true, "年月日": true, "人": true, "名": true, "件": true,
	"回": true, "点": true, "%": true,
	"個": true, "本": true, "枚": true, "月日": true, "有無": true, "番号": true, "文字": true, "文字列": true, "数値": true, "日付": true,
	"選択": true, "任意": true, "必須": true,
	"yyyymmdd": true, "ymd": true, "h:mm": true, "hmm": true, "円月": true, "円件": true, "円時間": true, "円h": true, "円年": true,
	"円人": true, "円回": true, "円枚": true, "円本": true, "円文字": true, "円日": true, "人日": true, "人月": true, "yen": true,
	"秒": true, "秒単位": true, "分単位": true, "sec": true, "seconds": true, "60進": true, "60進法": true, "分秒": true, "mmss": true,
	"コマ": true, "歳": true, "才": true, "代": true, "時": true}

// isUnitWord reports whether the text is a unit alone, in brackets or not: 円, (時間), 単位：千円.
func isUnitWord(s string) bool {
	whole, _, _ := headingForm(s)
	if whole == "" {
		return isMark(s)
	}
	word := strings.TrimPrefix(whole, "単位")
	_, yen := yenScales[word]
	_, hours := hourScales[word]
	return yen || hours || unitWords[word]
}

// isMark reports a cell that holds only a dash or like marks.
func isMark(s string) bool {
	return strings.Trim(norm.NFKC.String(s), " -‐–—―ー・/○×*\u3000") == ""
}

// yenUnits is a pattern of the units of money, those that hold another first.
var yenUnits = func() string {
	units := slices.SortedFunc(maps.Keys(yenScales), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	return "(" + strings.Join(units, "|") + ")"
}()

// statedUnit is a remark that gives the unit of money of a whole table: 単位：千円, ※金額は千円単位.
var statedUnit = pattern.New(`単位[はがを]?` + yenUnits + `(です|とする)?$|` + yenUnits +
	`(を)?単位(です|とする|で表示|で記載|で記入)?$`)

// bracketedUnit is such a remark without the word, （千円）.
var bracketedUnit = pattern.New(`^[(\[【〔]` + yenUnits + `[)\]】〕]$`)

// statedScale returns the unit of money that a remark such as （単位：千円） above the headings
// gives to the whole table.
func statedScale(v cell.Value) (float64, bool) {
	if v.Kind != cell.Text || len(v.Text) > maxHeadingBytes || !strings.Contains(v.Text, "円") {
		return 0, false
	}
	whole, bare, _ := headingForm(v.Text)
	for _, form := range []string{whole, bare} {
		if m := statedUnit.FindStringSubmatch(form); m != nil {
			return yenScales[m[1]+m[3]], true
		}
	}
	if m := bracketedUnit.FindStringSubmatch(lang.Compact(v.Text)); m != nil {
		return yenScales[m[1]], true
	}
	return 0, false
}

// remarkedScale returns the unit of money that remarks beside the table give to it; 0 for none.
func (l *layout) remarkedScale(c *candidate) float64 {
	scale := 0.0
	for v := range l.remarks(c) {
		if f, ok := statedScale(v); ok {
			scale = f
		}
	}
	return scale
}

// remarks visits what may be said of the whole table: the cells at the foot of the sheet, then those above the table
// and in its heading rows that are no heading of a column. The nearer to the heading, the later.
func (l *layout) remarks(c *candidate) iter.Seq[cell.Value] {
	return func(visit func(cell.Value) bool) {
		for _, row := range l.foot() {
			if row.Number > c.last && !visit(row.Cells[0].Value) {
				return
			}
		}
		for i := range l.rows {
			row := &l.rows[i]
			if row.Number > c.last {
				return
			}
			for j := range row.Cells {
				at := &row.Cells[j]
				if !c.isHeading(row.Number, at) && l.standsOver(c, row.Number, at.Col) && !visit(at.Value) {
					return
				}
			}
		}
	}
}

// longestFoot is how many rows a foot has at most: who writes remarks below a table writes a handful.
const longestFoot = 1000

// foot are the last rows of the sheet that hold one text each, from the top; none where there are more of them than
// remarks are.
func (l *layout) foot() []grid.Row {
	rows := l.grid.Rows
	from := len(rows)
	for from > 0 && len(rows[from-1].Cells) == 1 && rows[from-1].Cells[0].Kind == cell.Text {
		from--
		if len(rows)-from > longestFoot {
			return nil
		}
	}
	return rows[from:]
}

// isHeading reports a cell in the heading of a column, whose unit is of that column alone.
func (c *candidate) isHeading(row int, cell *grid.Cell) bool {
	return row >= c.first && !isUnitWord(cell.Text) &&
		slices.ContainsFunc(c.Columns, func(f foundColumn) bool {
			return f.From > 0 && f.From <= cell.Col && cell.Col <= f.to
		})
}

// standsOver reports whether a remark is for the table: it stands over its columns, or beside
// them where nothing else does. Right of the table and over other cells, it is theirs.
func (l *layout) standsOver(c *candidate, row, col int) bool {
	if m, ok := l.grid.MergeAt(row, col); col <= c.to || ok && m.FromCol <= c.to {
		return true
	}
	for other := c.to + 1; other < len(l.lower); other++ {
		if l.lower[other] > row {
			return false
		}
	}
	return true
}

// statesUnit reports a row between the headings and the first record that gives the unit of
// money of the whole table, in whatever column, and holds nothing but words besides.
func (s *Scan) statesUnit(row *grid.Row, complete bool) bool {
	stated := false
	for j := range row.Cells {
		c := &row.Cells[j]
		if c.IsBlank() {
			continue
		}
		_, unit := statedScale(c.Value)
		unit = unit && s.concerns(c)
		stated = stated || unit
		if c.Kind != cell.Text || !unit && (complete || s.holdsNumber(c)) && !isUnitWord(c.Text) {
			return false
		}
	}
	return stated
}

// holdsNumber reports a cell with digits in a column of numbers.
func (s *Scan) holdsNumber(c *grid.Cell) bool {
	if c.Col >= len(s.slotOf) || s.slotOf[c.Col] < 0 {
		return false
	}
	return additive(s.Schema.Columns[s.slotOf[c.Col]].Kind) && strings.ContainsAny(lang.Compact(c.Text), "0123456789")
}

// takeStatedUnit puts the unit that a row states on the whole table.
func (s *Scan) takeStatedUnit(row *grid.Row) {
	for j := range row.Cells {
		if f, ok := statedScale(row.Cells[j].Value); ok && s.concerns(&row.Cells[j]) {
			s.yenScale = f
		}
	}
}

// concerns reports a remark below the headings that does not stand over another table.
func (s *Scan) concerns(c *grid.Cell) bool {
	for _, b := range s.beside {
		if b.from <= c.Col && c.Col <= b.to {
			return false
		}
	}
	return true
}

// taxNote is what may stand behind an amount without being its unit.
var taxNote = pattern.New(`\(?(税込み?|税抜き?|税別|内税|外税)\)?\s*$`)

// remarkMark is the mark of a remark, which may stand behind both.
var remarkMark = pattern.New(`※[0-9]*\s*$`)

// BareNumber reports a value that has no unit of its own, so that the column's unit bears on it.
func BareNumber(v cell.Value) bool {
	if v.Kind == cell.Number {
		return v.Format == cell.Plain
	}
	for _, r := range taxNote.ReplaceAllString(remarkMark.ReplaceAllString(norm.NFKC.String(v.Text), ""), "") {
		if !strings.ContainsRune("0123456789.,+-()△▲¥\\ ", r) {
			return false
		}
	}
	return v.Kind == cell.Text
}

// UnitFrom is what gives the plain numbers of a column their unit.
type UnitFrom uint8

// A unit is that of the heading unless a row below it, a remark above the table or a pin gives one.
const (
	UnitInHeading UnitFrom = iota
	UnitInRow
	UnitInRemark
	UnitPinned
	UnitUsual // nothing gives one: hours, yen
)

// Unit returns the unit of the plain numbers in column i of the schema, and what gives it; "" for a column whose
// numbers have none.
func (t *Table) Unit(i int) (string, UnitFrom) {
	c := &t.Columns[i]
	switch t.Schema.Columns[i].Kind {
	case schema.HoursKind:
		switch u := t.HoursUnit(i); {
		case c.unit.Kind != cell.UnknownUnit:
			return u.Text, c.from
		case u.Kind != cell.UnknownUnit:
			return u.Text, UnitInRemark
		}
		return "時間", UnitUsual
	case schema.AmountKind:
		if scale := t.Scale(i); c.scale != 0 {
			return yenUnit(scale), c.from
		} else if t.yenScale != 0 {
			return yenUnit(scale), UnitInRemark
		}
		return "円", UnitUsual
	}
	return "", UnitUsual
}

// yenUnit is the unit of so many yen.
func yenUnit(scale float64) string {
	for unit, f := range yenScales {
		if f == scale {
			return unit
		}
	}
	return lang.Yen(scale) + "円"
}
