package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/pattern"
	"pilot90/cohort/sheet/grid"
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
		return lang.Plain(*v.Number)
	}
	return v.Text
}

// FormValues are the values that a form can ask for: <figure>.value, .numerator, .denominator,
// .n, .target and .text, the last one rounded and with its unit. A figure without a value is
// there with empty values, so that its marks are named as unfilled, not as unknown. What may not
// be shown is x.
func FormValues(figures []kpi.Figure, lang lang.Lang) map[string]Value {
	values := map[string]Value{}
	for i := range figures {
		f := &figures[i]
		for key, v := range map[string]*float64{
			"value":       f.Value,
			"numerator":   f.Numerator,
			"denominator": f.Denominator,
			"target":      f.Target,
			"n":           new(float64(f.N)),
		} {
			values[f.ID+"."+key] = quantity(v, f.Unit, lang, key == "value" || key == "target")
			switch v := values[f.ID+"."+key]; {
			case key == "value" && f.Step > 0:
				v.Text = aboutThat.In(lang) + v.Text
				values[f.ID+"."+key] = v
			case key == "value" && f.Suppressed:
				values[f.ID+"."+key] = Value{Text: f.Mark().In(lang)}
			case f.Hides(key):
				values[f.ID+"."+key] = Value{Text: kpi.Mark}
			}
		}
		values[f.ID+".text"] = Value{Text: values[f.ID+".value"].Text}
	}
	return values
}

// aboutThat stands before a rounded value in words.
var aboutThat = lang.Text{JA: "約 ", EN: "about "}

func quantity(v *float64, unit kpi.Unit, lang lang.Lang, inUnit bool) Value {
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

// Filling is what became of the marks of a form, each list in the order of sheets and cells.
type Filling struct {
	Filled   int           // cells that were filled
	Unfilled []Placeholder // there is no value
	Unknown  []Placeholder // names no value
	Formulas []Placeholder // a defined name points to a formula, which is not changed
}

// Placeholder is a mark, or a defined name, and the cell it stands in or points to.
type Placeholder struct{ Sheet, Cell, Key string }

func (m Placeholder) String() string { return m.Sheet + "!" + m.Cell }

var mark = pattern.New(`\{\{\s*([A-Za-z][A-Za-z0-9_.\-\p{L}]*)\s*\}\}`)

// FillForm copies a municipality's own workbook with values in the cells that hold marks such as
// {{first_income_residents.value}} and in those that a defined name such as
// first_income_residents.value points to. A cell that holds a mark alone becomes a number where
// the value is one; a longer text stays text with the marks replaced. Every other cell, format
// and part is left as it is, byte by byte, except that the workbook is told to recalculate when it is
// opened. A mark without a value and one that names no value stay and are listed. A text never
// becomes a formula, and a formula is never changed. Macros stay as they are. A workbook with a
// password, and anything else that is no .xlsx or .xlsm, is an error that wraps ErrForm.
func FillForm(w io.Writer, original []byte, values map[string]Value) (*Filling, error) {
	z, err := zip.NewReader(bytes.NewReader(original), int64(len(original)))
	if err != nil {
		return nil, noArchive(original)
	}
	f := &form{values: values, parts: map[string][]byte{}}
	if err := f.load(z); err != nil {
		return nil, err
	}
	changed, err := f.fill()
	if err != nil {
		return nil, err
	}
	for _, list := range []*[]Placeholder{&f.Unfilled, &f.Unknown, &f.Formulas} {
		*list = sorted(*list, f.order)
	}
	return &f.Filling, copyArchive(w, z, changed)
}

// noArchive says what a file is that is no archive.
func noArchive(original []byte) error {
	utf16 := func(s string) []byte { return []byte(strings.Join(strings.Split(s, ""), "\x00")) }
	switch {
	case !bytes.HasPrefix(original, []byte("\xD0\xCF\x11\xE0")):
		return fmt.Errorf("%w。中身が .xlsx ではありません", ErrForm)
	case bytes.Contains(original, utf16("EncryptedPackage")):
		return fmt.Errorf("%w。パスワードが付いています。Excel で開き、パスワードを外したものを別の名前で保存して指定してください", ErrForm)
	}
	return fmt.Errorf("%w。古い形式（.xls）です。Excel で開き、.xlsx で保存し直してください", ErrForm)
}

// sorted puts marks in the order of sheets and cells, each once.
func sorted(marks []Placeholder, order []string) []Placeholder {
	slices.SortFunc(marks, func(a, b Placeholder) int {
		rowA, colA, _ := grid.ParseRef(a.Cell)
		rowB, colB, _ := grid.ParseRef(b.Cell)
		return cmp.Or(cmp.Compare(slices.Index(order, a.Sheet), slices.Index(order, b.Sheet)), cmp.Compare(rowA, rowB),
			cmp.Compare(colA, colB), cmp.Compare(a.Key, b.Key))
	})
	return slices.Compact(marks)
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
	values map[string]Value
	parts  map[string][]byte
	shared []string          // shared strings
	sheets map[string]string // part by name of the sheet
	order  []string          // names of the sheets
	at     Placeholder       // the cell under work
	Filling
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
	m := Placeholder{f.at.Sheet, f.at.Cell, key}
	switch {
	case !ok:
		f.Unknown = append(f.Unknown, m)
	case !v.known():
		f.Unfilled = append(f.Unfilled, m)
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
		return open + "><" + prefix + "v>" + lang.Plain(*v.Number) + "</" + prefix + "v></" + prefix +
			"c>"
	}
	return open + ` t="inlineStr"><` + prefix + `is><` + prefix + `t xml:space="preserve">` + escapeXML(cut(v.Text)) +
		"</" + prefix + "t></" + prefix + "is></" + prefix + "c>"
}
