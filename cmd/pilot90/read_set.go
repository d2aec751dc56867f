package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"pilot90/cmd/pilot90/disk"
	"pilot90/cohort"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
	"pilot90/cohort/layout"
	"pilot90/cohort/pattern"
	"pilot90/cohort/schema"
	"pilot90/cohort/setting"
)

// teach makes the changes that --set and --unset ask for, all of them or none, and returns the ledger as it is
// read then.
func (a *app) teach(ctx context.Context, path string, c *cohort.Ledger, f *readFlags) (*cohort.Ledger, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, cannot(err)
	}
	dir := path
	if !info.IsDir() {
		if strings.EqualFold(filepath.Base(path), setting.File) {
			dir = filepath.Dir(path)
		} else {
			return nil, a.Errorf("--set と --unset には、台帳のフォルダーを指定してください（%s はファイルです）",
				"--set and --unset need the folder of the ledger (%s is a file)", path)
		}
	}
	var changes []cohort.Change
	for i, typed := range slices.Concat(f.unset, f.set) {
		some, err := a.parseChange(typed, i < len(f.unset), c)
		if err != nil {
			return nil, err
		}
		changes = append(changes, some...)
	}
	pins, trouble := c.Changed(changes)
	if !trouble.Empty() {
		return nil, a.Errorf("%[1]s何も書いていません", "%[2]s Nothing was written", trouble.JA, trouble.EN)
	}
	text, err := setting.WriteReading(pins)
	if err != nil {
		return nil, cannot(err)
	}
	f.ledger.reading = text
	after, err := a.read(ctx, path, &f.ledger)
	if err != nil {
		return nil, err
	}
	if err := a.holds(changes, c, after); err != nil {
		return nil, err
	}
	return after, writeLearned(dir, pins, text)
}

// writeLearned writes reading.toml, or removes it when nothing is set any more.
func writeLearned(dir string, pins []setting.Pin, text []byte) error {
	path := filepath.Join(dir, setting.ReadingFile)
	err := error(nil)
	if len(pins) > 0 {
		err = disk.WriteWhole(path, text)
	} else if err = os.Remove(path); os.IsNotExist(err) {
		err = nil
	}
	if err != nil {
		return cannot(err)
	}
	return nil
}

// holds returns what keeps a change from being so, before anything is written.
func (a *app) holds(changes []cohort.Change, before, after *cohort.Ledger) error {
	for _, f := range after.Findings {
		stale := f.Code == layout.CodeLearnedSheet || f.Code == layout.CodeLearnedColumn ||
			f.File == setting.ReadingFile && f.Severity == finding.Error
		if stale && !slices.ContainsFunc(before.Findings, func(o finding.Finding) bool {
			return o.Code == f.Code && o.Value == f.Value
		}) {
			return a.Errorf("%[1]s何も書いていません", "%[2]s Nothing was written", f.Message.JA, f.Message.EN)
		}
	}
	reading := after.Reading()
	for _, ch := range changes {
		if why := reading.Denies(ch); !why.Empty() {
			return a.Errorf("%[1]s何も書いていません", "%[2]s Nothing was written", why.JA, why.EN)
		}
	}
	return nil
}

// parseChange reads one --set or --unset; a sheet that several files have gives a change for each.
func (a *app) parseChange(typed string, undo bool, c *cohort.Ledger) ([]cohort.Change, error) {
	sheets, rest := sheetOf(typed, c)
	if sheets == nil && undo {
		sheet, column, _ := strings.Cut(typed, "!")
		return []cohort.Change{{Sheet: sheet, Column: column, Undo: true}}, nil // of a sheet that is no longer there
	}
	if sheets == nil {
		return nil, a.Errorf("--set %s: そのシートはありません。シート名!列=項目、またはシート名=表 の形で指定してください",
			"--set %s: there is no such sheet; use SHEET!COLUMN=FIELD or SHEET=TABLE", typed)
	}
	var out []cohort.Change
	for _, ch := range sheets {
		ch.Undo = undo
		if err := a.parseRest(&ch, rest, typed, c); err != nil {
			return nil, err
		}
		out = append(out, ch)
	}
	return out, nil
}

// sheetOf cuts the name of a sheet off, which may hold ! and = itself: the longest name that there is. What is left
// begins with ! or =, or is empty.
func sheetOf(typed string, c *cohort.Ledger) (found []cohort.Change, rest string) {
	length := -1
	each := func(file, sheet string) {
		for _, name := range []string{sheet, "[" + file + "]" + sheet} {
			after, ok := strings.CutPrefix(typed, name)
			if !ok || after != "" && !strings.ContainsRune("!！=＝", []rune(after)[0]) || len(name) < length {
				continue
			}
			if len(name) > length {
				found, length = nil, len(name)
			}
			rest, found = after, append(found, cohort.Change{File: file, Sheet: sheet})
		}
	}
	for _, in := range c.Inputs {
		names := slices.Clone(in.Unread)
		for _, s := range in.Sheets {
			if !slices.Contains(names, s.Sheet) {
				names = append(names, s.Sheet)
			}
		}
		for _, sheet := range names {
			each(in.File, sheet)
		}
	}
	return found, rest
}

// notReadWords are the ways to say that something is not to be read.
var notReadWords = []string{"読まない", "ignore", "-"}

