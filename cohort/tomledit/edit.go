// Package tomledit puts values into a TOML text that people wrote, and takes values out of it. Comments, order,
// spacing, line ends and every other byte stay as they are.
//
// The one idea: an edit is made in the text by the places of its keys, and beside it in the values that the text
// means. When the new text does not mean exactly those values, the edit is refused and the line is named. The
// package knows no key of any file.
package tomledit

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"pilot90/cohort/lang"
	"pilot90/cohort/tomlplace"
)

// Edit is one change. Path are keys from the root; an element of an array is named by its number from 0, and the
// number after the last one adds an element.
//
// Value is a string, a bool, a Literal, a Table for a new table, or nil to take away what is there.
type Edit struct {
	Path  []string
	Value any
}

// Literal is a value as TOML writes it: 0.6, 2025-06-01, { 2025 = 8 }.
type Literal string

// Table is a new and empty table: one with a header of its own, or in braces where its array is in brackets.
type Table struct{}

// Refused is why nothing was changed, with the line that is to be changed by hand.
type Refused struct {
	Edit Edit
	Line int    // from 1; 0 = no line is known
	Text string // of the line
	Why  lang.Text
}

func (e *Refused) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Why.EN) }

// Apply makes the edits in their order, all of them or none; an error is a *Refused.
func Apply(doc []byte, edits []Edit) ([]byte, error) {
	text, mark := string(doc), ""
	if rest, ok := strings.CutPrefix(text, "\ufeff"); ok {
		text, mark = rest, "\ufeff"
	}
	values, ok := decoded(text)
	if !utf8.ValidString(text) || !ok {
		return nil, &Refused{Why: lang.Say("いまのファイルを設定として読めません", "the file as it is cannot be read as settings")}
	}
	for _, e := range edits {
		next, ok := apply(text, e, values)
		if !ok {
			return nil, refused(text, e)
		}
		text = next
	}
	return []byte(mark + text), nil
}

// apply makes one edit in the text and in the values; false when the two do not agree then.
func apply(text string, e Edit, values map[string]any) (string, bool) {
	next, ok := parse(text, values).edit(e)
	if !ok || !put(values, next, e) {
		return "", false
	}
	after, ok := decoded(next)
	return next, ok && reflect.DeepEqual(after, values)
}

// refused names the line at which an edit could not be made.
func refused(text string, e Edit) *Refused {
	at := tomlplace.Find(text).Nearest(strings.Join(e.Path, "."))
	r := &Refused{Edit: e, Line: at.Line,
		Why: lang.Say("ここでは安全に書き換えられません", "it cannot be changed safely here")}
	if at.Line > 0 {
		r.Text = strings.TrimRight(strings.Split(text, "\n")[at.Line-1], "\r")
	}
	return r
}

// decoded are the values of a text in a form in which they can be compared.
func decoded(text string) (map[string]any, bool) {
	values := map[string]any{}
	if tomlplace.Decode(text, &values) != nil {
		return nil, false
	}
	return plain(values).(map[string]any), true
}

// plain is a value with one type for arrays, and numbers that equal themselves.
func plain(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, inner := range v {
			out[key] = plain(inner)
		}
		return out
	case []map[string]any:
		out := make([]any, len(v))
		for i, inner := range v {
			out[i] = plain(inner)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, inner := range v {
			out[i] = plain(inner)
		}
		return out
	case float64:
		return bits(math.Float64bits(v))
	}
	return v
}

// bits is a number with a decimal point, by its bits.
type bits uint64

// valueOf is what a value of an edit means, and how it is written.
func valueOf(v any) (means any, written string, ok bool) {
	switch v := v.(type) {
	case Table:
		return map[string]any{}, "{}", true
	case string:
		written = Quoted(v)
	case bool:
		written = strconv.FormatBool(v)
	case Literal:
		written = string(v)
	}
	values, ok := decoded("v = " + written)
	if !ok || len(values) != 1 {
		return nil, "", false
	}
	return values["v"], written, true
}

// put makes an edit in the values, of which the text after it is given.
func put(values map[string]any, text string, e Edit) bool {
	if e.Value == nil {
		return take(values, tomlplace.Entries(text), e.Path)
	}
	means, _, ok := valueOf(e.Value)
	if !ok {
		return false
	}
	_, ok = set(values, e.Path, means)
	return ok
}

// set returns the node with a value set below it; tables that are not there are made.
func set(node any, path []string, value any) (any, bool) {
	if len(path) == 0 {
		return value, true
	}
	switch n := node.(type) {
	case map[string]any:
		inner, there := n[path[0]]
		if !there && len(path) > 1 {
			inner = map[string]any{}
			if _, isTable := value.(map[string]any); isTable && len(path) == 2 && path[1] == "0" {
				inner = []any{}
			}
		}
		next, ok := set(inner, path[1:], value)
		n[path[0]] = next
		return n, ok
	case []any:
		i, err := strconv.Atoi(path[0])
		if err != nil || i < 0 || i > len(n) {
			return n, false
		}
		if i == len(n) {
			n = append(n, nil)
		}
		next, ok := set(n[i], path[1:], value)
		n[i] = next
		return n, ok
	}
	return node, false
}

// take takes what is at the path out of the values, and the tables around it that the text does not name any more.
func take(values map[string]any, entries []tomlplace.Entry, path []string) bool {
	if !remove(values, path) {
		return false
	}
	for up := path[:len(path)-1]; len(up) > 0; up = up[:len(up)-1] {
		named := slices.ContainsFunc(entries, func(e tomlplace.Entry) bool { return within(e.Path, up) })
		if named || !empty(values, up) {
			return true
		}
		if !remove(values, up) {
			return false
		}
	}
	return true
}

// remove takes one value out.
func remove(values map[string]any, path []string) bool {
	last := path[len(path)-1]
	above, ok := at(values, path[:len(path)-1])
	if !ok {
		return false
	}
	switch n := above.(type) {
	case map[string]any:
		_, there := n[last]
		delete(n, last)
		return there
	case []any:
		i, err := strconv.Atoi(last)
		if err != nil || i < 0 || i >= len(n) {
			return false
		}
		_, ok = set(values, path[:len(path)-1], slices.Delete(slices.Clone(n), i, i+1))
		return ok
	}
	return false
}

// at is what stands at a path.
func at(node any, path []string) (any, bool) {
	for _, part := range path {
		switch n := node.(type) {
		case map[string]any:
			inner, there := n[part]
			if !there {
				return nil, false
			}
			node = inner
		case []any:
			i, err := strconv.Atoi(part)
			if err != nil || i < 0 || i >= len(n) {
				return nil, false
			}
			node = n[i]
		default:
			return nil, false
		}
	}
	return node, true
}

func empty(values map[string]any, path []string) bool {
	node, _ := at(values, path)
	switch n := node.(type) {
	case map[string]any:
		return len(n) == 0
	case []any:
		return len(n) == 0
	}
	return false
}

// within reports whether a path is the other one or below it.
func within(path, above []string) bool {
	return len(path) >= len(above) && slices.Equal(path[:len(above)], above)
}
