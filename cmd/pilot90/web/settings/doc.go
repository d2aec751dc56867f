// Package settings turns the text of a pilot.toml into the fields of the page 設定, and what was typed into them into
// edits of that text.
//
// The one idea: a field carries the value with which it was shown. Only what was typed otherwise is changed, in the
// text as it is on the disk by then; what somebody else has changed meanwhile is asked about. The package writes no
// file, reads of a folder only the names of its pictures, and knows no page.
package settings

import (
	"strconv"
	"strings"
	"time"

	"pilot90/cohort/lang"
	"pilot90/cohort/setting"
	"pilot90/cohort/tomlplace"
)

// document is a pilot.toml as TOML gives it.
type document struct{ values map[string]any }

// decode reads a text; an error means that no field can be filled from it.
func decode(text []byte) (document, error) {
	d := document{map[string]any{}}
	err := tomlplace.Decode(strings.TrimPrefix(string(text), "\ufeff"), &d.values)
	return d, err
}

// at is what stands at a path, nil for nothing.
func (d document) at(path ...string) any {
	var node any = d.values
	for _, part := range path {
		switch n := node.(type) {
		case map[string]any:
			node = n[part]
		case []map[string]any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(n) {
				return nil
			}
			node = n[i]
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(n) {
				return nil
			}
			node = n[i]
		default:
			return nil
		}
	}
	return node
}

// table is the table at a path, nil where there is none.
func (d document) table(path ...string) map[string]any {
	t, _ := d.at(path...).(map[string]any)
	return t
}

// elements are the paths of the tables of an array; a single table counts as an array of one.
func (d document) elements(path ...string) [][]string {
	n := 0
	switch v := d.at(path...).(type) {
	case map[string]any:
		return [][]string{path}
	case []map[string]any:
		n = len(v)
	case []any:
		n = len(v)
	}
	var out [][]string
	for i := range n {
		out = append(out, below(path, strconv.Itoa(i)))
	}
	return out
}

// below is a path with more parts.
func below(path []string, more ...string) []string {
	return append(append([]string{}, path...), more...)
}

// shown is a value as its field shows it.
func shown(v any, kind Kind) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return shownText(v, kind)
	case int64:
		switch kind {
		case Share:
			return percent(lang.Plain(float64(v)))
		case Code:
			return padded(v)
		}
		return strconv.FormatInt(v, 10)
	case float64:
		if kind == Share {
			return percent(lang.Plain(v))
		}
		return lang.Plain(v)
	case bool:
		return strconv.FormatBool(v)
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return ""
}

// shownText is a text of pilot.toml as its field shows it.
func shownText(v string, kind Kind) string {
	switch kind {
	case Day:
		if d, ok := readDay(v); ok {
			return d.String()
		}
	case Year:
		if y, ok := setting.ReadFiscalYear(v); ok {
			return strconv.Itoa(y)
		}
	}
	return v
}

// padded is the code of a municipality that was written as a number.
func padded(v int64) string {
	s := strconv.FormatInt(v, 10)
	return strings.Repeat("0", max(0, 5-len(s))) + s
}
