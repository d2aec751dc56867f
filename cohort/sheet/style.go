package sheet

// A styleReader reads the styles of a workbook; it keeps of each what a cell can need.
type styleReader struct {
	*elements
	limit    int
	declared map[int]numStyle // by numFmtId
	struck   []bool           // by font
	formats  []cellFormat
}

// A cellFormat is one entry of cellXfs.
type cellFormat struct{ number, font int }

// readStyles returns the meaning of every cell format (cellXfs), in order.
func readStyles(p *pack, part string) ([]numStyle, error) {
	r := &styleReader{limit: p.limits.Styles, declared: map[int]numStyle{}}
	if err := p.readSmall(part, r.section); err != nil {
		return nil, err
	}
	styles := make([]numStyle, len(r.formats))
	for i, f := range r.formats {
		style := styleOf(r.declared, f.number)
		if f.font >= 0 && f.font < len(r.struck) {
			style.struck = r.struck[f.font]
		}
		styles[i] = style
	}
	return styles, nil
}

// section reads a child of the root.
func (r *styleReader) section(e *elements) error {
	r.elements = e
	switch string(e.t.name) {
	case "numFmts":
		return e.children("numFmt", r.addNumber)
	case "fonts":
		return e.each("font", r.addFont)
	case "cellXfs":
		return e.children("xf", r.addFormat)
	}
	return skipElement(e.toks, &e.t)
}

func (r *styleReader) addNumber() error {
	id, err := r.number("numFmtId")
	if err != nil {
		return err
	}
	r.declared[id] = classify(string(r.t.attr("formatCode")))
	return r.within(len(r.declared))
}

func (r *styleReader) addFont() error {
	struck := false
	err := r.children("strike", func() error {
		struck = isOn(r.t.attr("val"))
		return nil
	})
	if err != nil {
		return err
	}
	r.struck = append(r.struck, struck)
	return r.within(len(r.struck))
}

func (r *styleReader) addFormat() error {
	number, err := r.number("numFmtId")
	if err != nil {
		return err
	}
	font, err := r.number("fontId")
	if err != nil {
		return err
	}
	r.formats = append(r.formats, cellFormat{number, font})
	return r.within(len(r.formats))
}

func (r *styleReader) within(n int) error {
	if n > r.limit {
		return overLimit("セルの書式の数", "The number of cell formats", int64(r.limit))
	}
	return nil
}

// style returns the meaning of a cell's style; one that does not exist is Plain.
func (w *workbook) style(i int) *numStyle {
	if i < 0 || i >= len(w.styles) {
		return &plainStyle
	}
	return &w.styles[i]
}
