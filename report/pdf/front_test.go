package pdf

import (
	"strings"
	"testing"

	"pilot90/report/content"
)

// TestShortenReadsTheBeginning: of a long text a line is made of its beginning, with as much work for one ten times as
// long: it is asked for on every page.
func TestShortenReadsTheBeginning(t *testing.T) {
	set, err := newTypesetter()
	if err != nil {
		t.Fatal(err)
	}
	d := newDocument(set, &content.Report{}, nil)
	const width = 200
	for _, piece := range []string{"長い題", "i", "a ", "\u0301"} {
		long := strings.Repeat(piece, 20_000)
		text := d.shorten(long, footerStyle, width)
		if !strings.HasSuffix(text, "…") || set.width(text, footerStyle) > width {
			t.Errorf("%q is cut to %.80q, %.1f wide", piece, text, set.width(text, footerStyle))
		}
		longer := strings.Repeat(long, 10)
		more := testing.AllocsPerRun(1, func() { d.shorten(longer, footerStyle, width) })
		if n := testing.AllocsPerRun(1, func() { d.shorten(long, footerStyle, width) }); more > 2*n {
			t.Errorf("%q: %.0f allocations, of a text ten times as long %.0f", piece, n, more)
		}
	}
	if text := d.shorten("短い題", footerStyle, width); text != "短い題" {
		t.Errorf("a text that fits is %q", text)
	}
}
