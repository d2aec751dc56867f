package ods

import (
	"strings"
	"testing"
)

// TestParagraphs: the characters of a cell, without what only stands beside them.
func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ name, inside, want string }{
		{"lines", `<text:p>a</text:p><text:p/><text:p>b</text:p>`, "a⏎⏎b"},
		{"line break", `<text:p>a<text:line-break/>b</text:p>`, "a⏎b"},
		{"blanks", `<text:p>a <text:s/>b<text:s text:c="3"/>c</text:p>`, "a  b   c"},
		{"tab", `<text:p>a<text:tab/>b</text:p>`, "a\tb"},
		{"blanks as they stand", `<text:p>  a  b</text:p>`, "  a  b"},
		{"heading", `<text:h>a</text:h>`, "a"},
		{"spans", `<text:p>a<text:span text:style-name="T1">b<text:span>c</text:span></text:span>d</text:p>`, "abcd"},
		{"link", `<text:p>a<text:a>b</text:a></text:p>`, "ab"},
		{"fields", `<text:p><text:sheet-name>表</text:sheet-name>、<text:date>4/1</text:date></text:p>`, "表、4/1"},
		{"entities", `<text:p>&lt;&amp;&#12354;</text:p>`, "<&あ"},
		{"furigana",
			`<text:p><text:ruby><text:ruby-base>東京</text:ruby-base><text:ruby-text>とうきょう</text:ruby-text>` +
				`</text:ruby>都</text:p>`, "東京都"},
		{"note of a cell",
			`<office:annotation><dc:creator>x</dc:creator><text:p>メモ</text:p></office:annotation><text:p>a</text:p>`, "a"},
		{"note in a paragraph", `<text:p>a<office:annotation><text:p>メモ</text:p></office:annotation>b</text:p>`, "ab"},
		{"footnote", `<text:p>a<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>`, "a"},
		{"picture", `<text:p>a</text:p><draw:frame><draw:text-box><text:p>図</text:p></draw:text-box></draw:frame>`, "a"},
		{"shape in a paragraph", `<text:p>a<draw:frame><text:p>図</text:p></draw:frame></text:p>`, "a"},
		{"unknown element around a part", `<text:p>a<x:y xmlns:x="urn:x">b</x:y></text:p>`, "ab"},
		{"list", `<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list><text:p>b</text:p>`, "a⏎b"},
		{"script", `<text:p>a<text:script>x()</text:script></text:p>`, "a"},
		{"surrogates", `<text:p>𠮷野家</text:p>`, "𠮷野家"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shownSheet(t, content("", tableOf(rowOf(textCell(c.inside)))), nil); got != "A1="+c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	for _, bad := range []string{`<text:s text:c="0"/>`, `<text:s text:c="-1"/>`, `<text:s text:c="x"/>`,
		`<text:s text:c="99999999999"/>`} {
		if got := shownSheet(t, content("", tableOf(rowOf(textCell(`<text:p>`+bad+`</text:p>`)))), nil); got != "C301 A1" {
			t.Errorf("%s: %s", bad, got)
		}
	}
}

// struckStyles has lines said in each way that programs use.
const struckStyles = `<style:style style:name="struck" style:family="table-cell">` +
	`<style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>` +
	`<style:style style:name="typed" style:family="table-cell">` +
	`<style:text-properties style:text-line-through-type="double"/></style:style>` +
	`<style:style style:name="dotted" style:family="table-cell">` +
	`<style:text-properties style:text-line-through-style="dotted"/></style:style>` +
	`<style:style style:name="none" style:family="table-cell" style:parent-style-name="struck">` +
	`<style:text-properties style:text-line-through-style="none" style:text-line-through-type="none"/></style:style>` +
	`<style:style style:name="no type" style:family="table-cell" style:parent-style-name="struck">` +
	`<style:text-properties style:text-line-through-type="none"/></style:style>` +
	`<style:style style:name="child" style:family="table-cell" style:parent-style-name="struck">` +
	`<style:text-properties style:text-line-through-mode="continuous"/></style:style>` +
	`<style:style style:name="grandchild" style:family="table-cell" style:parent-style-name="child"/>` +
	`<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/>` +
	`</style:style>` +
	`<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="none"/>` +
	`</style:style>` +
	`<style:style style:name="T3" style:family="text"/>` +
	`<style:style style:name="T4" style:family="text" style:parent-style-name="T1"/>`

// TestStrike: what is struck out, by the style of the cell and by those of its characters.
func TestStrike(t *testing.T) {
	span := func(style, text string) string {
		return `<text:span text:style-name="` + style + `">` + text + `</text:span>`
	}
	for _, c := range []struct{ style, inside, want string }{ // as the same runs in an .xlsx, see TestStrike there
		{"", "a", "A1=a"}, {"struck", "a", "A1≈=a"}, {"typed", "a", "A1≈=a"}, {"dotted", "a", "A1≈=a"},
		{"none", "a", "A1=a"}, {"no type", "a", "A1=a"}, {"child", "a", "A1≈=a"}, {"grandchild", "a", "A1≈=a"},
		{"nowhere", "a", "A1=a"},
		{"", span("T1", "3000") + span("T2", "5000"), "A1~=30005000"},
		{"", span("T1", "3000") + "5000", "A1~=30005000"},
		{"struck", span("T1", "3000") + "5000", "A1≈=30005000"},
		{"", span("T1", "a") + span("T4", "b"), "A1≈=ab"},
		{"", span("T1", "a") + span("T2", " "), "A1≈=a "},
		{"struck", span("T2", "a") + span("T2", "b"), "A1=ab"},
		{"struck", span("T2", "a") + "b", "A1~=ab"},
		{"struck", span("T3", "a"), "A1≈=a"},
		{"", span("T1", "a"+span("T3", "b")), "A1≈=ab"},
		{"", span("T1", "a"+span("T2", "b")), "A1~=ab"},
		{"", span("nowhere", "a"), "A1=a"},
		{"", `<text:ruby><text:ruby-base>東</text:ruby-base><text:ruby-text>` + span("T1", "ひがし") +
			`</text:ruby-text></text:ruby>`, "A1=東"},
	} {
		cell := `<table:table-cell table:style-name="` + c.style + `" office:value-type="string"><text:p>` + c.inside +
			`</text:p></table:table-cell>`
		if got := shownSheet(t, content(struckStyles, tableOf(rowOf(cell))), nil); got != c.want {
			t.Errorf("style %q, %s: got %q, want %q", c.style, c.inside, got, c.want)
		}
	}
	lines := textCell(`<text:p>` + span("T1", "3000") + `</text:p><text:p>5000</text:p>`)
	numbers := rowOf(lines + numberCell(` table:style-name="struck"`, "5") + numberCell("", "6"))
	if got := shownSheet(t, content(struckStyles, tableOf(numbers)), nil); got != "A1~=3000⏎5000 B1#≈=5 C1#=6" {
		t.Error(got)
	}
}

// TestFormulas: a formula as Excel shows it.
func TestFormulas(t *testing.T) {
	for formula, want := range map[string]string{
		"of:=SUM([.A1:.B2];[$表.C3])":        "SUM(A1:B2,表!C3)",
		"of:=[$'収支 表'.$A$1]":                "'収支 表'!$A$1",
		"of:=[.$A$1]&\"[.B2];\"":            "$A$1&\"[.B2];\"",
		"oooc:=[.A1]+1":                     "A1+1",
		"msoxl:=SUM(A1,B2)":                 "SUM(A1,B2)",
		"=[.A1]":                            "A1",
		"of:=['a]b.c'.A1]":                  "'a]b.c'!A1",
		"of:=[":                             "",
		"of:=\"open":                        "\"open",
		"":                                  "",
		"of:=IF([.A1]>1;\"a:=b\";[.C1:.D])": "IF(A1>1,\"a:=b\",C1:D)",
	} {
		if got := string(excelFormula([]byte(formula))); got != want {
			t.Errorf("%s: %s, want %s", formula, got, want)
		}
	}
}

// TestLongTexts: a text of as many characters as Excel's cells hold, and one more.
func TestLongTexts(t *testing.T) {
	long := strings.Repeat("長", 32_767)
	for inside, want := range map[string]string{
		`<text:p>` + long + `</text:p>`:                                 "A1=" + long,
		`<text:p>` + long + `a</text:p>`:                                "C307 A1",
		`<text:p><text:s text:c="32767"/></text:p>`:                     "A1=" + strings.Repeat(" ", 32_767),
		`<text:p><text:s text:c="32768"/></text:p>`:                     "C307 A1",
		strings.Repeat(`<text:p><text:s text:c="32767"/></text:p>`, 50): "C307 A1",
	} {
		if got := shownSheet(t, content("", tableOf(rowOf(textCell(inside)))), nil); got != want {
			t.Errorf("%.60s: %.60s, want %.60s", inside, got, want)
		}
	}
}
