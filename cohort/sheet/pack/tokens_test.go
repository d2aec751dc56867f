package pack_test

import (
	"bytes"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/sheettest"
	"pilot90/cohort/sheet/xml"
)

// TestTokensStepAside: where the scanner stops in the middle, the names go on as they were.
func TestTokensStepAside(t *testing.T) {
	part := `<a:r xmlns:a="urn:a"><a:x/><!DOCTYPE q><b:x xmlns:b="urn:b" xmlns:q="urn:a" q:y="1"/></a:r>`
	data := sheettest.Zip(t, sheettest.Parts{"p.xml": part})
	p, err := pack.Open(t.Context(), bytes.NewReader(data), int64(len(data)), grid.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	toks, err := p.TokensIn("p.xml", xml.NewVocabulary(map[string]string{"a": "urn:a", "b": "urn:b"}))
	if err != nil {
		t.Fatal(err)
	}
	defer toks.Close()
	var out strings.Builder
	var tok xml.Token
	for err = toks.Next(&tok); err == nil && tok.Kind != xml.EndPart; err = toks.Next(&tok) {
		switch tok.Kind {
		case xml.StartTag:
			out.WriteString("<" + string(tok.Name))
			if y := tok.Attr("a:y"); y != nil {
				out.WriteString(" a:y=" + string(y))
			}
		case xml.EndTag:
			out.WriteString(">")
		}
	}
	if got := out.String(); got != `<a:r<a:x><b:x a:y=1>>` || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}
