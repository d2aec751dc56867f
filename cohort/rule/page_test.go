package rule

import (
	"bufio"
	"fmt"
	"io"

	"pilot90/cohort/finding"
	"pilot90/cohort/lang"
)

// families are the groups of codes with their headings, in the order of the page.
var families = []struct {
	prefix string
	title  lang.Text
}{
	{"C1", lang.Say("C1xx　1つのセル", "C1xx: one cell")},
	{"C2", lang.Say("C2xx　セルとセルの間", "C2xx: between cells")},
	{"C3", lang.Say("C3xx　ファイルと表", "C3xx: files and tables")},
	{"P1", lang.Say("P1xx　pilot.toml", "P1xx: pilot.toml")},
}

// writePage prints the page of all rules as Markdown.
func writePage(w io.Writer, l lang.Lang) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s\n\n%s\n\n", lang.Say("点検の一覧", "The rules").In(l), lang.Say(
		"`pilot90 check` が調べることの一覧です。`pilot90 explain C204` のように番号を付けると、1つずつ読めます。",
		"What `pilot90 check` looks for. `pilot90 explain C204` prints one of them.",
	).In(l))
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
		fmt.Fprintf(b, "- %s: %s\n", s.Word().In(l), s.Meaning().In(l))
	}
	for _, f := range families {
		fmt.Fprintf(b, "\n## %s\n", f.title.In(l))
		for _, r := range catalogue {
			if r.Code[:2] == f.prefix {
				fmt.Fprintf(b, "\n### %s %s [%s]\n\n%s\n", r.Code, r.Title.In(l), r.Severity.Word().In(l), r.Long.In(l))
			}
		}
	}
	return b.Flush()
}
