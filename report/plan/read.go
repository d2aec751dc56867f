package plan

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"pilot90/cohort/lang"
	"pilot90/cohort/tomlplace"
)

// Parse reads a plan. The error is a *Error with everything that keeps the plan from being
// used, each with file, line and column: a fault of the syntax (then only that), unknown keys,
// values of a wrong type, missing titles, unknown kinds of block and figures, and a disclosure
// that is weaker than its edition's.
func (v *Vocabulary) Parse(name string, data []byte) (*Plan, error) {
	doc := strings.TrimPrefix(string(data), "\ufeff")
	r := &reader{vocabulary: v, file: name, broken: map[string]bool{}}
	var values map[string]any
	if !utf8.ValidString(doc) {
		r.fault("", lang.Text{JA: "文字コードが UTF-8 ではないため、読めません。", EN: "The file is not in UTF-8."},
			lang.Text{JA: "メモ帳などで開き、文字コードに UTF-8 を選んで保存し直してください。", EN: "Save it again with the encoding UTF-8."})
		return nil, r.err()
	}
	if err := tomlplace.Decode(doc, &values); err != nil {
		r.syntax(err)
		return nil, r.err()
	}
	r.places = tomlplace.Find(doc)
	var p Plan
	r.table("", values, reflect.ValueOf(&p).Elem())
	r.check(&p)
	if err := r.err(); err != nil {
		return nil, err
	}
	return &p, nil
}

// reader collects the faults of a plan.
type reader struct {
	vocabulary *Vocabulary
	file       string
	places     tomlplace.Places
	faults     []Fault
	broken     map[string]bool // paths of values that were not read: nothing more is said of them
}

// fault notes a fault at the path of a key.
func (r *reader) fault(path string, message, fix lang.Text) {
	if r.broken[path] {
		return
	}
	at := r.places.Nearest(path)
	at.Line, at.Col = max(at.Line, 1), max(at.Col, 1)
	r.faults = append(r.faults, Fault{r.file, at, message, fix})
}

func (r *reader) err() error {
	if len(r.faults) == 0 {
		return nil
	}
	slices.SortStableFunc(r.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Col, b.At.Col))
	})
	return &Error{r.faults}
}

// syntax notes what the decoder stopped at.
func (r *reader) syntax(err error) {
	reason, at := err.Error(), tomlplace.Position{Line: 1, Col: 1}
	if e, ok := errors.AsType[toml.ParseError](err); ok {
		at = tomlplace.Position{Line: max(e.Position.Line, 1), Col: max(e.Position.Col, 1)}
		reason = cmp.Or(e.Message, strings.TrimPrefix(e.Error(), "toml: "))
	}
	if e, ok := errors.AsType[*tomlplace.TooMuch](err); ok {
		r.faults = append(r.faults, Fault{r.file, e.Position,
			lang.Text{JA: "版を読めません：" + e.Why.JA + "。", EN: "The plan was not read: " + e.Why.EN + "."},
			lang.Text{JA: "版のファイルかどうか、その行のあたりの . や [ の数を確かめてください。",
				EN: "See whether it is a plan, and how many . or [ there are near that line."}})
		return
	}
	r.faults = append(r.faults, Fault{r.file, at,
		lang.Text{JA: fmt.Sprintf("TOML の書き方に誤りがあります（%s）。", reason),
			EN: fmt.Sprintf("This is not valid TOML (%s).", reason)},
		lang.Text{JA: "\" の閉じ忘れ、全角の記号、= や ] の抜けがないか確かめてください。",
			EN: "Look for a missing quote, a full-width sign, a missing = or ]."}})
}

// table reads a table into a struct by its toml tags.
func (r *reader) table(path string, values map[string]any, to reflect.Value) {
	fields := map[string]reflect.Value{}
	for i := range to.NumField() {
		fields[to.Type().Field(i).Tag.Get("toml")] = to.Field(i)
	}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		field, ok := fields[key]
		if !ok {
			r.fault(joined(path, key), lang.Text{JA: fmt.Sprintf("「%s」という項目はありません。", key),
				EN: fmt.Sprintf("There is no key “%s”.", key)},
				Suggestion(key, slices.Collect(maps.Keys(fields))))
			continue
		}
		r.value(joined(path, key), values[key], field)
	}
}

// value reads one value; one of a wrong type is a fault and leaves the field empty.
func (r *reader) value(path string, v any, to reflect.Value) {
	switch to.Kind() {
	case reflect.String, reflect.Bool:
		given := reflect.ValueOf(v)
		if given.Kind() != to.Kind() {
			r.wrongType(path, v, to.Kind())
			return
		}
		to.Set(given)
	case reflect.Struct:
		if text, ok := v.(string); ok && to.Type() == reflect.TypeFor[Words]() {
			to.Set(reflect.ValueOf(Words{JA: text, EN: text}))
			return
		}
		inner, ok := v.(map[string]any)
		if !ok {
			r.wrongType(path, v, to.Kind())
			return
		}
		r.table(path, inner, to)
	case reflect.Slice:
		list, ok := elements(v)
		if !ok {
			r.wrongType(path, v, to.Kind())
			return
		}
		to.Set(reflect.MakeSlice(to.Type(), len(list), len(list)))
		for i, e := range list {
			r.value(joined(path, strconv.Itoa(i)), e, to.Index(i))
		}
	default:
		panic("report: a plan has a field of kind " + to.Kind().String()) // a field this file does not know how to read
	}
}

// elements are those of an array, in either form in which the decoder hands one over.
func elements(v any) ([]any, bool) {
	if list, ok := v.([]any); ok {
		return list, true
	}
	tables, ok := v.([]map[string]any)
	list := make([]any, len(tables))
	for i, t := range tables {
		list[i] = t
	}
	return list, ok
}

// expected says in words what a kind of field takes.
var expected = map[reflect.Kind]lang.Text{
	reflect.String: {JA: "\" で囲んだ文字を書いてください。", EN: "Write a text in quotes."},
	reflect.Bool:   {JA: "true か false を書いてください（\" で囲みません）。", EN: "Write true or false, without quotes."},
	reflect.Struct: {JA: "{ ja = \"…\", en = \"…\" } の形で書いてください。", EN: "Write { ja = \"…\", en = \"…\" }."},
	reflect.Slice: {JA: "[\"…\", \"…\"] の形か、[[…]] の表で書いてください。",
		EN: "Write a list such as [\"…\", \"…\"], or tables [[…]]."},
}

func (r *reader) wrongType(path string, v any, kind reflect.Kind) {
	key := path[strings.LastIndexByte(path, '.')+1:]
	if _, err := strconv.Atoi(key); err == nil { // an element of a list
		list := strings.TrimSuffix(path, "."+key)
		key = list[strings.LastIndexByte(list, '.')+1:]
	}
	r.fault(path, lang.Text{
		JA: fmt.Sprintf("「%s」の値「%v」は種類が違います。", key, v), EN: fmt.Sprintf("%s cannot be “%v”.", key, v)}, expected[kind])
	r.broken[path] = true
}

func joined(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