// parseRest reads what stands behind the sheet.
func (a *app) parseRest(ch *cohort.Change, rest, typed string, c *cohort.Ledger) error {
	_, ofColumn := cutAny(rest, "!！")
	if ch.Undo {
		ch.Column, _ = cutAny(rest, "!！")
		return nil
	}
	value, isSet := cutAny(rest, "=＝")
	column := ""
	if ofColumn {
		column, _ = cutAny(rest, "!！")
		ch.Column, value, isSet = lastCut(column)
		column = ch.Column
	}
	value = strings.TrimSpace(value)
	switch {
	case !isSet || value == "" || ofColumn && ch.Column == "":
		return a.Errorf("--set %s: シート名!列=項目、またはシート名=表 の形で指定してください",
			"--set %s: use SHEET!COLUMN=FIELD or SHEET=TABLE", typed)
	case ofColumn && isConstant(ch.Column):
		ch.Constant, ch.Column = value, ""
		return a.parseField(ch, strings.TrimRight(column, ":："), c)
	case slices.Contains(notReadWords, lang.Lower(value)):
		ch.Ignore = true
		return nil
	case ofColumn:
		return a.parseField(ch, value, c)
	}
	return a.parseTable(ch, value)
}

// isConstant reports the left side of FIELD:=VALUE.
func isConstant(left string) bool {
	bare := strings.TrimRight(left, ":：")
	return bare != left && bare != ""
}

// cutAny returns what stands behind one of the signs with which the text begins.
func cutAny(text, signs string) (string, bool) {
	for _, r := range signs {
		if after, ok := strings.CutPrefix(text, string(r)); ok {
			return after, true
		}
	}
	return "", false
}

// lastCut cuts at the last equals sign that is none of a unit such as 1コマ=90分.
func lastCut(text string) (column, value string, ok bool) {
	at := strings.LastIndexAny(text, "=＝")
	if unit := strings.LastIndexAny(text, ":："); unit >= 0 && at > unit {
		if before := strings.LastIndexAny(text[:unit], "=＝"); before >= 0 {
			at = before
		}
	}
	if at < 0 {
		return text, "", false
	}
	sign := []rune(text[at:])[0]
	return text[:at], text[at+len(string(sign)):], true
}

// parseField reads FIELD[:UNIT], the field by its key, its heading or any other heading of the column.
func (a *app) parseField(ch *cohort.Change, value string, c *cohort.Ledger) error {
	at := strings.IndexAny(value, ":：")
	name := value
	if at >= 0 {
		name = value[:at]
		ch.Unit = strings.TrimSpace(strings.TrimLeft(value[at:], ":："))
	}
	if name = strings.TrimSpace(name); name == "" {
		return nil
	}
	tables := schema.Tables()
	if now := c.Reading().TableOf(ch.File, ch.Sheet); now != "" {
		tables = []*schema.Table{schema.ByKey(now)}
	}
	for _, t := range tables {
		if ch.Field = layout.ColumnNamed(t.Key, name); ch.Field != "" {
			return nil
		}
	}
	return a.unknownField(name, tables)
}

// unknownField is the error of a name that is no field's, with the nearest or all of them.
func (a *app) unknownField(name string, tables []*schema.Table) error {
	var names []string
	for _, t := range tables {
		for _, col := range t.Columns {
			names = append(names, a.Say(col.Heading))
		}
	}
	if near := lang.Nearest(name, names); near != "" {
		return a.Errorf("「%[1]s」という項目はありません。「%[2]s」のことですか", "there is no field “%[1]s”; is it %[2]s?", name, near)
	}
	if len(tables) > 1 {
		return a.Errorf("「%s」という項目はありません", "there is no field “%s”", name)
	}
	return a.Errorf("「%[1]s」という項目はありません。使えるのは %[2]s です", "there is no field “%[1]s”; there are %[2]s", name,
		strings.Join(names, "、"))
}

// headingRow is the row of the headings behind a table: 作業ログ:3行目, tasks:3.
var headingRow = pattern.New(`^(.*?):(?:row)?([0-9]{1,7})(?:行目?)?$`)

// shapeWords are the words for shapes of sheets, beside the keys of setting.Shapes.
var shapeWords = map[string]string{"行": setting.RowsShape, "月の表": setting.MonthShape, "日の一覧": setting.MatrixShape,
	"月の一覧": setting.PayShape}

// parseTable reads TABLE[:ROW][:SHAPE], the table by its key or any name of its sheet.
func (a *app) parseTable(ch *cohort.Change, value string) error {
	name := lang.Compact(value)
	if at := strings.LastIndex(name, ":"); at >= 0 {
		word := lang.Lower(name[at+1:])
		if shape := cmp.Or(shapeWords[word], word); slices.Contains(setting.Shapes(), shape) {
			name, ch.Shape = name[:at], shape
		}
	}
	if m := headingRow.FindStringSubmatch(name); m != nil {
		name = m[1]
		ch.HeadingRow, _ = strconv.Atoi(m[2]) // at most seven digits
	}
	ch.Table = schema.Key(lang.Lower(name))
	if schema.ByKey(ch.Table) == nil {
		ch.Table = layout.TableNamed(name).Key
	}
	if ch.Table != "" {
		return nil
	}
	var names []string
	for _, t := range schema.Tables() {
		names = append(names, a.Say(t.Sheet))
	}
	return a.Errorf("「%[1]s」という表はありません。使えるのは %[2]s です", "there is no table “%[1]s”; there are %[2]s", value,
		strings.Join(names, "、"))
}
