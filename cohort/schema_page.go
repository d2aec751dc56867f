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
	for _, t := range tables {
		fmt.Fprintf(b, "■ %s [%s]%s\n  %s\n", t.Sheet.In(lang), t.Key, required(t.Required).In(lang), t.Description.In(lang))
		fmt.Fprintf(b, "  %s%s\n", text("ほかのシート名: ", "other sheet names: ").In(lang), strings.Join(t.Synonyms, "、"))
		for _, c := range t.Columns {
			fmt.Fprintf(b, "  ・%s [%s]%s  %s\n", c.Heading.In(lang), c.Key, required(c.Required).In(lang),
				c.Description.In(lang))
			if others := slices.Concat(c.Synonyms, c.Weak, c.Last); len(others) > 0 {
				fmt.Fprintf(b, "      %s%s\n", text("ほかの見出し: ", "other headings: ").In(lang), strings.Join(others, "、"))
			}
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

func required(yes bool) finding.Text {
	if !yes {
		return finding.Text{}
	}
	return text("（必須）", " (required)")
}
