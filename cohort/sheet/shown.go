package sheet

import "pilot90/cohort/cell"

// A numberWriter makes the values of cells with a number: the number, and the text that a reader of the sheet sees.
type numberWriter struct {
	texts     *arena
	epoch1904 bool
	scratch   []byte
	days      []dayText // texts of dates already met, by serial modulo the length
}

// dayText is the text of a whole serial under a date format.
type dayText struct {
	serial int
	text   string
}

func (w *numberWriter) keep(b []byte) (string, error) { return w.texts.keep(b) }

// show makes v the number f in a style. b is its text in the file, nil where the file holds no text.
func (w *numberWriter) show(b []byte, f float64, style *numStyle, v *cell.Value) error {
	v.Kind, v.Format, v.Number, v.Epoch1904 = cell.Number, style.format, f, w.epoch1904
	return w.styled(b, v, style)
}

// styled gives a number its text. Where the format shows a unit that makes another number of it,
// what the sheet shows is the value: 30 under #,##0"千円" is the text 30千円.
func (w *numberWriter) styled(b []byte, v *cell.Value, style *numStyle) (err error) {
	switch {
	case style.unit.text != "":
		w.scratch = append(appendNumber(w.scratch[:0], v.Number/pow10[min(style.unit.shift, len(pow10)-1)]), style.unit.text...)
		v.Text, err = w.keep(w.scratch)
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
func (w *numberWriter) numberText(b []byte, f float64, style *numStyle) (string, error) {
	whole := f >= 0 && f == float64(int(f)) && f < 1e15
	switch {
	case style.format == cell.Date && whole:
		return w.dayText(int(f))
	case style.format != cell.Plain:
		if out, ok := appendSerial(w.scratch[:0], f, style.format, w.epoch1904); ok {
			w.scratch = out
			return w.keep(out)
		}
	case style.zeros != nil && whole:
		w.scratch = appendNumber(w.scratch[:0], f)
		text := pad(style.zeros, string(w.scratch))
		return text, w.texts.count(len(text))
	case isShortest(b):
		return w.keep(b)
	}
	w.scratch = appendNumber(w.scratch[:0], f)
	return w.keep(w.scratch)
}

// dayText returns the text of a date without a time; a sheet repeats few dates many times.
func (w *numberWriter) dayText(serial int) (string, error) {
	if w.days == nil {
		w.days = make([]dayText, dayCache)
	}
	known := &w.days[serial%dayCache]
	if known.text != "" && known.serial == serial {
		return known.text, nil
	}
	out, ok := appendSerial(w.scratch[:0], float64(serial), cell.Date, w.epoch1904)
	if !ok {
		out = appendNumber(out[:0], float64(serial))
	}
	w.scratch = out
	s, err := w.keep(out)
	*known = dayText{serial, s}
	return s, err
}

// dayCache is the number of dates remembered: near three years.
const dayCache = 1024
