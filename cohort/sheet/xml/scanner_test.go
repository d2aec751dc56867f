package xml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"pilot90/cohort/sheet/sheettest"
)

// scanned writes the tokens that the scanner gives for a part, and how it ended.
func scanned(part []byte) (tokens []string, err error) {
	s, err := NewScanner(bytes.NewReader(part))
	if err != nil {
		s.Close()
		return nil, err
	}
	defer s.Close()
	return drain(s)
}

func drain(toks Tokenizer) (tokens []string, err error) {
	var t Token
	for {
		if err := toks.Next(&t); err != nil {
			return tokens, err
		}
		text := ""
		switch t.Kind {
		case StartTag:
			text = "<" + string(t.Name)
			for _, a := range t.Attrs {
				if !bytes.Contains(a.Name, []byte(":")) { // prefixes are URIs there
					text += fmt.Sprintf(" %s=%q", a.Name, a.Value)
				}
			}
		case EndTag:
			text = ">"
		case TextRun:
			text = fmt.Sprintf("%q", t.Text)
		}
		if tokens = append(tokens, text); t.Kind == EndPart {
			return tokens, nil
		}
	}
}

// checkScanner compares the scanner with encoding/xml: the same tokens, up to where the
// scanner steps aside; a fault wherever there is one.
func checkScanner(t *testing.T, part []byte) (aside bool) {
	t.Helper()
	fast, err := scanned(part)
	slow, slowErr := drain(NewXMLTokens(bytes.NewReader(part)))
	aside = errors.Is(err, ErrAside)
	n := len(slow)
	if aside || err != nil {
		n = len(fast)
	}
	if len(fast) > len(slow) || strings.Join(fast, "") != strings.Join(slow[:n], "") {
		t.Fatalf("%.300q\nscanner %.600q\n    xml %.600q", part, fast, slow)
	}
	if !aside && (err == nil) != (slowErr == nil) {
		t.Fatalf("%.300q: scanner %v, xml %v", part, err, slowErr)
	}
	return aside
}

// scannerSeeds are parts that the scanner reads itself.
var scannerSeeds = []string{
	`<a/>`, `<a></a>`, "<a>\n  <b c=\"1\" d='2'/>\r\n</a>\n", `<?xml version="1.0" encoding="UTF-8"?><a>x</a>`,
	"\ufeff<a/>", `<x:a xmlns:x="u"><x:b/><y:b/><b/></x:a>`,
	`<a xmlns="u" xmlns:r="v"><b r:id="1" id="2"/></a>`, `<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x3042;</a>`,
	`<a b="&lt;&#10;あ"/>`, "<a>a\r\nb\rc</a>", `<a><!-- c --><b/><!----></a>`,
	`<a>]] ></a>`, `<a b="]]" c=">"/>`, `<a>` + strings.Repeat("あ", 70_000) + `</a>`,
	`<a>` + strings.Repeat(`<b c="d"/>`, 20_000) + `</a>`, `<a >x</a >`, "<a\n b=\"1\"\t/>",
}

// TestScannerGivesTheTokensOfEncodingXML also cuts each seed at every byte of its beginning.
func TestScannerGivesTheTokensOfEncodingXML(t *testing.T) {
	for _, s := range scannerSeeds {
		if checkScanner(t, []byte(s)) {
			t.Errorf("the scanner stepped aside for %.100q", s)
		}
		for n := range min(len(s), 80) {
			checkScanner(t, []byte(s[:n]))
		}
	}
	for _, s := range []string{ // not for the scanner: encoding/xml decides
		`<!DOCTYPE a><a/>`, `<a><![CDATA[x]]></a>`, `<a>&x;</a>`, `<?xml version="1.0" encoding="Shift_JIS"?><a/>`,
		"\xff\xfe<\x00a\x00/\x00>\x00", `<あ/>`, `<a><?p?></a>`, `<a b = "1"/>`,
		`<x:a xmlns:x=""><b/></x:a>`,
		`<a xmlns="u"><b xmlns="v"/></a>`, `<a xmlns="u" xmlns:x="u"><x:b/></a>`, `<a></b>`, `<a/><b/>`, `<a/>x`, `x<a/>`,
		`<a b="<"/>`, `<1/>`, `<:a/>`, `<a:/>`, `<a:b:c/>`, `<a>` + "\x02" + `</a>`, `<a>]]></a>`, `</a>`, `<a b=1/>`,
	} {
		if !checkScanner(t, []byte(s)) {
			t.Errorf("the scanner did not step aside for %.100q", s)
		}
	}
}

// TestScannerOnTheCorpus compares the tokens of every XML part of every real workbook.
func TestScannerOnTheCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every workbook of ../shared/data/sheets twice")
	}
	parts, asides := 0, map[string]bool{}
	for _, name := range sheettest.CorpusFiles(t) {
		raw, err := os.ReadFile(filepath.Join(sheettest.Corpus(t), filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			continue
		}
		for _, f := range z.File {
			if r, err := f.Open(); err == nil && path.Ext(f.Name) == ".xml" {
				if part, err := io.ReadAll(r); err == nil {
					parts++
					if checkScanner(t, part) && strings.Contains(f.Name, "sheet") {
						asides[path.Base(name)+" "+path.Base(f.Name)] = true
					}
				}
			}
		}
	}
	if parts < 500 {
		t.Errorf("only %d parts were compared", parts)
	}
	t.Logf("%d parts; the scanner stepped aside for %d sheets: %v", parts, len(asides), asides)
}

// FuzzTokens reads any XML by the scanner and by encoding/xml.
func FuzzTokens(f *testing.F) {
	for _, s := range scannerSeeds[:12] {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, part []byte) { checkScanner(t, part) })
}
