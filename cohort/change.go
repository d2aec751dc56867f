package cohort

import (
	"maps"
	"slices"
	"strings"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// A Change is one change of how a sheet is read. With Column it is about a column of the sheet, else about the sheet.
type Change struct {
	File, Sheet string     // the sheet
	Of          schema.Key // the one of several tables of the sheet that is meant; "" = its first, or that with the column
	Undo        bool       // takes back what was set
	Ignore      bool       // not read
	Table       schema.Key
	HeadingRow  int    // 0 = find it
	Shape       string // one of setting.Shapes(), or AnyShape to find it; "" = as it is set
	Constant    string // the value of Field in every row, of a change without a column; "" for none
	Column      string
	Field       string // the key of a column of the schema; "" keeps the one it has
	Unit        string // a word that setting.UnitOf knows; "" = the one that the sheet gives
}

// AnyShape has the shape of a sheet found.
const AnyShape = "any"

// Changed returns the pins of reading.toml as they are after the changes, in the order given. The text says what
// is wrong with a change; it is empty when nothing is, and else no pins are returned.
func (c *Ledger) Changed(changes []Change) ([]setting.Pin, lang.Text) {
	pilot := &setting.Pilot{Learned: slices.Clone(c.Pilot.Learned)}
	reading := c.Reading()
	for _, ch := range changes {
		if trouble := ch.apply(pilot, reading.tablesOf(&ch)); !trouble.Empty() {
			return nil, trouble
		}
	}
	return pilot.Learned, lang.Text{}
}

// apply changes the pin of the sheet, which was read as the tables, the one that is meant first; none of one that was
// not read.
func (ch *Change) apply(pilot *setting.Pilot, tables []*TableReading) lang.Text {
	var t *TableReading
	if len(tables) > 0 {
		t = tables[0]
	}
	i := slices.IndexFunc(pilot.Learned, func(p setting.Pin) bool { return ch.means(&p) })
	found := pilot.LearnedFor(ch.File, ch.Sheet)
	if len(tables) > 1 && found != nil && !found.Ignore {
		found = pilot.LearnedOf(ch.File, ch.Sheet, t.Table)
		i = -1
	}
	if found != nil {
		i = slices.IndexFunc(pilot.Learned, func(p setting.Pin) bool {
			return samePlace(&p, found) && p.Table == found.Table
		})
	}
	if ch.Undo {
		return ch.undo(pilot, i, t)
	}
	pin := setting.LearnedPin(ch.File, ch.Sheet)
	if i >= 0 {
		pin = copied(pilot.Learned[i])
	}
	if trouble := ch.put(&pin, t); !trouble.Empty() {
		return trouble
	}
	if i >= 0 {
		pilot.Learned[i] = pin
	} else {
		pilot.Learned = append(pilot.Learned, pin)
	}
	if ch.ofWhole(t) { // what was said of its tables holds no longer
		pilot.Learned = slices.DeleteFunc(pilot.Learned, func(p setting.Pin) bool {
			return samePlace(&p, &pin) && (p.Table != pin.Table || p.Ignore != pin.Ignore)
		})
	}
	return lang.Text{}
}

// ofWhole reports a change that makes a whole sheet, which was read as t, another table or none.
func (ch *Change) ofWhole(t *TableReading) bool {
	return ch.Column == "" && ch.Constant == "" && (ch.Ignore || t != nil && ch.Table != t.Table)
}

// samePlace reports two pins of one sheet.
func samePlace(a, b *setting.Pin) bool { return a.Sheet == b.Sheet && slices.Equal(a.Files, b.Files) }

// means reports a pin that is the one of the change by its very words, as of a sheet that is no longer there.
func (ch *Change) means(p *setting.Pin) bool {
	return ch.Undo && (p.Sheet == ch.Sheet || p.Sheet == setting.Pattern(ch.Sheet)) && (ch.File == "" ||
		slices.ContainsFunc(p.Files, func(glob string) bool { return setting.Matches(glob, ch.File) }))
}

// copied is a pin whose maps are its own.
func copied(p setting.Pin) setting.Pin {
	p.Columns, p.Units, p.Constants = maps.Clone(p.Columns), maps.Clone(p.Units), maps.Clone(p.Constants)
	p.Ignored = slices.Clone(p.Ignored)
	return p
}

// put makes the change in a pin.
func (ch *Change) put(pin *setting.Pin, t *TableReading) lang.Text {
	switch {
	case ch.Constant != "":
		return ch.putConstant(pin, t)
	case ch.Column != "":
		return ch.putColumn(pin, t)
	case ch.Ignore:
		*pin = setting.LearnedPin(ch.File, ch.Sheet)
		pin.Ignore = true
		return lang.Text{}
	}
	if pin.Table != ch.Table {
		fresh := setting.LearnedPin(ch.File, ch.Sheet)
		fresh.Files, fresh.Sheet = pin.Files, pin.Sheet
		*pin = fresh
	}
	pin.Table, pin.HeadingRow, pin.Ignore = ch.Table, ch.HeadingRow, false
	switch ch.Shape {
	case "":
	case AnyShape:
		pin.Shape = ""
	default:
		pin.Shape = ch.Shape
	}
	return lang.Text{}
}

// ofTable gives the pin the table that the sheet was read as, where it says none; the text says that nobody knows.
func (ch *Change) ofTable(pin *setting.Pin, t *TableReading) lang.Text {
	if pin.Table == "" && t != nil {
		pin.Table = t.Table
	}
	if pin.Table == "" || pin.Ignore {
		return lang.Sayf("シート「%[1]s」は読んでいません。先に、何の表かを決めてください（例：%[1]s=作業ログ）。",
			"The sheet “%[1]s” is not read. Say first which table it is (such as %[1]s=tasks).", lang.Quote(ch.Sheet))
	}
	return lang.Text{}
}

// putConstant gives a field one value for all rows of the sheet, in place of a column.
func (ch *Change) putConstant(pin *setting.Pin, t *TableReading) lang.Text {
	if trouble := ch.ofTable(pin, t); !trouble.Empty() {
		return trouble
	}
	column := schema.ByKey(pin.Table).Column(ch.Field)
	if column == nil {
		return lang.Sayf("「%[1]s」の表に、その項目はありません。", "%[2]s has no such field.", schema.ByKey(pin.Table).Sheet.JA,
			schema.ByKey(pin.Table).Sheet.EN)
	}
	value := ch.Constant
	if column.Kind == schema.DateKind {
		day, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: value})
		if fault != nil {
			return fault.Message
		}
		value = day.String()
	}
	if pin.Constants == nil {
		pin.Constants = map[string]string{}
	}
	pin.Constants[ch.Field] = value
	delete(pin.Columns, ch.Field)
	delete(pin.Units, ch.Field)
	return lang.Text{}
}

