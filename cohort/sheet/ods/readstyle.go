package ods

import (
	"strings"

	"pilot90/cohort/sheet/grid"
)

// readStyles reads a list of styles and number formats.
func (d *document) readStyles(s *scope) error {
	return d.each(func() error {
		name := string(d.t.Name)
		switch {
		case name == "style:style", name == "style:default-style":
			return d.readStyle(s)
		case strings.HasPrefix(name, "number:") && strings.HasSuffix(name, "-style"):
			return d.readFormat(s)
		}
		return d.skip()
	})
}

// keepStyle counts a style, or a number format, whose words have so many bytes.
func (d *document) keepStyle(bytes int) error {
	d.styles.count++
	d.styles.kept += int64(bytes)
	switch {
	case d.styles.count > d.limits.Styles:
		return grid.OverLimit("セルの書式の数", "The number of cell formats", int64(d.limits.Styles))
	case d.styles.kept > d.limits.TextBytes:
		return grid.OverLimit("書式の名前の長さの合計（バイト）", "The names of cell formats in bytes", d.limits.TextBytes)
	}
	return nil
}

// readStyle reads one style of a cell, of characters or of a table.
func (d *document) readStyle(s *scope) error {
	key := styleKey{familyOf(d.t.Attr("style:family")), string(d.t.Attr("style:name"))}
	st := style{parent: string(d.t.Attr("style:parent-style-name")), format: string(d.t.Attr("style:data-style-name"))}
	if key.of == noFamily {
		return d.skip()
	}
	if err := d.keepStyle(len(key.name) + len(st.parent) + len(st.format)); err != nil {
		return err
	}
	err := d.each(func() error {
		switch string(d.t.Name) {
		case "style:text-properties":
			st.line = lineOf(d.t.Attr("style:text-line-through-style"), d.t.Attr("style:text-line-through-type"))
		case "style:table-properties":
			st.display = string(d.t.Attr("table:display"))
		}
		return d.skip()
	})
	s.styles[key] = st
	return err
}

// lineOf reads the style (solid, dotted, none) and the type (single, double, none) of a line; one
// of them will do.
func lineOf(style, kind []byte) line {
	switch {
	case style == nil && kind == nil:
		return unsaid
	case string(style) == "none", string(kind) == "none":
		return unstruck
	}
	return struck
}
