package xlsx

import (
	"bytes"
	"encoding/xml"
	"testing"
)

// TestSharedTexts: texts go behind those of the library under their numbers, each once, as they are: with space around
// them, with characters of XML, with what a spreadsheet would take for an escape, and without what XML cannot hold.
func TestSharedTexts(t *testing.T) {
	part := bytes.NewBufferString(`<sst xmlns="x" count="7" uniqueCount="2"><si><t>a</t></si><si><t>b</t></si></sst>`)
	s, err := readShared(part)
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range []string{" 前後 ", "<&>", "_x0041_", "a\x01b", "=1+1", " 前後 "} {
		if got, want := s.number(text), []int{2, 3, 4, 5, 6, 2}[i]; got != want {
			t.Errorf("%q is number %d, want %d", text, got, want)
		}
	}
	var read struct {
		Count  int `xml:"count,attr"`
		Unique int `xml:"uniqueCount,attr"`
		Texts  []struct {
			Space string `xml:"space,attr"`
			Text  string `xml:",chardata"`
		} `xml:"si>t"`
	}
	if err := xml.Unmarshal(s.appendTo(part).Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	if read.Count != 7 || read.Unique != 7 {
		t.Errorf("counts %d and %d, want 7", read.Count, read.Unique)
	}
	want := []string{"a", "b", " 前後 ", "<&>", "_x005F_x0041_", "a\uFFFDb", "=1+1"}
	for i, text := range read.Texts {
		if text.Text != want[i] || (text.Space == "preserve") != (i == 2) {
			t.Errorf("text %d: %+v, want %q", i, text, want[i])
		}
	}
	if _, err := readShared(bytes.NewBufferString(`<sst xmlns="x"/>`)); err == nil {
		t.Error("a part in another form was taken")
	}
}