// putColumn makes the change of a column in a pin.
func (ch *Change) putColumn(pin *setting.Pin, t *TableReading) lang.Text {
	if trouble := ch.ofTable(pin, t); !trouble.Empty() {
		return trouble
	}
	where, now, trouble := ch.find(pin, t)
	if !trouble.Empty() {
		return trouble
	}
	field := ch.Field
	if field == "" && now != nil && now.Field != nil {
		field = now.Field.Key
	}
	column := schema.ByKey(pin.Table).Column(field)
	if column == nil && !ch.Ignore {
		return lang.Sayf("「%[1]s」の列を何として読むかを書いてください（例：%[1]s=時間:分）。",
			"Say what the column “%[1]s” is to be read as (such as %[1]s=hours:分).", lang.Quote(ch.Column))
	}
	if _, ok := setting.UnitOf(pin.Table, cmpColumn(column), ch.Unit); ch.Unit != "" && !ok {
		list := setting.UnitsFor(pin.Table, column)
		if list.Empty() {
			return lang.Sayf("「%[1]s」には単位がありません。", "%[2]s has no unit.", column.Heading.JA, column.Heading.EN)
		}
		return lang.Sayf("「%[1]s」は「%[2]s」の単位として使えません。%[4]s のどれかを書いてください。",
			"“%[1]s” is no unit of %[3]s that can be read. Write one of %[5]s.", lang.Quote(ch.Unit), column.Heading.JA,
			column.Heading.EN, list.JA, list.EN)
	}
	if now != nil && layout.AsksUnit(now.Why.Code) && ch.Unit == "" && !ch.Ignore {
		return lang.Sayf("%[1]s単位も決めてください（例：%[3]s=時間:分）。", "%[2]s Give the unit too (such as %[3]s=hours:分).",
			now.Why.Message.JA, now.Why.Message.EN, lang.Quote(ch.Column))
	}
	forget(pin, where, now)
	if ch.Ignore {
		pin.Ignored = append(pin.Ignored, where)
		slices.Sort(pin.Ignored)
		return lang.Text{}
	}
	pin.Columns[field] = where
	delete(pin.Units, field)
	delete(pin.Constants, field)
	if ch.Unit != "" {
		pin.Units[field] = ch.Unit
	}
	return lang.Text{}
}

