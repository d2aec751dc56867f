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
	i, ok := parseIndex(raw.text)
	if !ok {
		text := bytes.TrimSpace(raw.text)
		if len(text) == 0 {
			return p.noValue(raw, v)
		}
		i, ok = parseIndex(text)
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
func (p *parser) uncomputed(raw *cellXML, v *cell.Value) (err error) {
	p.Scratch = append(append(p.Scratch[:0], '='), cleanText(raw.formula)...)
	v.Kind, v.Epoch1904 = cell.Uncomputed, p.book.epoch1904
	v.Text, err = grid.KeepText(p.Texts, p.Scratch, p.book.pack.Limits.TextLength)
	return err
}

// errorValue keeps the name of an Excel error.
func (p *parser) errorValue(raw *cellXML, v *cell.Value) (err error) {
	name := bytes.TrimSpace(raw.text)
	if len(name) == 0 {
		return p.noValue(raw, v)
	}
	v.Kind = cell.ErrorValue
	v.Text, err = grid.KeepText(p.Texts, name, p.book.pack.Limits.TextLength)
	return err
}

// textValue keeps a text with its escapes read. In a plain cell raw lies in the scanner's
// buffer, which was read past already and may be changed.
func (p *parser) textValue(raw []byte, v *cell.Value) error {
	text, err := grid.KeepText(p.Texts, cleanText(raw), p.book.pack.Limits.TextLength)
	setText(v, text)
	return err
}

// boolValue reads TRUE or FALSE. What is neither stays a text, so that a reader can name it at its
// cell.
func (p *parser) boolValue(raw *cellXML, v *cell.Value) error {
	switch string(bytes.TrimSpace(raw.text)) {
	case "1", "true", "TRUE":
		v.Kind, v.Number, v.Text = cell.Bool, 1, "TRUE"
	case "0", "false", "FALSE":
		v.Kind, v.Text = cell.Bool, "FALSE"
	case "":
		return p.noValue(raw, v)
	default:
		return p.textValue(raw.text, v)
	}
	return nil
}

// numberValue reads a number with the meaning of its style. What is no number stays a text,
// so that a reader can name it at its cell.
func (p *parser) numberValue(raw *cellXML, v *cell.Value) (err error) {
	b := raw.text
	f, ok := grid.ParseShort(b)
	if !ok {
		if b = bytes.TrimSpace(b); len(b) == 0 {
			return p.noValue(raw, v)
		}
		if f, ok = grid.ParseNumber(b); !ok {
			return p.textValue(raw.text, v)
		}
	}
	return p.Show(b, f, p.book.style(raw.style), v)
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
