package sheet

import "bytes"

// readSharedStrings reads the table that cells of type s point into.
func (w *workbook) readSharedStrings(part string) ([]string, error) {
	toks, err := w.pack.tokens(part)
	if err != nil {
		return nil, err
	}
	defer toks.close()
	var t token
	if err := toks.next(&t); err != nil { // the root
		return nil, err
	}
	list := make([]string, 0, announced(&t))
	var buf []byte
	for {
		item, done, err := nextItem(toks, &t, buf)
		if err != nil || done {
			return list, err
		}
		text, err := keepText(w.texts, cleanText(item), w.pack.limits.TextLength)
		if err != nil {
			return nil, err
		}
		if list = append(list, text); len(list) > w.pack.limits.SharedStrings {
			return nil, overLimit("共有文字列の数", "The number of shared strings", int64(w.pack.limits.SharedStrings))
		}
		buf = item[:0]
	}
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

// nextItem reads the text of the next string item into buf; done is true at the end of the part.
func nextItem(toks *partTokens, t *token, buf []byte) (item []byte, done bool, err error) {
	for {
		if item, ok := toks.plainItem(buf[:0]); ok {
			return item, false, nil
		}
		if err := toks.next(t); err != nil {
			return nil, false, err
		}
		switch {
		case t.kind == endPart:
			return nil, true, nil
		case t.kind != startTag:
		case string(t.name) == "si":
			item, err = readRich(toks, t, buf[:0])
			return item, false, err
		default:
			if err := skipElement(toks, t); err != nil {
				return nil, false, err
			}
		}
	}
}

// plainItem reads <si><t>text</t></si> in one go when it stands next and its text has nothing to
// decode; what it accepts is well-formed.
func (p *partTokens) plainItem(buf []byte) (text []byte, ok bool) {
	const start, stop = "<si><t>", "</t></si>"
	s := p.fast
	if s == nil || s.prefix != "" || s.pending || len(s.starts) != 1 || !hasPrefixAt(s.buf, 0, start) {
		return buf, false
	}
	end := bytes.IndexByte(s.buf[len(start):], '<') + len(start)
	if !hasPrefixAt(s.buf, end, stop) {
		return buf, false
	}
	raw := s.buf[len(start):end]
	if needsDecode(raw) || !plainText(raw) || bytes.Contains(raw, []byte("]]>")) {
		return buf, false
	}
	s.buf = s.buf[end+len(stop):]
	if p.given += 4; len(raw) > 0 { // start and end of si and t, and the text
		p.given++
	}
	return append(buf, raw...), true
}
