package blank

import (
	"bytes"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"pilot90/cohort/tomledit"
	"pilot90/cohort/tomlplace"
)

// carried is the old text with the values of doc: remarks, order and spacing stay, and only what is another value is
// written anew. ok is false where that cannot be done safely.
func carried(old []byte, doc map[string]any) (text []byte, ok bool) {
	text = bytes.TrimPrefix(old, []byte("\ufeff"))
	was, is := decodedTOML(text), decodedTOML(encoded(doc))
	if was == nil || is == nil {
		return nil, false
	}
	if moved, ok := targetsMoved(text, is); ok {
		text, was = moved, decodedTOML(moved)
	}
	c := carrying{text: text, ok: true, left: mostCarried}
	c.tables(nil, was, is)
	return c.text, c.ok && reflect.DeepEqual(decodedTOML(c.text), is)
}

// decodedTOML are the values of a text, nil where it has none.
func decodedTOML(text []byte) map[string]any {
	values := map[string]any{}
	if err := tomlplace.Decode(string(text), &values); err != nil {
		return nil
	}
	return alike(values).(map[string]any)
}

// alike is a value with one type for all arrays.
func alike(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			v[key] = alike(inner)
		}
	case []any:
		for i, inner := range v {
			v[i] = alike(inner)
		}
	case []map[string]any:
		out := make([]any, len(v))
		for i, inner := range v {
			out[i] = alike(inner)
		}
		return out
	}
	return v
}

// encoded is a document as TOML without remarks.
func encoded(doc map[string]any) []byte {
	var out bytes.Buffer
	enc := toml.NewEncoder(&out)
	enc.Indent = ""
	if enc.Encode(doc) != nil {
		return nil
	}
	return out.Bytes()
}

// targetsMoved gives [targets] the name of the year that its targets are moved to, so that the remarks beside them
// stay.
func targetsMoved(text []byte, is map[string]any) ([]byte, bool) {
	now, _ := is["targets"].(map[string]any)
	if len(now)*len(text) > mostCarried {
		return nil, false
	}
	for _, e := range tomlplace.Entries(string(text)) {
		if e.Kind != tomlplace.Header || !slices.Equal(e.Path, []string{"targets"}) {
			continue
		}
		for year := range now {
			moved := slices.Concat(text[:e.From], []byte("[targets."+year+"]"), text[e.To:])
			if got := decodedTOML(moved); got != nil && reflect.DeepEqual(got["targets"], is["targets"]) {
				return moved, true
			}
		}
	}
	return nil, false
}

// mostCarried is how many bytes are read to change a text, which is read anew for each edit: 200 edits in 20 KB. A
// text with more to change is written without its remarks.
const mostCarried = 4 << 20

// carrying is a text under its edits.
type carrying struct {
	text []byte
	left int // bytes that may still be read
	ok   bool
}

// edit makes an edit, or none any more once one could not be made.
func (c *carrying) edit(path []string, value any) {
	if next, ok := c.edited(path, value); ok {
		c.text = next
	} else {
		c.ok = false
	}
}

// edited is the text after an edit; false where it cannot be made, or nothing is left to be read.
func (c *carrying) edited(path []string, value any) ([]byte, bool) {
	if c.ok = c.ok && c.left >= len(c.text); !c.ok {
		return nil, false
	}
	c.left -= len(c.text)
	next, err := tomledit.Apply(c.text, []tomledit.Edit{{Path: path, Value: value}})
	return next, err == nil
}

// tables makes a table at the path what it is to be. What goes is taken out first, so that a new key has its place.
func (c *carrying) tables(path []string, was, is map[string]any) {
	for _, key := range slices.Sorted(maps.Keys(was)) {
		if _, stays := is[key]; !stays {
			c.remove(below(path, key), was[key])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(is)) {
		c.value(below(path, key), was[key], is[key])
	}
}

// remove takes a value out; tables of an array that stand apart, one by one.
func (c *carrying) remove(path []string, was any) {
	if list, isList := was.([]any); isList {
		if next, ok := c.edited(path, nil); ok {
			c.text = next
		} else {
			for i := range slices.Backward(list) {
				c.edit(below(path, strconv.Itoa(i)), nil)
			}
		}
		return
	}
	c.edit(path, nil)
}

// value makes one value what it is to be.
func (c *carrying) value(path []string, was, is any) {
	if reflect.DeepEqual(was, is) {
		return
	}
	switch is := is.(type) {
	case map[string]any:
		before, there := was.(map[string]any)
		if !there {
			c.edit(path, tomledit.Table{})
		}
		c.tables(path, before, is)
		return
	case []any:
		before, _ := was.([]any)
		if _, ofTables := first(is).(map[string]any); ofTables && len(before) == len(is) {
			for i := range is {
				c.value(below(path, strconv.Itoa(i)), before[i], is[i])
			}
			return
		}
	}
	written, ok := strings.CutPrefix(string(encoded(map[string]any{"v": is})), "v = ")
	if c.ok = c.ok && ok; ok {
		c.edit(path, tomledit.Literal(strings.TrimSpace(written)))
	}
}

func first(list []any) any {
	if len(list) == 0 {
		return nil
	}
	return list[0]
}

// below is the path of a key in the table at the path.
func below(path []string, key string) []string { return append(slices.Clone(path), key) }
