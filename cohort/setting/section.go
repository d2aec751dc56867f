package setting

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"pilot90/cohort/cell"
	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// Codes of findings of pilot.toml.
const (
	codeSyntax     = "P101"
	codeUnknownKey = "P102"
	codeWrongValue = "P103"
	CodeNoFile     = "P105"
	codePeriod     = "P106"

	codeLogoMissing  = "P107"
	codeLogoUnusable = "P108"

	codeTargetsYear   = "P109"
	codeTargetsTwice  = "P110"
	codeTargetsDiffer = "P111"
	codeTargetsFar    = "P112"

	CodeNoCohort = "P113"

	codeWordsMove = "P114"

	CodeDefaults = "P190"
)

// tomlReader collects the findings of one pilot.toml.
type tomlReader struct {
	file      string
	positions map[string]position
	findings  []finding.Finding
}

// section is one table of the document. Every key that is asked for becomes known; what is left
// at the end is unknown.
type section struct {
	*tomlReader
	path   string
	values map[string]any
	known  []string
}

// report adds a finding at a key.
func (t *tomlReader) report(code, path string, value any, message, fix lang.Text) {
	f := t.about(code, path, message, fix)
	if value != nil {
		f.Value = fmt.Sprint(value)
	}
	t.findings = append(t.findings, f)
}

// about makes an error finding at a key.
func (t *tomlReader) about(code, path string, message, fix lang.Text) finding.Finding {
	f := finding.Finding{Code: code, Severity: finding.Error, Message: message, Fix: fix}
	return placeInTOML(t.file, t.positions[path], f)
}

// placeInTOML puts file, line and column on a finding of pilot.toml. They stand in the message,
// since only spreadsheets have cells.
func placeInTOML(file string, at position, f finding.Finding) finding.Finding {
	f.File = file
	if at.line > 0 {
		f.Message = lang.Sayf("%[3]d行目%[4]d文字目: %[1]s", "line %[3]d, column %[4]d: %[2]s", f.Message.JA, f.Message.EN,
			at.line,
			at.col)
	}
	return f
}

// get returns a value and makes its key known.
func (s *section) get(key string) (any, bool) {
	s.known = append(s.known, key)
	v, ok := s.values[key]
	return v, ok
}

// wrong reports a value of the wrong type or out of range.
func (s *section) wrong(key string, v any, ja, en string) {
	s.report(codeWrongValue, join(s.path, key), v,
		lang.Sayf("%[1]s の値「%[2]v」は使えません。", "%[1]s cannot be “%[2]v”.", key, v),
		lang.Sayf("%[1]sを書いてください。", "Write %[2]s.", ja, en))
}

// sub returns a table of the section, empty when it is absent.
func (s *section) sub(key string) *section {
	v, ok := s.get(key)
	sub := &section{tomlReader: s.tomlReader, path: join(s.path, key)}
	if sub.values, _ = v.(map[string]any); ok && sub.values == nil {
		s.wrong(key, v, "["+key+"] の形の表", "a table ["+key+"]")
	}
	return sub
}

// list returns the tables of an array.
func (s *section) list(key string) []*section {
	v, ok := s.get(key)
	if !ok {
		return nil
	}
	var tables []map[string]any
	switch v := v.(type) {
	case []map[string]any:
		tables = v
	case map[string]any: // [table] for a single [[table]]
		return []*section{{tomlReader: s.tomlReader, path: join(s.path, key), values: v}}
	case []any:
		for _, e := range v {
			m, isTable := e.(map[string]any)
			if !isTable {
				s.wrong(key, e, "[["+key+"]] の形の表", "tables [["+key+"]]")
				return nil
			}
			tables = append(tables, m)
		}
	default:
		s.wrong(key, v, "[["+key+"]] の形の表", "tables [["+key+"]]")
		return nil
	}
	out := make([]*section, len(tables))
	for i, m := range tables {
		out[i] = &section{tomlReader: s.tomlReader, path: fmt.Sprintf("%s.%d", join(s.path, key), i), values: m}
	}
	return out
}

// str reads a text.
func (s *section) str(key string, to *string) {
	v, ok := s.get(key)
	if !ok {
		return
	}
	t, isText := v.(string)
	if !isText {
		s.wrong(key, v, "\" で囲んだ文字", "a text in quotes")
		return
	}
	*to = t
}

// oneOf reads a word of a list.
func (s *section) oneOf(key string, to *string, allowed ...string) {
	before := *to
	s.str(key, to)
	if *to != before && !slices.Contains(allowed, *to) {
		list := strings.Join(allowed, ", ")
		s.wrong(key, *to, list+" のどれか", "one of "+list)
		*to = before
	}
}

// day reads a date: a TOML date, or a text in any form that a cell may have.
func (s *section) day(key string) *cell.Day {
	v, ok := s.get(key)
	if !ok {
		return nil
	}
	switch v := v.(type) {
	case time.Time:
		d := cell.NewDay(v.Date())
		return &d
	case string:
		d, _, fault := cell.ReadDate(cell.Value{Kind: cell.Text, Text: v})
		if fault == nil {
			return &d
		}
	}
	s.wrong(key, v, "2026-03-31 や「令和8年3月31日」のような日付", "a date such as 2026-03-31")
	return nil
}

// texts reads a list of texts, or a single text.
func (s *section) texts(key string) []string {
	v, ok := s.get(key)
	if !ok {
		return nil
	}
	if one, isText := v.(string); isText {
		return []string{one}
	}
	list, isList := v.([]any)
	var out []string
	for _, e := range list {
		t, isText := e.(string)
		isList = isList && isText
		out = append(out, t)
	}
	if !isList {
		s.wrong(key, v, "[\"…\", \"…\"] の形の文字の並び", "a list of texts in quotes")
		return nil
	}
	return out
}

// done reports the keys that nobody asked for, with the nearest known one.
func (s *section) done() {
	for _, key := range slices.Sorted(maps.Keys(s.values)) {
		if slices.Contains(s.known, key) {
			continue
		}
		fix := lang.Sayf("使える項目は %s です。", "Known keys: %s.", strings.Join(slices.Sorted(slices.Values(s.known)), ", "))
		if near := lang.Nearest(key, s.known); near != "" {
			fix = lang.Sayf("「%s」のことであれば書き直してください。ちがえば行を削除してください。", "If %s is meant, correct it; otherwise delete the line.",
				near)
		}
		s.report(codeUnknownKey, join(s.path, key), nil, lang.Sayf("「%s」という項目はありません。", "There is no key “%s”.", key), fix)
	}
}
