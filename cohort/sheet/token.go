package sheet

// A token is one piece of an XML part. Its bytes hold until the next call of next.
type token struct {
	kind  tokenKind
	name  []byte // of a tag, without prefix; empty when the element is not of the part's own namespace
	attrs []attr // of a start tag
	text  []byte // of a text: entities and line ends already read
}

// An attr is one attribute; its name has its prefix.
type attr struct{ name, value []byte }

type tokenKind uint8

// An element without content gives a startTag and an endTag. endPart comes once, after the
// root element was closed and the part was read to its end, checksum included.
const (
	startTag tokenKind = iota
	endTag
	textRun
	endPart
)

// A tokenizer reads one XML part. It reports every fault of the XML: what is cut off, tags
// that do not match, unknown entities. A part's own namespace is that of its root.
type tokenizer interface {
	next(t *token) error
}

// attr returns the value of the attribute without a prefix, nil when it is absent.
func (t *token) attr(name string) []byte {
	for i := range t.attrs {
		if string(t.attrs[i].name) == name {
			return t.attrs[i].value
		}
	}
	return nil
}

// isTrue reads an XML boolean attribute.
func isTrue(b []byte) bool { return string(b) == "1" || string(b) == "true" }

// isOn reads the val of an element that is a switch: <strike/> without one is on.
func isOn(val []byte) bool { return len(val) == 0 || isTrue(val) }

// skipElement reads to the end of the element whose start was just read.
func skipElement(toks tokenizer, t *token) error {
	for depth := 1; depth > 0; {
		if err := toks.next(t); err != nil {
			return err
		}
		switch t.kind {
		case startTag:
			depth++
		case endTag:
			depth--
		}
	}
	return nil
}

// readText appends all text up to the end of the element whose start was just read.
// Elements inside are skipped.
func readText(toks tokenizer, t *token, dst []byte) ([]byte, error) {
	for {
		if err := toks.next(t); err != nil {
			return dst, err
		}
		switch t.kind {
		case textRun:
			dst = append(dst, t.text...)
		case startTag:
			if err := skipElement(toks, t); err != nil {
				return dst, err
			}
		case endTag:
			return dst, nil
		}
	}
}
