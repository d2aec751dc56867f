package xml

// A Token is one piece of an XML part. Its bytes hold until the next call of next.
type Token struct {
	Kind  tokenKind
	Name  []byte // of a tag, without prefix; empty when the element is not of the part's own namespace (see Vocabulary)
	Attrs []attr // of a start tag
	Text  []byte // of a TextRun: entities and line ends already read
}

// An attr is one attribute; its name has its prefix.
type attr struct{ Name, Value []byte }

type tokenKind uint8

// An element without content gives a StartTag and an EndTag. EndPart comes once, after the
// root element was closed and the part was read to its end, checksum included.
const (
	StartTag tokenKind = iota
	EndTag
	TextRun
	EndPart
)

// A Tokenizer reads one XML part. It reports every fault of the XML: what is cut off, tags
// that do not match, unknown entities. A part's own namespace is that of its root.
type Tokenizer interface {
	Next(t *Token) error
}

// Attr returns the value of the attribute without a prefix, nil when it is absent.
func (t *Token) Attr(name string) []byte {
	for i := range t.Attrs {
		if string(t.Attrs[i].Name) == name {
			return t.Attrs[i].Value
		}
	}
	return nil
}

// IsTrue reads an XML boolean attribute.
func IsTrue(b []byte) bool { return string(b) == "1" || string(b) == "true" }

// IsOn reads the val of an element that is a switch: <strike/> without one is on.
func IsOn(val []byte) bool { return len(val) == 0 || IsTrue(val) }

// SkipElement reads to the end of the element whose start was just read.
func SkipElement(toks Tokenizer, t *Token) error {
	for depth := 1; depth > 0; {
		if err := toks.Next(t); err != nil {
			return err
		}
		switch t.Kind {
		case StartTag:
			depth++
		case EndTag:
			depth--
		}
	}
	return nil
}

// ReadText appends all text up to the end of the element whose start was just read.
// Elements inside are skipped.
func ReadText(toks Tokenizer, t *Token, dst []byte) ([]byte, error) {
	for {
		if err := toks.Next(t); err != nil {
			return dst, err
		}
		switch t.Kind {
		case TextRun:
			dst = append(dst, t.Text...)
		case StartTag:
			if err := SkipElement(toks, t); err != nil {
				return dst, err
			}
		case EndTag:
			return dst, nil
		}
	}
}
