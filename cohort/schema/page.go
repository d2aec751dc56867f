package schema

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"pilot90/cohort/lang"
)

// WriteColumns prints the data dictionary: every sheet and column, what it means, and the other
// names under which it is recognised.
func WriteColumns(w io.Writer, l lang.Lang) error {
	b := bufio.NewWriter(w)
	for _, t := range tables {
		fmt.Fprintf(b, "■ %s [%s]%s\n  %s\n", t.Sheet.In(l), t.Key, required(t.Required).In(l), t.Description.In(l))
		fmt.Fprintf(b, "  %s%s\n", lang.Say("ほかのシート名: ", "other sheet names: ").In(l), strings.Join(t.Synonyms, "、"))
		for _, c := range t.Columns {
			fmt.Fprintf(b, "  ・%s [%s]%s  %s\n", c.Heading.In(l), c.Key, required(c.Filled()).In(l),
				c.Description.In(l))
			if others := slices.Concat(c.Synonyms, c.Weak, c.Last); len(others) > 0 {
				fmt.Fprintf(b, "      %s%s\n", lang.Say("ほかの見出し: ", "other headings: ").In(l), strings.Join(others, "、"))
			}
		}
		fmt.Fprintln(b)
	}
	return b.Flush()
}

func required(yes bool) lang.Text {
	if !yes {
		return lang.Text{}
	}
	return lang.Say("（必須）", " (required)")
}
