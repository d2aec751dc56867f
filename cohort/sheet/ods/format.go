package ods

import (
	"strings"

	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// A format is one number format as the file declares it: a section of an Excel format code, and
// the formats that are the sections before it.
type format struct {
	section string
	before  []string
	meaning *grid.Style // once it was asked for
}

const (
	maxSections = 4    // of a format code
	maxFormat   = 1000 // bytes of one section; a whole code of Excel has at most 255 characters
)

func longFormat() *grid.Fault {
	f := grid.OverLimit("表示形式の長さ（バイト）", "The length of a number format in bytes", maxFormat)
	f.Fix = lang.Text{
		JA: "そのセルの表示形式を短いもの（標準など）に変えて、保存し直してください。",
		EN: "Give the cells a shorter number format, such as General, and save the file again.",
	}
	return f
}

// number returns the meaning of a number format; nil where there is none of that name.
func (s *scope) number(name string) *grid.Style {
	f := s.formats[name]
	switch {
	case f == nil && s.next == nil:
		return nil
	case f == nil:
		return s.next.number(name)
	case f.meaning == nil:
		sections := make([]string, 0, maxSections)
		for _, other := range f.before {
			sections = append(sections, s.section(other))
		}
		f.meaning = new(grid.Classify(strings.Join(append(sections, f.section), ";")))
	}
	return f.meaning
}

// section returns what a format shows of its own.
func (s *scope) section(name string) string {
	switch f := s.formats[name]; {
	case f != nil:
		return f.section
	case s.next != nil:
		return s.next.section(name)
	}
	return ""
}

// readFormat reads one number format.
func (d *document) readFormat(s *scope) error {
	name := string(d.t.Attr("style:name"))
	b := formatCode{elements: d.elements, time: string(d.t.Name) == "number:time-style"}
	if err := d.each(b.part); err != nil {
		return err
	}
	s.formats[name] = &format{section: b.code.String(), before: b.before}
	return d.keepStyle(len(name) + b.code.Len() + b.names)
}

// A formatCode writes a number format as a section of an Excel format code, as far as a code is
// read: what it shows of a number, not its colours and its language.
type formatCode struct {
	*elements
	code   strings.Builder
	before []string
	names  int  // bytes of before
	time   bool // it is the format of a time, of which nothing is written yet
}

// part reads a child of a number format.
func (b *formatCode) part() error {
	if err := b.element(); err != nil {
		return err
	}
	if b.code.Len() > maxFormat {
		return longFormat()
	}
	return nil
}

// element writes what a child of a number format shows.
func (b *formatCode) element() error {
	switch name := string(b.t.Name); name {
	case "number:number":
		return b.number()
	case "number:text":
		return b.literal()
	case "number:currency-symbol":
		b.code.WriteString("[$]") // whatever it is: as in Excel, it makes no other number
	case "number:fill-character":
		b.code.WriteString("* ")
	case "number:scientific-number":
		b.code.WriteString("0.00E+00")
	case "number:fraction":
		b.code.WriteString("# ?/?")
	case "number:text-content":
		b.code.WriteString("@")
	case "style:map":
		b.condition()
	default:
		b.code.WriteString(b.unitOfTime(name))
	}
	return b.skip()
}

// timeUnits are the letters of what a date or a time shows.
var timeUnits = map[string]string{
	"number:era": "g", "number:year": "yyyy", "number:month": "m", "number:day": "d", "number:day-of-week": "aaa",
	"number:hours": "h", "number:minutes": "mm", "number:seconds": "ss", "number:am-pm": "AM/PM",
}

// unitOfTime returns the letters of an element, empty for one that shows no day and no time. The
// first of a time is in brackets, as in [h]:mm: minutes alone are no month.
func (b *formatCode) unitOfTime(name string) string {
	unit := timeUnits[name]
	if b.time && unit != "" && name != "number:am-pm" {
		b.time = false
		return "[" + unit[:1] + "]"
	}
	return unit
}

// condition keeps the name of a format for numbers of one kind, which is the section before.
func (b *formatCode) condition() {
	if name := string(b.t.Attr("style:apply-style-name")); len(b.before) < maxSections-1 {
		b.before, b.names = append(b.before, name), b.names+len(name)
	}
}
