package cohort

import (
	"bufio"
	"fmt"
	"io"

	"pilot90/cohort/finding"
)

// families are the groups of codes with their headings, in the order of the page.
var families = []struct {
	prefix string
	title  finding.Text
}{
	{"C1", finding.Text{JA: "C1xx　1つのセル", EN: "C1xx: one cell"}},
	{"C2", finding.Text{JA: "C2xx　セルとセルの間", EN: "C2xx: between cells"}},
	{"C3", finding.Text{JA: "C3xx　ファイルと表", EN: "C3xx: files and tables"}},
	{"P1", finding.Text{JA: "P1xx　pilot.toml", EN: "P1xx: pilot.toml"}},
}

// WriteRules prints the page of all rules as Markdown.
func WriteRules(w io.Writer, lang finding.Lang) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# %s\n\n%s\n\n", finding.Text{JA: "点検の一覧", EN: "The rules"}.In(lang), finding.Text{
		JA: "`pilot90 check` が調べることの一覧です。`pilot90 explain C204` のように番号を付けると、1つずつ読めます。",
		EN: "What `pilot90 check` looks for. `pilot90 explain C204` prints one of them.",
	}.In(lang))
	for _, s := range []finding.Severity{finding.Error, finding.Warning, finding.Info} {
		fmt.Fprintf(b, "- %s: %s\n", s.Word().In(lang), s.Meaning().In(lang))
	}
	for _, f := range families {
		fmt.Fprintf(b, "\n## %s\n", f.title.In(lang))
		for _, r := range catalogue {
			if r.Code[:2] == f.prefix {
				fmt.Fprintf(b, "\n### %s %s [%s]\n\n%s\n", r.Code, r.Title.In(lang), r.Severity.Word().In(lang), r.Long.In(lang))
			}
		}
	}
	return b.Flush()
}
