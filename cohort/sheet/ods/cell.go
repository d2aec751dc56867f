package ods

import (
	"bytes"

	"pilot90/cohort/cell"
	"pilot90/cohort/sheet/grid"
)

// A cellXML is one cell as it stands in the file; its bytes are used again for the next.
type cellXML struct {
	repeated   int
	rows, cols int    // it spans
	style      []byte // empty for that of its row or column
	kind       []byte // office:value-type
	number     []byte
	date       []byte
	time       []byte
	truth      []byte
	words      []byte // office:string-value
	hasWords   bool
	formula    []byte
	isError    bool
	shown      richText
}

// readCell reads one cell to its end.
func (d *document) readCell(c *cellXML) error {
	for _, b := range []*[]byte{&c.style, &c.kind, &c.number, &c.date, &c.time, &c.truth, &c.words, &c.formula} {
		*b = (*b)[:0]
	}
	c.repeated, c.rows, c.cols, c.hasWords, c.isError = 1, 1, 1, false, false
	c.shown.reset()
	for _, a := range d.t.Attrs {
		if err := c.attribute(a.Name, a.Value); err != nil {
			return err
		}
	}
	return d.paragraphs(&c.shown)
}

// attribute keeps one attribute of the cell.
func (c *cellXML) attribute(name, value []byte) (err error) {
	switch string(name) {
	case "table:number-columns-repeated":
		c.repeated, err = count(value)
	case "table:number-columns-spanned":
		c.cols, err = count(value)
	case "table:number-rows-spanned":
		c.rows, err = count(value)
	case "table:style-name":
		c.style = append(c.style, value...)
	case "office:value-type":
		c.kind = append(c.kind, value...)
	case "office:value":
		c.number = append(c.number, value...)
	case "office:date-value":
		c.date = append(c.date, value...)
	case "office:time-value":
		c.time = append(c.time, value...)
	case "office:boolean-value":
		c.truth = append(c.truth, value...)
	case "office:string-value":
		c.words, c.hasWords = append(c.words, value...), true
	case "table:formula":
		c.formula = append(c.formula, value...)
	case "calcext:value-type":
		c.isError = string(value) == "error"
	}
	return err
}

// blank reports whether nothing stands in the cell, whatever its style.
func (c *cellXML) blank() bool {
	typed := len(c.kind) > 0 && (string(c.kind) != "string" || len(c.words) > 0)
	return !typed && len(c.formula) == 0 && len(c.shown.text) == 0
}

// value makes the value of a cell; v is blank before.
func (d *document) value(c *cellXML, of *cellStyle, v *cell.Value) error {
	runs, err := grid.Runs(0), error(nil)
	if stored := c.stored(); c.isError || len(c.formula) > 0 && isErrorName(bytes.TrimSpace(c.shown.text)) {
		err = d.values.PutError(excelError(c.shown.text), v)
	} else if stored == nil {
		runs = c.shown.runs
		err = d.words(c, v)
	} else {
		err = d.typed(c, stored, of, v)
	}
	if v.Kind != cell.Blank {
		v.Strike = runs.Strike(of.struck)
	}
	return err
}

// stored returns what the file stores beside what it shows; nil for a text.
func (c *cellXML) stored() (b []byte) {
	switch string(c.kind) {
	case "float", "percentage", "currency":
		b = c.number
	case "date":
		b = c.date
	case "time":
		b = c.time
	case "boolean":
		b = c.truth
	}
	if b = bytes.TrimSpace(b); len(b) == 0 {
		return nil
	}
	return b
}

// words makes a text, or the formula where nothing was computed. A formula that gives an empty text
// has an empty paragraph.
func (d *document) words(c *cellXML, v *cell.Value) error {
	text := c.shown.text
	switch string(c.kind) {
	case "string":
		if c.hasWords {
			text = c.words
		}
		return d.values.PutText(text, v)
	case "", "void", "float", "percentage", "currency", "date", "time", "boolean":
		if c.shown.paragraphs == 0 && len(c.formula) > 0 {
			return d.values.PutUncomputed(excelFormula(c.formula), v)
		}
		return d.values.PutText(text, v)
	}
	return grid.Damaged("セルの種類がわかりません", "unknown cell type")
}

// typed makes a number, a date, a time or a boolean. What cannot be read as one stays a text, so
// that a reader can name it at its cell.
func (d *document) typed(c *cellXML, stored []byte, of *cellStyle, v *cell.Value) error {
	serial, ok, format := 0.0, false, of.number.Format
	switch string(c.kind) {
	case "boolean":
		return d.truth(stored, v)
	case "date":
		serial, ok = daySerial(string(stored), d.values.Epoch1904)
		if format == cell.Plain {
			format = cell.Date
		}
	case "time":
		serial, ok = timeSerial(string(stored))
		if format == cell.Plain {
			format = cell.Time
		}
	default:
		if c.showsTruth(stored) {
			return d.truth(c.shown.text, v)
		}
		return d.number(stored, of, v)
	}
	if !ok {
		return d.values.PutText(stored, v)
	}
	return d.serial(serial, format, v)
}

// showsTruth reports whether the number is a boolean: LibreOffice makes =TRUE() of one in an .xlsx,
// which stores 1 and shows TRUE.
func (c *cellXML) showsTruth(stored []byte) bool {
	shown := string(c.shown.text)
	return len(c.formula) > 0 && (shown == "TRUE" && string(stored) == "1" || shown == "FALSE" && string(stored) == "0")
}

// number makes a number; a date that is stored as one counts from the day of the document.
func (d *document) number(stored []byte, of *cellStyle, v *cell.Value) error {
	ok, err := d.values.PutNumber(stored, &of.number, v)
	if !ok {
		return d.values.PutText(stored, v)
	}
	if d.nullDays != 0 && v.Kind == cell.Number && v.Format == cell.Date {
		return d.serial(v.Number+d.nullDays, cell.Date, v)
	}
	return err
}

// truth makes TRUE or FALSE; what is neither stays a text.
func (d *document) truth(stored []byte, v *cell.Value) error {
	if d.values.PutBool(stored, v) {
		return nil
	}
	return d.values.PutText(stored, v)
}

// serial makes a date or a time.
func (d *document) serial(f float64, format cell.Format, v *cell.Value) error {
	return d.values.Show(nil, f, &grid.Style{Format: format}, v)
}
