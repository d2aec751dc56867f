package xlsx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"pilot90/cohort/finding"
	"pilot90/kpi"
	"pilot90/report/content"
)

// Value is what is filled in for a mark: a number, or a text. Text is also what a number looks
// like inside a longer text; empty, the unrounded number stands there. With neither the mark
// cannot be filled.
type Value struct {
	Number *float64
	Text   string
}

func (v Value) known() bool { return v.Number != nil || v.Text != "" }

// inText is the value as it stands inside a longer text.
func (v Value) inText() string {
	if v.Text == "" && v.Number != nil {
		return content.Exact(*v.Number)
	}
	return v.Text
}

// FormValues are the values that a form can ask for: <figure>.value, .numerator, .denominator,
// .n, .target and .text, the last one rounded and with its unit. A figure without a value is
// there with empty values, so that its marks are named as unfilled, not as unknown.
func FormValues(figures []kpi.Figure, lang finding.Lang) map[string]Value {
	values := map[string]Value{}
	for _, f := range figures {
		for key, v := range map[string]*float64{"value": f.Value, "numerator": f.Numerator, "denominator": f.Denominator, "target": f.Target} {
			values[f.ID+"."+key] = quantity(v, f.Unit, lang, key == "value" || key == "target")
		}
		shown := quantity(f.Value, f.Unit, lang, true)
		values[f.ID+".text"] = Value{Text: shown.Text}
		values[f.ID+".n"] = Value{Number: new(float64(f.N))}
	}
	return values
}

func quantity(v *float64, unit kpi.Unit, lang finding.Lang, inUnit bool) Value {
	switch {
	case v == nil:
		return Value{}
	case !inUnit:
		return Value{Number: v}
	case unit == kpi.Date:
		return Value{Number: new(*v + serialOf1970), Text: content.Quantity(*v, string(unit), string(lang))}
	}
	return Value{Number: v, Text: content.Quantity(*v, string(unit), string(lang))}
}

// ErrForm says that the form is no workbook that can be filled in.
var ErrForm = errors.New("様式のファイルは、Excel のブック（.xlsx）として読めません")

var mark = regexp.MustCompile(`\{\{\s*([A-Za-z][A-Za-z0-9_.\-\p{L}]*)\s*\}\}`)

// FillForm copies a municipality's own workbook with values in the cells that hold marks such as
// {{first_income_residents.value}} and in those that a defined name such as
// first_income_residents.value points to. A cell that holds a mark alone becomes a number where
// the value is one; a longer text stays text with the marks replaced. Every other cell, format
// and part is left as it is, byte by byte, except that the workbook is told to recalculate when it is
// opened. A mark without a value stays and is listed in unfilled; one that names no value in
// unknown. A text never becomes a formula, and a formula is never changed.
func FillForm(w io.Writer, original []byte, values map[string]Value) (unfilled, unknown []string, err error) {
	z, err := zip.NewReader(bytes.NewReader(original), int64(len(original)))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %v", ErrForm, err)
	}
	f := &form{values: values, parts: map[string][]byte{}, unfilled: map[string]bool{}, unknown: map[string]bool{}}
	if err := f.load(z); err != nil {
		return nil, nil, err
	}
	changed, err := f.fill()
	if err != nil {
		return nil, nil, err
	}
	if err := copyArchive(w, z, changed); err != nil {
		return nil, nil, err
	}
	return slices.Sorted(maps.Keys(f.unfilled)), slices.Sorted(maps.Keys(f.unknown)), nil
}

// copyArchive writes the archive again; parts that did not change are copied as they are.
func copyArchive(w io.Writer, z *zip.Reader, changed map[string][]byte) error {
	out := zip.NewWriter(w)
	for _, f := range z.File {
		data, ok := changed[f.Name]
		if !ok {
			if err := out.Copy(f); err != nil {
				return err
			}
			continue
		}
		part, err := out.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := part.Write(data); err != nil {
			return err
		}
	}
	return out.Close()
}

// form is a workbook while it is being filled in.
type form struct {
	values            map[string]Value
	parts             map[string][]byte
	shared            []string          // shared strings
	sheets            map[string]string // part by name of the sheet
	unfilled, unknown map[string]bool
}

// replace fills the marks of a text. The result is a number only when the text is one mark.
func (f *form) replace(s string) (v Value, changed bool) {
	if m := mark.FindStringSubmatch(s); m != nil && m[0] == strings.TrimSpace(s) {
		value, ok := f.lookup(m[1])
		return value, ok
	}
	out := mark.ReplaceAllStringFunc(s, func(m string) string {
		value, ok := f.lookup(mark.FindStringSubmatch(m)[1])
		if !ok {
			return m
		}
		changed = true
		return value.inText()
	})
	return Value{Text: out}, changed
}

func (f *form) lookup(key string) (Value, bool) {
	v, ok := f.values[key]
	switch {
	case !ok:
		f.unknown[key] = true
	case !v.known():
		f.unfilled[key] = true
	}
	return v, ok && v.known()
}

// cellXML is a cell with the value, in the name space prefix and with the style of the old one.
func cellXML(prefix, ref, style string, v Value) string {
	open := "<" + prefix + `c r="` + escapeXML(ref) + `"`
	if style != "" {
		open += ` s="` + escapeXML(style) + `"`
	}
	if v.Number != nil {
		return open + "><" + prefix + "v>" + strconv.FormatFloat(*v.Number, 'f', -1, 64) + "</" + prefix + "v></" + prefix + "c>"
	}
	return open + ` t="inlineStr"><` + prefix + `is><` + prefix + `t xml:space="preserve">` + escapeXML(cut(v.Text)) + "</" + prefix + "t></" + prefix + "is></" + prefix + "c>"
}
