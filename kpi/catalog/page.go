package catalog

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"pilot90/cohort"
	"pilot90/kpi"
)

// WritePage writes CATALOG.md, the catalogue as a page: one section a figure.
func WritePage(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, "# 指標カタログ / Figures")
	fmt.Fprintln(w)
	fmt.Fprintln(w, "<!-- Made from the definitions by: go test ./kpi/catalog -update -->")
	for _, d := range all {
		writeEntry(w, d)
	}
	return w.Flush()
}

func writeEntry(w io.Writer, d kpi.Definition) {
	fmt.Fprintf(w, "\n## %s\n\n", d.ID)
	fmt.Fprintf(w, "**%s** / %s\n\n", d.Title.JA, d.Title.EN)
	fmt.Fprintf(w, "- 定義: %s\n", d.Formula.JA)
	fmt.Fprintf(w, "- Definition: %s\n", d.Formula.EN)
	fmt.Fprintf(w, "- 単位 / unit: %s (%s)\n", d.Unit, better[d.Better])
	fmt.Fprintf(w, "- 必要なシート / sheets: %s\n", sheetNames(d.Needs))
	if len(d.Columns) > 0 {
		fmt.Fprintf(w, "- 必要な列 / columns: %s\n", columnNames(d.Columns))
	}
	if len(d.Assumes) > 0 {
		fmt.Fprintf(w, "- なければ空欄とみなして注記する列 / assumed blank with a warning: %s\n", columnNames(d.Assumes))
	}
	if len(d.Also) > 0 {
		fmt.Fprintf(w, "- あれば使うシート / also used: %s\n", sheetNames(d.Also))
	}
	if d.Smallest > 0 {
		fmt.Fprintf(w, "- 最小件数 / smallest n: %d\n", d.Smallest)
	}
	fmt.Fprintf(w, "- 出典 / source: %s / %s\n", d.Origin.JA, d.Origin.EN)
}

var better = map[kpi.Better]string{
	kpi.Higher:  "高いほどよい / higher is better",
	kpi.Lower:   "低いほどよい / lower is better",
	kpi.Neutral: "方向なし / neutral",
}

func sheetNames(keys []cohort.Key) string {
	var names []string
	for _, k := range keys {
		names = append(names, cohort.TableByKey(k).Sheet.JA)
	}
	return strings.Join(names, "、")
}

func columnNames(columns []kpi.Column) string {
	var names []string
	for _, c := range columns {
		t := cohort.TableByKey(c.Table)
		names = append(names, t.Sheet.JA+"「"+t.Column(c.Key).Heading.JA+"」")
	}
	return strings.Join(names, "、")
}
