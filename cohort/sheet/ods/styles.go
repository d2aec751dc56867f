package ods

import (
	"cmp"

	"pilot90/cohort/sheet/grid"
)

// A line is what a style says of a strikethrough.
type line uint8

const (
	unsaid line = iota // nothing: as in the style it is of, or in the text around
	unstruck
	struck
)

// A family is a kind of style.
type family uint8

const (
	noFamily family = iota
	cellFamily
	textFamily
	tableFamily
)

func familyOf(name []byte) family {
	switch string(name) {
	case "table-cell":
		return cellFamily
	case "text":
		return textFamily
	case "table":
		return tableFamily
	}
	return noFamily
}

type styleKey struct {
	of   family
	name string // empty for what cells have whose style has no parent
}

// A style is one as the file declares it, or, with all that its parents say, as it is meant.
type style struct {
	parent  string
	format  string // name of the number format
	number  *grid.Style
	line    line
	display string // of a table: true, false, or empty for unsaid
}

// A scope is one list of styles; a name that it does not have is one of the next list.
type scope struct {
	styles  map[styleKey]style
	meant   map[styleKey]style // those that were asked for
	formats map[string]*format
	next    *scope
}

// scopes are the lists of styles of a document, each with those behind it.
type scopes struct {
	auto   scope // of content.xml
	common scope // of styles.xml, with names that users see
	page   scope // of styles.xml, without such names
	cells  map[string]*cellStyle
	base   *cellStyle
	kept   int64 // bytes of names and formats
	count  int
}

func newScopes() *scopes {
	s := &scopes{auto: newScope(), common: newScope(), page: newScope(), cells: map[string]*cellStyle{}}
	s.auto.next, s.common.next = &s.common, &s.page
	return s
}

func newScope() scope {
	return scope{styles: map[styleKey]style{}, meant: map[styleKey]style{}, formats: map[string]*format{}}
}

// A cellStyle is what a cell's style means for its value.
type cellStyle struct {
	number grid.Style
	struck bool
}

// cell returns the meaning of a cell style; a cell with one that does not exist looks like one
// without. It is asked when all styles are read.
func (s *scopes) cell(name []byte) *cellStyle {
	if known := s.cells[string(name)]; known != nil {
		return known
	}
	if st, ok := s.auto.style(styleKey{cellFamily, string(name)}); ok {
		meaning := st.cell()
		s.cells[string(name)] = meaning
		return meaning
	}
	return s.plain()
}

// plain returns the style of a cell that names none.
func (s *scopes) plain() *cellStyle {
	if s.base == nil {
		st, ok := s.auto.style(styleKey{cellFamily, "Default"})
		if !ok {
			st, _ = s.auto.style(styleKey{cellFamily, ""})
		}
		s.base = st.cell()
	}
	return s.base
}

// text returns what a style of characters says of a strikethrough.
func (s *scopes) text(name []byte) line {
	st, _ := s.auto.style(styleKey{textFamily, string(name)})
	return st.line
}

// hides reports whether a table of that style is not shown.
func (s *scopes) hides(table []byte) bool {
	st, _ := s.auto.style(styleKey{tableFamily, string(table)})
	return st.display == "false"
}

func (st style) cell() *cellStyle {
	return &cellStyle{*cmp.Or(st.number, new(grid.PlainStyle)), st.line == struck}
}

// style returns a style with all that its parents say; false where there is none.
func (s *scope) style(key styleKey) (style, bool) {
	if known, ok := s.meant[key]; ok {
		return known, true
	}
	st, ok := s.styles[key]
	switch {
	case !ok && s.next != nil:
		return s.next.style(key)
	case !ok:
		return style{}, false
	}
	if st.format != "" {
		st.number = s.number(st.format)
	}
	s.meant[key] = st // parents in a circle end here
	if st.parent != "" || key.of == cellFamily && key.name != "" {
		parent, _ := s.style(styleKey{key.of, st.parent})
		st.number, st.line = cmp.Or(st.number, parent.number), cmp.Or(st.line, parent.line)
		st.display = cmp.Or(st.display, parent.display)
		s.meant[key] = st
	}
	return st, true
}
