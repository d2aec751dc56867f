package xlsx

import (
	"bytes"

	"pilot90/cohort/cell"
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
)

// value turns a <c> into v, which is blank before; it stays so when nothing stands in the cell.
func (p *parser) value(raw *cellXML, v *cell.Value) error {
	switch raw.kind {
	case sharedCell:
		return p.sharedValue(raw, v)
	case numberCell:
		return p.numberValue(raw, v)
	case textCell:
		if raw.hasF && !raw.hasValue {
			return p.uncomputed(raw, v)
		}
		return p.textValue(raw.text, v)
	case boolCell:
		return p.boolValue(raw, v)
	case errorCell:
		return p.errorValue(raw, v)
	case dateCell:
		return p.isoValue(raw, v)
	}
	return grid.Damaged("セルの種類がわかりません", "unknown cell type")
}

// sharedValue looks a string up; an index that does not exist is damage, not a blank.
func (p *parser) sharedValue(raw *cellXML, v *cell.Value) error {
	i, ok := grid.ParseIndex(raw.text)
	if !ok {
		text := bytes.TrimSpace(raw.text)
		if len(text) == 0 {
			return p.noValue(raw, v)
		}
		i, ok = grid.ParseIndex(text)
	}
	if !ok || i >= len(p.book.strings) {
		text := lang.Quote(string(bytes.TrimSpace(raw.text)))
		return grid.Damaged("文字列の番号「"+text+"」に当たる文字列がありません", "no shared string "+text)
	}
	setText(v, p.book.strings[i])
	raw.runs = p.book.runsOf(i)
	return nil
}

// setText makes v a text; an empty one is a blank.
func setText(v *cell.Value, s string) {
	if s != "" {
		v.Kind, v.Text = cell.Text, s
	}
}

// noValue is a cell without a value: a formula that was never computed, or nothing.
func (p *parser) noValue(raw *cellXML, v *cell.Value) error {
	if raw.hasF {
		return p.uncomputed(raw, v)
	}
	return nil
}

// uncomputed keeps the formula itself as the text.
func (p *parser) uncomputed(raw *cellXML, v *cell.Value) error {
	return p.PutUncomputed(cleanText(raw.formula), v)
}

// errorValue keeps the name of an Excel error.
func (p *parser) errorValue(raw *cellXML, v *cell.Value) error {
	name := bytes.TrimSpace(raw.text)
	if len(name) == 0 {
		return p.noValue(raw, v)
	}
	return p.PutError(name, v)
}

// textValue keeps a text with its escapes read. In a plain cell raw lies in the scanner's
// buffer, which was read past already and may be changed.
func (p *parser) textValue(raw []byte, v *cell.Value) error {
	return p.PutText(cleanText(raw), v)
}

// boolValue reads TRUE or FALSE. What is neither stays a text, so that a reader can name it at its
// cell.
func (p *parser) boolValue(raw *cellXML, v *cell.Value) error {
	switch {
	case p.PutBool(raw.text, v):
		return nil
	case len(bytes.TrimSpace(raw.text)) == 0:
		return p.noValue(raw, v)
	}
	return p.textValue(raw.text, v)
}

// numberValue reads a number with the meaning of its style. What is no number stays a text,
// so that a reader can name it at its cell.
func (p *parser) numberValue(raw *cellXML, v *cell.Value) error {
	ok, err := p.PutNumber(raw.text, p.book.style(raw.style), v)
	switch {
	case ok:
		return err
	case len(bytes.TrimSpace(raw.text)) == 0:
		return p.noValue(raw, v)
	}
	return p.textValue(raw.text, v)
}

// isoValue reads a t="d" cell as the serial of its date or time.
func (p *parser) isoValue(raw *cellXML, v *cell.Value) (err error) {
	text := string(bytes.TrimSpace(raw.text))
	if text == "" {
		return p.noValue(raw, v)
	}
	serial, format, ok := grid.ParseISO(text, p.book.epoch1904)
	if !ok {
		return p.textValue(raw.text, v)
	}
	shown, ok := grid.AppendSerial(p.Scratch[:0], serial, format, p.book.epoch1904)
	if !ok {
		return p.textValue(raw.text, v)
	}
	p.Scratch = shown
	v.Kind, v.Format, v.Number, v.Epoch1904 = cell.Number, format, serial, p.book.epoch1904
	v.Text, err = p.Keep(shown)
	return err
}
