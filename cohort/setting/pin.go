package setting

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/schema"
)

// globs reads a list of file patterns relative to the ledger.
func (s *section) globs(key string) []string {
	var ok []string
	for _, g := range s.texts(key) {
		g = strings.ReplaceAll(g, "\\", "/")
		_, err := path.Match(g, "")
		if err != nil || path.IsAbs(g) || strings.HasPrefix(path.Clean(g), "..") || strings.Contains(g, ":") {
			s.wrong(key, g, "台帳のフォルダーの中のファイル名（* が使えます）", "a file name inside the ledger's folder (* is allowed)")
			continue
		}
		ok = append(ok, path.Clean(g))
	}
	return ok
}

// pin reads one [[table]].
func (s *section) pin() (Pin, bool) {
	at := s.positions[s.path]
	p := Pin{Line: at.line, Col: at.col}
	var key string
	s.str("key", &key)
	p.Table = schema.Key(key)
	p.Files = s.globs("files")
	s.str("sheet", &p.Sheet)
	s.whole("heading_row", &p.HeadingRow, 1, 1_048_576)
	s.oneOf("shape", &p.Shape, Shapes()...)
	s.ignored(&p)
	if p.Ignore && key == "" && p.Locates() {
		s.done()
		return p, true
	}
	table := schema.ByKey(p.Table)
	if table == nil {
		var keys []string
		for _, t := range schema.Tables() {
			keys = append(keys, string(t.Key))
		}
		list := strings.Join(keys, ", ")
		s.wrong("key", key, list+" のどれか", "one of "+list)
		return p, false
	}
	p.Columns = s.columnTexts("columns", table)
	s.twicePinned(p.Columns, table)
	p.Units = s.units(table)
	p.Constants = s.columnTexts("constants", table)
	s.done()
	return p, true
}

// columnTexts reads a table of texts by column key.
func (s *section) columnTexts(key string, table *schema.Table) map[string]string {
	t := s.sub(key)
	out := map[string]string{}
	for _, c := range table.Columns {
		if _, given := t.values[c.Key]; given && c.Kind == schema.DateKind && key == "constants" {
			if day := t.day(c.Key); day != nil {
				out[c.Key] = day.String()
			}
			continue
		}
		switch v, _ := t.get(c.Key); v := v.(type) {
		case nil:
		case string:
			out[c.Key] = v
		case int64:
			out[c.Key] = strconv.FormatInt(v, 10)
		default:
			t.wrong(c.Key, v, "\" で囲んだ文字", "a text in quotes")
		}
	}
	t.done()
	return out
}

// twicePinned reports a column of the sheet that is given for two columns of the schema.
func (s *section) twicePinned(columns map[string]string, table *schema.Table) {
	taken := map[string]string{}
	for _, c := range table.Columns {
		where := columns[c.Key]
		if where == "" {
			continue
		}
		if other, twice := taken[strings.ToUpper(where)]; twice {
			s.report(codeWrongValue, join(join(s.path, "columns"), c.Key), where,
				lang.Sayf("「%[1]s」が %[2]s と %[3]s の両方に指定されています。", "“%[1]s” is given for both %[2]s and %[3]s.", where, other,
					c.Key),
				lang.Say("項目ごとに、別の列を指定してください。", "Give each of them a column of its own."))
			continue
		}
		taken[strings.ToUpper(where)] = c.Key
	}
}

// Locates reports whether the pin says in which sheet or file the table is.
func (pin *Pin) Locates() bool { return pin.Sheet != "" || len(pin.Files) > 0 }

// Holds reports whether the pin means the sheet of the file.
func (pin *Pin) Holds(file, sheet string) bool {
	if pin.Sheet != "" && pin.Sheet != sheet && !(pin.learned && Matches(pin.Sheet, sheet)) {
		return false
	}
	return len(pin.Files) == 0 || slices.ContainsFunc(pin.Files, func(glob string) bool {
		return Matches(glob, file)
	})
}

// Matches reports whether the name of a file is of the pattern, which is one of path.Match, whatever the case
// of letters and whether the marks of が and ぱ are joined to their letters, which macOS writes apart. A pattern
// that is none has no names.
func Matches(pattern, name string) bool {
	ok, err := path.Match(nameForm(pattern), nameForm(name))
	return err == nil && ok
}

// nameForm is a file's name as it is compared.
func nameForm(name string) string { return strings.ToLower(lang.Composed(name)) }

// Located reports whether a pin says where the table is, so that no other sheet is it.
func (p *Pilot) Located(key schema.Key) bool {
	return slices.ContainsFunc(p.Pins, func(pin Pin) bool { return pin.Table == key && pin.Locates() })
}
