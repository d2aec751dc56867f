package xml

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

var twoSpaces = NewVocabulary(map[string]string{"a": "urn:a", "b": "urn:b"})

// inWords writes the tokens of a part in the names of twoSpaces, read by the scanner and by
// encoding/xml; other prefixes of attributes are left out.
func inWords(part string) (fast, slow string, err error) {
	s, err := NewScanner(strings.NewReader(part))
	x := NewXMLTokens(strings.NewReader(part))
	x.Words = twoSpaces
	if err == nil {
		defer s.Close()
		s.Words = twoSpaces
		fast, err = namesOf(s)
	}
	slow, slowErr := namesOf(x)
	if err == nil {
		err = slowErr
	}
	return fast, slow, err
}

func namesOf(toks Tokenizer) (string, error) {
	var out strings.Builder
	var t Token
	for {
		if err := toks.Next(&t); err != nil || t.Kind == EndPart {
			return out.String(), err
		}
		switch t.Kind {
		case StartTag:
			out.WriteString("<" + string(t.Name))
			for _, a := range t.Attrs {
				if prefix, _, ok := bytes.Cut(a.Name, []byte(":")); len(prefix) == 1 || !ok && string(a.Name) != "xmlns" {
					out.WriteString(" " + string(a.Name) + "=" + string(a.Value))
				}
			}
		case EndTag:
			out.WriteString(">")
		case TextRun:
			out.Write(t.Text)
		}
	}
}

// TestVocabulary: elements and attributes have the prefixes of the vocabulary, whatever the part
// calls them, and the scanner gives what encoding/xml gives.
func TestVocabulary(t *testing.T) {
	const spaces = ` xmlns:a="urn:a" xmlns:b="urn:b"`
	for _, c := range []struct {
		part, want string
		aside      bool // for encoding/xml
	}{
		{`<a:r` + spaces + `><b:x b:y="1" z="2">t</b:x><c:x/><x/></a:r>`, `<a:r<b:x b:y=1 z=2t><><>>`, false},
		{`<b:r` + spaces + `/>`, `<b:r>`, false},
		{`<a:r><b:x b:y="1"/></a:r>`, `<a:r<b:x b:y=1>>`, false}, // not declared: what it must mean
		{`<a:r` + spaces + ` xmlns:d="urn:d"><d:x/><a:x xmlns:a="urn:a"/></a:r>`, `<a:r<><a:x>>`, false},
		{`<q:r xmlns:q="urn:a"><q:x q:y="1"/></q:r>`, `<a:r<a:x a:y=1>>`, true}, // another prefix
		{`<r xmlns="urn:a"><x y="1"/></r>`, `<a:r<a:x y=1>>`, true},
		{`<a:r` + spaces + `><a:x xmlns:a="urn:b"/></a:r>`, `<a:r<b:x>>`, true}, // another meaning
		{`<a:r` + spaces + `><x xmlns="urn:b"><y/></x></a:r>`, `<a:r<b:x<b:y>>>`, true},
		{`<a:r` + spaces + `><c:x xmlns:c="a"/></a:r>`, `<a:r<a:x>>`, true}, // a namespace with the name of a prefix
		{`<math xmlns="urn:m"><x/></math>`, `<<>>`, false},
	} {
		fast, slow, err := inWords(c.part)
		if aside := errors.Is(err, ErrAside); aside != c.aside || err != nil && !aside {
			t.Errorf("%s: %v", c.part, err)
		}
		if slow != c.want || !c.aside && fast != c.want {
			t.Errorf("%s: scanner %q, xml %q, want %q", c.part, fast, slow, c.want)
		}
	}
}