// cmpColumn is the column, or one without a unit for none.
func cmpColumn(c *schema.Column) *schema.Column {
	if c == nil {
		return &schema.Column{}
	}
	return c
}

// find returns how the pin is to name the column, and the column as it was read; nil where the sheet was not read
// as the table.
func (ch *Change) find(pin *setting.Pin, t *TableReading) (where string, now *ColumnReading, trouble lang.Text) {
	if t == nil || t.Table != pin.Table {
		return ch.Column, nil, lang.Text{}
	}
	var found []*ColumnReading
	for i := range t.Columns {
		if t.Columns[i].is(ch.Column) {
			found = append(found, &t.Columns[i])
		}
	}
	switch len(found) {
	case 1:
		return ch.Column, found[0], lang.Text{}
	case 0:
		return "", nil, lang.Sayf("シート「%[1]s」に「%[2]s」という見出しや列はありません。", "The sheet “%[1]s” has no heading or column “%[2]s”.",
			lang.Quote(ch.Sheet), lang.Quote(ch.Column))
	}
	return "", nil, lang.Sayf("シート「%[1]s」には「%[2]s」という見出しが%[3]dつあります。列の記号（%[4]s など）で指定してください。",
		"The sheet “%[1]s” has %[3]d headings “%[2]s”. Name the column by its letter (such as %[4]s).", lang.Quote(ch.Sheet),
		lang.Quote(ch.Column), len(found), found[0].Letter)
}

// is reports whether the column has the letter or the heading.
func (c *ColumnReading) is(name string) bool {
	return c.Letter != "" && strings.EqualFold(c.Letter, name) ||
		c.Heading != "" && lang.CompactLower(c.Heading) == lang.CompactLower(name)
}

// forget takes what was said of a column out of the pin.
func forget(pin *setting.Pin, where string, now *ColumnReading) bool {
	same := func(other string) bool {
		return lang.CompactLower(other) == lang.CompactLower(where) || now != nil && now.is(other)
	}
	said := slices.ContainsFunc(pin.Ignored, same)
	pin.Ignored = slices.DeleteFunc(pin.Ignored, same)
	if pin.Columns == nil {
		pin.Columns = map[string]string{}
	}
	if pin.Units == nil {
		pin.Units = map[string]string{}
	}
	for key, at := range pin.Columns {
		if same(at) {
			said = true
			delete(pin.Columns, key)
			delete(pin.Units, key)
		}
	}
	return said
}

// undo takes back what the pin at i says; i < 0 for none.
func (ch *Change) undo(pilot *setting.Pilot, i int, t *TableReading) lang.Text {
	if i < 0 {
		return lang.Sayf("「%[1]s」の読み方は決めてありません。", "Nothing was set for “%[1]s”.", lang.Quote(ch.Sheet))
	}
	pin := copied(pilot.Learned[i])
	if ch.Column == "" && ch.Field == "" {
		pilot.Learned = slices.DeleteFunc(pilot.Learned, func(p setting.Pin) bool { return samePlace(&p, &pin) })
		return lang.Text{}
	}
	field := ch.Field
	if field == "" {
		field = layout.ColumnNamed(pin.Table, ch.Column)
	}
	if pin.Constants[field] != "" {
		delete(pin.Constants, field)
	} else if _, now, _ := ch.find(&pin, t); !forget(&pin, ch.Column, now) { // one that is gone has the words of the pin
		return lang.Sayf("「%[1]s」の列「%[2]s」の読み方は決めてありません。", "Nothing was set for the column “%[2]s” of “%[1]s”.",
			lang.Quote(ch.Sheet), lang.Quote(ch.Column))
	}
	pilot.Learned[i] = pin
	if pin.Bare() && layout.TableNamed(ch.Sheet).Key == pin.Table {
		pilot.Learned = slices.Delete(pilot.Learned, i, i+1)
	}
	return lang.Text{}
}
