package xlsx

import (
	"bytes"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/xml"
)

// readSharedStrings reads the table that cells of type s point into.
func (w *Workbook) readSharedStrings(part string) error {
	toks, err := w.pack.Tokens(part)
	if err != nil {
		return err
	}
	defer toks.Close()
	var t xml.Token
	if err := toks.Next(&t); err != nil { // the root
		return err
	}
	w.strings = make([]string, 0, announced(&t))
	var item stringItem
	for {
		done, err := item.next(toks, &t)
		if err != nil || done {
			return err
		}
		text, err := grid.KeepText(w.texts, cleanText(item.text), w.pack.Limits.TextLength)
		if err != nil {
			return err
		}
		if item.runs&^grid.OwnRun != 0 {
			if w.rich == nil {
				w.rich = map[int]grid.Runs{}
			}
			w.rich[len(w.strings)] = item.runs
		}
		if w.strings = append(w.strings, text); len(w.strings) > w.pack.Limits.SharedStrings {
			return grid.OverLimit("共有文字列の数", "The number of shared strings", int64(w.pack.Limits.SharedStrings))
		}
	}
}

// runsOf returns the runs of a shared string; most strings are all in the format of their cell.
func (w *Workbook) runsOf(i int) grid.Runs {
	if len(w.rich) == 0 {
		return 0
	}
	return w.rich[i]
}

// announced is how many strings the root element says there are, as far as it is believed.
func announced(root *xml.Token) int {
	const most = 1 << 14
	n, ok := grid.ParseIndex(root.Attr("uniqueCount"))
	if !ok {
		return 0
	}
	return min(n, most)
}

// A stringItem is one string of the table, good until the next one is read.
type stringItem struct {
	text []byte
	runs grid.Runs
}

// next reads the next string; done is true at the end of the part.
func (s *stringItem) next(toks *pack.Tokens, t *xml.Token) (done bool, err error) {
	for {
		var ok bool
		if s.text, ok = plainItem(toks, s.text[:0]); ok {
			s.runs = grid.OwnRun
			return false, nil
		}
		if err := toks.Next(t); err != nil {
			return false, err
		}
		switch {
		case t.Kind == xml.EndPart:
			return true, nil
		case t.Kind != xml.StartTag:
		case string(t.Name) == "si":
			s.text, s.runs, err = readRich(toks, t, s.text[:0])
			return false, err
		default:
			if err := xml.SkipElement(toks, t); err != nil {
				return false, err
			}
		}
	}
}

// plainItem reads <si><t>text</t></si> in one go when it stands next and its text has nothing to
// decode; what it accepts is well-formed.
func plainItem(toks *pack.Tokens, buf []byte) (text []byte, ok bool) {
	const start, stop = "<si><t>", "</t></si>"
	b, depth := toks.Front()
	if depth != 1 || !hasPrefixAt(b, 0, start) {
		return buf, false
	}
	end := bytes.IndexByte(b[len(start):], '<') + len(start)
	if !hasPrefixAt(b, end, stop) {
		return buf, false
	}
	raw := b[len(start):end]
	if xml.NeedsDecode(raw) || !xml.PlainText(raw) || bytes.Contains(raw, []byte("]]>")) {
		return buf, false
	}
	tokens := 4 // start and end of si and t, and the text
	if len(raw) > 0 {
		tokens++
	}
	toks.Pass(end+len(stop), tokens)
	return append(buf, raw...), true
}
