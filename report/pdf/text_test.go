package pdf

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding/japanese"

	"pilot90/report/content"
)

// codePage932 returns every character of CP932 that is not ASCII: the double bytes decoded
// one by one (JIS X 0208, NEC and IBM extensions).
func codePage932() string {
	var b strings.Builder
	decoder := japanese.ShiftJIS.NewDecoder()
	for lead := 0x81; lead <= 0xFC; lead++ {
		if lead >= 0xA0 && lead <= 0xDF {
			continue
		}
		for trail := 0x40; trail <= 0xFC; trail++ {
			s, err := decoder.Bytes([]byte{byte(lead), byte(trail)})
			if err == nil && !strings.ContainsRune(string(s), unicode.ReplacementChar) && len([]rune(string(s))) == 1 {
				b.Write(s)
			}
		}
	}
	return b.String()
}

// squashed drops white space, which a PDF does not keep.
func squashed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// bodyText returns the text of a file without page numbers and white space.
func bodyText(t *testing.T, r *content.Report) string {
	t.Helper()
	file, notes := written(t, r)
	if len(notes.Replaced) > 0 {
		t.Errorf("replaced: %q", notes.Replaced)
	}
	pages := strings.Split(output(t, file, "pdftotext", "-enc", "UTF-8", "FILE", "-"), "\f")
	var b strings.Builder
	for i, page := range pages { // the last is empty
		b.WriteString(strings.TrimSuffix(squashed(page), fmt.Sprintf("%d/%d", i+1, len(pages)-1)))
	}
	return b.String()
}

// Every kanji (and every other sign) of CP932 comes out again in order, over line and page
// breaks: none is dropped at a wrap, none is mapped to another.
func TestAllOfCP932ComesOutAgain(t *testing.T) {
	all := codePage932()
	if n := len([]rune(all)); n < 7000 {
		t.Fatalf("only %d characters of CP932 were made", n)
	}
	r := &content.Report{Lang: "ja", Sections: []content.Section{{Blocks: []content.Block{content.Paragraph{Text: all}}}}}
	got, want := []rune(bodyText(t, r)), []rune(squashed(all))
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("character %d is %q (%U), want %q (%U)", i, got[i], got[i], want[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d characters come out of %d", len(got), len(want))
	}
}

func TestLongParagraphsComeOutWhole(t *testing.T) {
	var want strings.Builder
	var blocks []content.Block
	for range 12 {
		blocks = append(blocks, content.Paragraph{Text: longText})
		want.WriteString(longText)
	}
	r := &content.Report{Lang: "ja", Sections: []content.Section{{Blocks: blocks}}}
	if got := bodyText(t, r); got != squashed(want.String()) {
		t.Errorf("got  %s\nwant %s", got, squashed(want.String()))
	}
}

// The text of charts is text: it can be found in the file.
func TestChartTextIsText(t *testing.T) {
	r := &content.Report{Lang: "ja", Sections: []content.Section{{Blocks: []content.Block{funnelChart()}}}}
	got := bodyText(t, r)
	for _, want := range []string{"もっとも人数が減るのは", "研修修了", "7人（58%）"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
}

func TestRunesWithoutAGlyphAreNamed(t *testing.T) {
	r := &content.Report{Lang: "ja", Sections: []content.Section{{Blocks: []content.Block{
		content.Paragraph{Text: "絵文字😀と外字\uE000、吉は𠮷、異体字葛\U000E0100、か\u3099き、ハ\u309A"},
	}}}}
	file, notes := written(t, r)
	if got := string(notes.Replaced); got != "\uE000😀" {
		t.Errorf("replaced %q", got)
	}
	text := squashed(output(t, file, "pdftotext", "-enc", "UTF-8", "FILE", "-"))
	if want := "絵文字〓と外字〓、吉は𠮷、異体字葛、がき、パ"; !strings.Contains(text, want) {
		t.Errorf("got %s, want %s", text, want)
	}
}

// TestRunningTitle: from the second page on the head of the report stands above, and its title where it has no head.
func TestRunningTitle(t *testing.T) {
	var blocks []content.Block
	for range 30 {
		blocks = append(blocks, content.Paragraph{Text: longText})
	}
	for head, want := range map[string]string{"短い頭": "短い頭", "": "長い題です"} {
		r := &content.Report{Lang: "ja", Title: "長い題です", Head: head, Sections: []content.Section{{Blocks: blocks}}}
		file, _ := written(t, r)
		pages := strings.Split(output(t, file, "pdftotext", "-enc", "UTF-8", "FILE", "-"), "\f")
		if len(pages) < 3 {
			t.Fatalf("%d pages", len(pages)-1)
		}
		if got := squashed(pages[1]); !strings.Contains(got, want) || head != "" && strings.Contains(got, "長い題です") {
			t.Errorf("head %q: the second page has not %q alone:\n%.200s", head, want, got)
		}
	}
}
