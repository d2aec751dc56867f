package grid

import (
	"bytes"

	"pilot90/cohort/cell"
)

// A Values makes the values of cells of what their file stores. A value that is made is blank before.
type Values struct {
	Numbers
	TextLength int // characters that a cell may have
}

// PutText makes a text as it stands; an empty one is a blank.
func (m *Values) PutText(b []byte, v *cell.Value) error {
	text, err := KeepText(m.Texts, b, m.TextLength)
	if text != "" {
		v.Kind, v.Text = cell.Text, text
	}
	return err
}

// PutNumber makes a number of its decimal digits, in the meaning of its style. It is false for what is no number.
func (m *Values) PutNumber(b []byte, style *Style, v *cell.Value) (ok bool, err error) {
	f, ok := ParseShort(b)
	if !ok {
		b = bytes.TrimSpace(b)
		if f, ok = ParseNumber(b); !ok {
			return false, nil
		}
	}
	return true, m.Show(b, f, style, v)
}

// PutBool makes TRUE or FALSE. It is false for what is neither.
func (m *Values) PutBool(b []byte, v *cell.Value) (ok bool) {
	switch string(bytes.TrimSpace(b)) {
	case "1", "true", "TRUE":
		v.Kind, v.Number, v.Text = cell.Bool, 1, "TRUE"
	case "0", "false", "FALSE":
		v.Kind, v.Text = cell.Bool, "FALSE"
	default:
		return false
	}
	return true
}

// PutError makes an error of the name that Excel gives it.
func (m *Values) PutError(name []byte, v *cell.Value) (err error) {
	v.Kind = cell.ErrorValue
	v.Text, err = KeepText(m.Texts, name, m.TextLength)
	return err
}

// PutUncomputed makes a formula that has no result; formula is without its =.
func (m *Values) PutUncomputed(formula []byte, v *cell.Value) (err error) {
	m.Scratch = append(append(m.Scratch[:0], '='), formula...)
	v.Kind, v.Epoch1904 = cell.Uncomputed, m.Epoch1904
	v.Text, err = KeepText(m.Texts, m.Scratch, m.TextLength)
	return err
}
