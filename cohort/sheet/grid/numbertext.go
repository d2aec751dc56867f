package grid

import "pilot90/cohort/cell"

// A Numbers makes the values of cells with a number: the number, and the text that a reader of the sheet sees.
type Numbers struct {
	Texts     *Arena
	Epoch1904 bool
	Scratch   []byte
	days      []dayText // texts of dates already met, by serial modulo the length
}

// dayText is the text of a whole serial under a date format.
type dayText struct {
	serial int
	text   string
}

func (w *Numbers) Keep(b []byte) (string, error) { return w.Texts.keep(b) }

// Show makes v the number f in a style. b is its text in the file, nil where the file holds no text.
func (w *Numbers) Show(b []byte, f float64, style *Style, v *cell.Value) error {
	v.Kind, v.Format, v.Number, v.Epoch1904 = cell.Number, style.Format, f, w.Epoch1904
	return w.Styled(b, v, style)
}

// Styled gives a number its text. Where the format shows a unit that makes another number of it,
// what the sheet shows is the value: 30 under #,##0"千円" is the text 30千円.
func (w *Numbers) Styled(b []byte, v *cell.Value, style *Style) (err error) {
	switch {
	case style.unit.text != "":
		w.Scratch = append(appendNumber(w.Scratch[:0], v.Number/Pow10[min(style.unit.shift, len(Pow10)-1)]),
			style.unit.text...)
		v.Text, err = w.Keep(w.Scratch)
	default:
		v.Text, err = w.numberText(b, v.Number, style)
		if !style.words || v.Number < 0 || v.Number != float64(int(v.Number)) {
			return err
		}
	}
	v.Kind, v.Number = cell.Text, 0
	return err
}

// numberText returns what the sheet shows, as far as that matters.
func (w *Numbers) numberText(b []byte, f float64, style *Style) (string, error) {
	whole := f >= 0 && f == float64(int(f)) && f < 1e15
	switch {
	case style.Format == cell.Date && whole:
		return w.DayText(int(f))
	case style.Format != cell.Plain:
		if out, ok := AppendSerial(w.Scratch[:0], f, style.Format, w.Epoch1904); ok {
			w.Scratch = out
			return w.Keep(out)
		}
	case style.zeros != nil && whole:
		w.Scratch = appendNumber(w.Scratch[:0], f)
		text := pad(style.zeros, string(w.Scratch))
		return text, w.Texts.Count(len(text))
	case isShortest(b):
		return w.Keep(b)
	}
	w.Scratch = appendNumber(w.Scratch[:0], f)
	return w.Keep(w.Scratch)
}

// DayText returns the text of a date without a time; a sheet repeats few dates many times.
func (w *Numbers) DayText(serial int) (string, error) {
	if w.days == nil {
		w.days = make([]dayText, dayCache)
	}
	known := &w.days[serial%dayCache]
	if known.text != "" && known.serial == serial {
		return known.text, nil
	}
	out, ok := AppendSerial(w.Scratch[:0], float64(serial), cell.Date, w.Epoch1904)
	if !ok {
		out = appendNumber(out[:0], float64(serial))
	}
	w.Scratch = out
	s, err := w.Keep(out)
	*known = dayText{serial, s}
	return s, err
}

// dayCache is the number of dates remembered: near three years.
const dayCache = 1024
