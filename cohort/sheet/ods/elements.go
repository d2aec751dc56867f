package ods

import (
	"pilot90/cohort/lang"
	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/xml"
)

// words are the namespaces that are read (OpenDocument 1.0 to 1.4; calcext and loext are LibreOffice's own).
var words = xml.NewVocabulary(map[string]string{
	"office":   "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
	"table":    "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
	"text":     "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
	"style":    "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
	"number":   "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
	"draw":     "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
	"manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
	"calcext":  "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
	"loext":    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
})

// elements reads the elements of a part one after the other.
type elements struct {
	toks *pack.Tokens
	t    xml.Token
}

// each calls read for every child of the element whose start was just read; read goes to the
// child's end.
func (e *elements) each(read func() error) error {
	for {
		if err := e.toks.Next(&e.t); err != nil {
			return err
		}
		switch e.t.Kind {
		case xml.EndTag:
			return nil
		case xml.StartTag:
			if err := read(); err != nil {
				return err
			}
		}
	}
}

// skip reads to the end of the element whose start was just read.
func (e *elements) skip() error { return xml.SkipElement(e.toks, &e.t) }

// text returns all characters up to the end of the element whose start was just read; those of
// elements inside are left out.
func (e *elements) text(dst []byte, most int) ([]byte, error) {
	for {
		if err := e.toks.Next(&e.t); err != nil {
			return dst, err
		}
		switch e.t.Kind {
		case xml.EndTag:
			return dst, nil
		case xml.StartTag:
			if err := e.skip(); err != nil {
				return dst, err
			}
		case xml.TextRun:
			if dst = append(dst, e.t.Text...); len(dst) > most {
				return dst, longFormat()
			}
		}
	}
}

// count reads an attribute that is a whole number from 1; an absent one is 1.
func count(b []byte) (int, error) {
	if b == nil {
		return 1, nil
	}
	n, ok := grid.ParseIndex(b)
	if !ok || n < 1 {
		return 0, grid.Damaged("繰り返しの数「"+lang.Quote(string(b))+"」が読めません", "bad number of repetitions "+lang.Quote(string(b)))
	}
	return n, nil
}
