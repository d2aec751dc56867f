package sheet

// readSharedStrings reads the table that cells of type s point into.
func (w *workbook) readSharedStrings(part string) ([]string, error) {
	toks, err := w.pack.tokens(part)
	if err != nil {
		return nil, err
	}
	defer toks.close()
	var t token
	var list []string
	var buf []byte
	if err := toks.next(&t); err != nil { // the root
		return nil, err
	}
	for {
		if err := toks.next(&t); err != nil {
			return nil, err
		}
		switch {
		case t.kind == endPart:
			return list, nil
		case t.kind != startTag:
			continue
		case string(t.name) != "si":
			if err := skipElement(toks, &t); err != nil {
				return nil, err
			}
			continue
		}
		if buf, err = readRich(toks, &t, buf[:0]); err != nil {
			return nil, err
		}
		text, err := keepText(w.texts, cleanText(buf), w.pack.limits.TextLength)
		if err != nil {
			return nil, err
		}
		if list = append(list, text); len(list) > w.pack.limits.SharedStrings {
			return nil, overLimit("共有文字列の数", "The number of shared strings", int64(w.pack.limits.SharedStrings))
		}
	}
}
