package cohort

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/cohort/finding"
)

// WriteColumns prints the data dictionary: every sheet and column, what it means, and the other
// names under which it is recognised.
func WriteColumns(w io.Writer, lang finding.Lang) error {
	b := bufio.NewWriter(w)
	say := func(ja, en string) string { return finding.Text{JA: ja, EN: en}.In(lang) }
	for _, t := range tables {
		fmt.Fprintf(b, "■ %s [%s]%s\n  %s\n", t.Sheet.In(lang), t.Key, required(t.Required, say), t.Description.In(lang))
		fmt.Fprintf(b, "  %s%s\n", say("ほかのシート名: ", "other sheet names: "), strings.Join(t.Synonyms, "、"))
		for _, c := range t.Columns {
			fmt.Fprintf(b, "  ・%s [%s]%s  %s\n", c.Heading.In(lang), c.Key, required(c.Required, say), c.Description.In(lang))
			if others := slices.Concat(c.Synonyms, c.Weak, c.Last); len(others) > 0 {
				fmt.Fprintf(b, "      %s%s\n", say("ほかの見出し: ", "other headings: "), strings.Join(others, "、"))
			}
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

func required(yes bool, say func(ja, en string) string) string {
	if !yes {
		return ""
	}
	return say("（必須）", " (required)")
}
