package sheet

import "pilot90/cohort/cell"

// readStyles returns the meaning of every cell format (cellXfs), in order.
func (p *pack) readStyles(part string) ([]numStyle, error) {
	var doc struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Fonts []struct {
			Strike *struct {
				Val string `xml:"val,attr"`
			} `xml:"strike"`
		} `xml:"fonts>font"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
			Font   int `xml:"fontId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := p.readXML(part, &doc); err != nil {
		return nil, err
	}
	if len(doc.Cells) > p.limits.Styles {
		return nil, overLimit("セルの書式の数", "The number of cell formats", int64(p.limits.Styles))
	}
	declared := make(map[int]numStyle, len(doc.Formats))
	for _, f := range doc.Formats {
		declared[f.ID] = classify(f.Code)
	}
	styles := make([]numStyle, len(doc.Cells))
	for i, c := range doc.Cells {
		style, ok := declared[c.Format]
		if !ok {
			format := builtinFormat(c.Format)
			style = numStyle{format: format, plain: format == cell.Plain}
		}
		if c.Font >= 0 && c.Font < len(doc.Fonts) {
			strike := doc.Fonts[c.Font].Strike
			style.struck = strike != nil && isOn([]byte(strike.Val))
		}
		styles[i] = style
	}
	return styles, nil
}

// style returns the meaning of a cell's style; one that does not exist is Plain.
func (w *workbook) style(i int) *numStyle {
	if i < 0 || i >= len(w.styles) {
		return &plainStyle
	}
	return &w.styles[i]
}

var plainStyle = numStyle{format: cell.Plain, plain: true}
