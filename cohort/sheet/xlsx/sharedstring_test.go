package xlsx

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pilot90/cohort/sheet/grid"
	"pilot90/cohort/sheet/pack"
	"pilot90/cohort/sheet/sheettest"
)

// TestPlainItems checks that the fast reading of shared strings gives what encoding/xml gives.
func TestPlainItems(t *testing.T) {
	items := []string{
		`<si><t>あ</t></si>`, `<si><t></t></si>`, `<si><t/></si>`, `<si/>`, `<si><t>a&amp;b</t></si>`,
		"<si><t>a\r\nb</t></si>", `<si><t>a_x000D_b</t></si>`, `<si><t xml:space="preserve"> a </t></si>`,
		`<si><t>a</t ></si>`,
		`<si><t>a]]b</t></si>`, `<si><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>c</t></rPh></si>`,
		`<si><t>a</t><rPh sb="0" eb="1"><t>c</t></rPh></si>`, `<si><t>` + "\ufffd" + `</t></si>`,
		`<x><si><t>no item</t></si></x><si><t>z</t></si>`,
	}
	for _, item := range items {
		quick := sharedStrings(t, "<sst xmlns=\""+sheettest.MainSpace+"\" uniqueCount=\"3\"><si><t>x</t></si>"+item+
			"<si><t>y</t></si></sst>")
		slow := sharedStrings(t, "<!DOCTYPE a><sst xmlns=\""+sheettest.MainSpace+"\"><si><t>x</t></si>"+item+
			"<si><t>y</t></si></sst>")
		if quick != slow || !strings.HasPrefix(quick, "3: [\"x\"") {
			t.Errorf("%s: %s, by encoding/xml %s", item, quick, slow)
		}
	}
	for _, bad := range []string{"<si><t>a\x01</t></si>", "<si><t>\xff</t></si>", "<si><t>a]]></t></si>",
		"<si><t>a</si></t>", "<si><t>\uffff</t></si>"} {
		if got := sharedStrings(t, "<sst xmlns=\""+sheettest.MainSpace+"\">"+bad+"</sst>"); !strings.HasPrefix(got,
			grid.CodeUnreadable) {
			t.Errorf("%q was taken: %s", bad, got)
		}
	}
}

// sharedStrings reads a table of shared strings: its texts, or the code of the refusal.
func sharedStrings(t *testing.T, xml string) string {
	t.Helper()
	data := sheettest.Zip(t, sheettest.Workbook(sheettest.Sheet(""), sheettest.Parts{"xl/sharedStrings.xml": xml}))
	p, err := pack.Open(t.Context(), bytes.NewReader(data), int64(len(data)), grid.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	book, err := Open(p)
	if f, refused := errors.AsType[*grid.Fault](err); refused {
		return f.Code
	}
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d: %q", len(book.strings), book.strings)
}
