package xlsx

import (
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/xml"
)

// A styleReader reads the styles of a workbook; it keeps of each what a cell can need.
type styleReader struct {
	*xml.Elements
	limit    int
	declared map[int]grid.Style // by numFmtId
	struck   []bool             // by font
	formats  []cellFormat
}

// A cellFormat is one entry of cellXfs.
type cellFormat struct{ number, font int }

// readStyles returns the meaning of every cell format (cellXfs), in order.
func readStyles(p *pack.Pack, part string) ([]grid.Style, error) {
	r := &styleReader{limit: p.Limits.Styles, declared: map[int]grid.Style{}}
	if err := p.ReadSmall(part, r.section); err != nil {
		return nil, err
	}
	styles := make([]grid.Style, len(r.formats))
	for i, f := range r.formats {
		style := grid.StyleOf(r.declared, f.number)
		if f.font >= 0 && f.font < len(r.struck) {
			style.Struck = r.struck[f.font]
		}
		styles[i] = style
	}
	return styles, nil
}

// section reads a child of the root.
func (r *styleReader) section(e *xml.Elements) error {
	r.Elements = e
	switch string(e.Token.Name) {
	case "numFmts":
		return e.Children("numFmt", r.addNumber)
	case "fonts":
		return e.Each("font", r.addFont)
	case "cellXfs":
		return e.Children("xf", r.addFormat)
	}
	return xml.SkipElement(e.Tokens, &e.Token)
}

func (r *styleReader) addNumber() error {
	id, err := r.Number("numFmtId")
	if err != nil {
		return err
	}
	r.declared[id] = grid.Classify(string(r.Token.Attr("formatCode")))
	return r.within(len(r.declared))
}

func (r *styleReader) addFont() error {
	struck := false
	err := r.Children("strike", func() error {
		struck = xml.IsOn(r.Token.Attr("val"))
		return nil
	})
	if err != nil {
		return err
	}
	r.struck = append(r.struck, struck)
	return r.within(len(r.struck))
}

func (r *styleReader) addFormat() error {
	number, err := r.Number("numFmtId")
	if err != nil {
		return err
	}
	font, err := r.Number("fontId")
	if err != nil {
		return err
	}
	r.formats = append(r.formats, cellFormat{number, font})
	return r.within(len(r.formats))
}

func (r *styleReader) within(n int) error {
	if n > r.limit {
		return grid.OverLimit("セルの書式の数", "The number of cell formats", int64(r.limit))
	}
	return nil
}

// style returns the meaning of a cell's style; one that does not exist is Plain.
func (w *Workbook) style(i int) *grid.Style {
	if i < 0 || i >= len(w.styles) {
		return &grid.PlainStyle
	}
	return &w.styles[i]
}
