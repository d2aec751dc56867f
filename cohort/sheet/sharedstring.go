package sheet

import "bytes"

// readSharedStrings reads the table that cells of type s point into.
func (w *workbook) readSharedStrings(part string) error {
	toks, err := w.pack.tokens(part)
	if err != nil {
		return err
	}
	defer toks.close()
	var t token
	if err := toks.next(&t); err != nil { // the root
		return err
	}
	w.strings = make([]string, 0, announced(&t))
	var item stringItem
	for {
		done, err := item.next(toks, &t)
		if err != nil || done {
			return err
		}
		text, err := keepText(w.texts, cleanText(item.text), w.pack.limits.TextLength)
		if err != nil {
			return err
		}
		if item.runs&^ownRun != 0 {
			if w.rich == nil {
				w.rich = map[int]runs{}
			}
			w.rich[len(w.strings)] = item.runs
		}
		if w.strings = append(w.strings, text); len(w.strings) > w.pack.limits.SharedStrings {
			return overLimit("共有文字列の数", "The number of shared strings", int64(w.pack.limits.SharedStrings))
		}
	}
}

// runsOf returns the runs of a shared string; most strings are all in the format of their cell.
func (w *workbook) runsOf(i int) runs {
	if len(w.rich) == 0 {
		return 0
	}
	return w.rich[i]
}

// announced is how many strings the root element says there are, as far as it is believed.
func announced(root *token) int {
	const most = 1 << 14
	n, ok := parseIndex(root.attr("uniqueCount"))
	if !ok {
		return 0
	}
	return min(n, most)
}

// A stringItem is one string of the table, good until the next one is read.
type stringItem struct {
	text []byte
	runs runs
}

// next reads the next string; done is true at the end of the part.
func (s *stringItem) next(toks *partTokens, t *token) (done bool, err error) {
	for {
		var ok bool
		if s.text, ok = plainItem(toks, s.text[:0]); ok {
			s.runs = ownRun
			return false, nil
		}
		if err := toks.next(t); err != nil {
			return false, err
		}
		switch {
		case t.kind == endPart:
			return true, nil
		case t.kind != startTag:
		case string(t.name) == "si":
			s.text, s.runs, err = readRich(toks, t, s.text[:0])
			return false, err
		default:
			if err := skipElement(toks, t); err != nil {
				return false, err
			}
		}
	}
}

// plainItem reads <si><t>text</t></si> in one go when it stands next and its text has nothing to
// decode; what it accepts is well-formed.
func plainItem(toks *partTokens, buf []byte) (text []byte, ok bool) {
	const start, stop = "<si><t>", "</t></si>"
	b, depth := toks.front()
	if depth != 1 || !hasPrefixAt(b, 0, start) {
		return buf, false
	}
	end := bytes.IndexByte(b[len(start):], '<') + len(start)
	if !hasPrefixAt(b, end, stop) {
		return buf, false
	}
	raw := b[len(start):end]
	if needsDecode(raw) || !plainText(raw) || bytes.Contains(raw, []byte("]]>")) {
		return buf, false
	}
	tokens := 4 // start and end of si and t, and the text
	if len(raw) > 0 {
		tokens++
	}
	toks.pass(end+len(stop), tokens)
	return append(buf, raw...), true
}
